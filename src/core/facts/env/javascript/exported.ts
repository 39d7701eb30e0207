import { ancestors, namedChildren, type SyntaxNode } from '../../../syntax/node';
import { rangeOf, type EnvContext } from '../context';
import { literalDefault } from '../defaults';
import { importsOf } from '../imports';
import { escape, wordPattern } from '../lookup';
import { usageOf } from '../presence/usage';

/** The argument of a «call» that is a property of an exported object. */
const property = 'property';
const aboutEnvironment = /env|conf|setting|secret|vars/i;

/** `export const env = process.env`, so that `env.X` is a read in the files that import it. */
export function emitExported(context: EnvContext, name: SyntaxNode, declarator: SyntaxNode): void {
	const { document } = context;
	// What a schema has checked has readers that expect the schema's types: the schema is the read.
	if (/\w\(/.test(declarator.childForFieldName('value')?.text ?? '')) return;
	const isInline = [...ancestors(declarator)].slice(0, 3).some((outer) => outer.type === 'export_statement');
	const listed = new RegExp(`(?:export|module\\.exports\\s*=)\\s*\\{[^}]*\\b${escape(name.text)}\\b[^}]*\\}`);
	const isDefault = new RegExp(`module\\.exports\\s*=\\s*${escape(name.text)}\\b`).test(document.text);
	if (isDefault) emitObject(context, 'default', name);
	if (isInline || listed.test(document.text)) emitObject(context, name.text, name);
}

/** `export const config = new Proxy(…)` in a file whose functions read the environment by a name they are given. */
export function emitProxies(context: EnvContext): void {
	for (const match of context.document.text.matchAll(/\bexport\s+const\s+(\w+)\b[^=\n]*=\s*new\s+Proxy\b/g)) {
		const name = match[1] ?? '';
		const node = context.root.descendantForIndex(match.index + match[0].indexOf(name, 12));
		if (node !== null) emitObject(context, name, node);
	}
}

export function emitObject({ document, emit }: EnvContext, name: string, node: SyntaxNode): void {
	emit({
		kind: 'env-wrapper',
		name,
		range: rangeOf(document, node),
		parameter: -1,
		parameterName: property,
		presence: 'plain',
	});
}

/** `config.API_URL` and `const { API_URL } = config`, where `config` is imported and may be such an object. */
export function readImportedObjects(context: EnvContext): void {
	const { document, reader, root } = context;
	for (const [local, { source, imported }] of importsOf(context)) {
		if (!aboutEnvironment.test(local) || !document.text.includes(local)) continue;
		for (const match of document.text.matchAll(wordPattern(local))) {
			const node = root.descendantForIndex(match.index, match.index + local.length);
			const parent = node?.type === 'identifier' ? node.parent : null;
			if (node === null || parent === null) continue;
			const member = reader.member(parent);
			if (member !== undefined && member.object.startIndex === node.startIndex)
				emitProperty(member.propertyNode, parent);
			else if (
				parent.type === 'variable_declarator' &&
				parent.childForFieldName('value')?.startIndex === node.startIndex
			) {
				const pattern = parent.childForFieldName('name');
				for (const child of pattern?.type === 'object_pattern' ? namedChildren(pattern) : [])
					emitProperty(child.childForFieldName('key') ?? namedChildren(child)[0] ?? child, undefined);
			}
		}

		function emitProperty(at: SyntaxNode, expression: SyntaxNode | undefined): void {
			const literal = reader.string(at)?.value ?? at.text;
			if (!/^[A-Z][A-Z0-9_]+$/.test(literal)) return;
			const usage = expression === undefined ? undefined : usageOf(context, expression);
			const fallback = usage?.fallback === undefined ? undefined : literalDefault(reader, usage.fallback, literal);
			context.emit({
				kind: 'env-call',
				name: local,
				source,
				...(imported === undefined ? {} : { imported }),
				argument: property,
				literal,
				range: rangeOf(document, at),
				presence: usage?.presence ?? 'plain',
				...(fallback === undefined ? {} : { defaults: { '': fallback } }),
				...(usage?.fallbackSpan === undefined ? {} : { fallbackRange: document.range(usage.fallbackSpan) }),
			});
		}
	}
}
