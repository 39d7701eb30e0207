import { namedChildren, type SyntaxNode } from '../../../syntax/node';
import type { Collector } from '../collector';
import { spanOf, variableName, type EnvContext } from '../context';
import { bindingUsage } from '../presence/usage';
import type { EnvObjects } from './objects';

const objectModules = /^(?:node:)?process$|^cloudflare:workers$|^\$env\/dynamic\/(?:private|public)$|^bun$|^\$app\/env/;
const variableModules = /^\$env\/static\/(?:private|public)$|^astro:env\/(?:client|server)$/;

/** Modules that are the environment, or whose exports are variables. */
export function readImports(context: EnvContext, collector: Collector, objects: EnvObjects): void {
	const { document, root } = context;
	const modules =
		/\b(?:from|require\(|import\(|import)\s*['"]((?:node:)?process|bun|cloudflare:workers|\$env\/[\w/]+|astro:env\/\w+)['"]/g;
	for (const match of document.text.matchAll(modules)) {
		const source = match[1] ?? '';
		const node = root.descendantForIndex(match.index + match[0].length - 2);
		const statement = statementOf(node);
		if (statement === undefined) continue;
		for (const { imported, local, star } of specifiersOf(statement)) {
			if (star || imported === undefined) {
				if (variableModules.test(source) || (source.startsWith('$env') && star))
					objects.alias(local.text, root, statement.endIndex, source);
				continue;
			}
			if (variableModules.test(source)) readVariable(context, collector, source, imported, local, statement);
			else if (objectModules.test(source) && imported.text === 'env')
				objects.alias(local.text, root, statement.endIndex, viaOf(source));
		}
	}
}

const viaOf = (source: string): string => (/process|bun/.test(source) ? 'process.env' : source);

function readVariable(
	context: EnvContext,
	collector: Collector,
	source: string,
	imported: SyntaxNode,
	local: SyntaxNode,
	statement: SyntaxNode,
): void {
	if (!variableName.test(imported.text) || imported.text === 'getSecret') return;
	// SvelteKit refuses to build without a static variable.
	const usage = source.startsWith('$env/static')
		? undefined
		: bindingUsage(context, local.text, statement, context.root);
	collector.named({ name: imported.text, span: spanOf(imported), via: source, presence: usage?.presence ?? 'assumes' });
}

function statementOf(node: SyntaxNode | null): SyntaxNode | undefined {
	for (let current = node; current !== null; current = current.parent) {
		if (/^(?:import_statement|export_statement|variable_declarator)$/.test(current.type)) return current;
	}
	return undefined;
}

interface Specifier {
	readonly imported: SyntaxNode | undefined;
	readonly local: SyntaxNode;
	readonly star: boolean;
}

function specifiersOf(statement: SyntaxNode): Specifier[] {
	if (statement.type === 'variable_declarator') {
		const pattern = statement.childForFieldName('name');
		if (pattern?.type !== 'object_pattern')
			return pattern === null ? [] : [{ imported: undefined, local: pattern, star: true }];
		return namedChildren(pattern).map((child) => {
			const key = child.childForFieldName('key') ?? child;
			return { imported: key, local: child.childForFieldName('value') ?? child, star: false };
		});
	}
	return namedChildren(statement).flatMap(specifiersIn);
}

function specifiersIn(node: SyntaxNode): Specifier[] {
	if (node.type === 'import_specifier') {
		const name = node.childForFieldName('name') ?? node;
		return [{ imported: name, local: node.childForFieldName('alias') ?? name, star: false }];
	}
	if (node.type === 'namespace_import')
		return namedChildren(node).map((local) => ({ imported: undefined, local, star: true }));
	return /^(?:import_clause|named_imports)$/.test(node.type) ? namedChildren(node).flatMap(specifiersIn) : [];
}
