import { ancestors, namedChildren, type SyntaxNode } from '../../../syntax/node';
import { rangeOf, variableName, type EnvContext } from '../context';
import { isNothing, literalDefault } from '../defaults';
import type { EnvClassFact, EnvField } from '../types';

/** Words of files that may hold classes of pydantic settings, or classes that extend one of another file. */
export const settingsMarkers = ['basesettings', 'settings', 'env_prefix', 'settingsconfigdict', 'basemodel', 'config'];
const ownNames = /^(?:model_config|Config)$/;

/** Classes whose fields are variables, by themselves or through a class that they extend. */
export function readSettingsClasses(context: EnvContext): void {
	const { document, root } = context;
	for (const match of document.text.matchAll(/^[ \t]*class\s+(\w+)\s*\(([^)]*)\)\s*:/gm)) {
		const bases = (match[2] ?? '')
			.split(',')
			.map((base) => base.replace(/\[.*$/s, '').trim().split('.').at(-1) ?? '')
			.filter((base) => /^\w+$/.test(base));
		if (!bases.some((base) => /Settings|Config|BaseModel|Mixin|Env/.test(base))) continue;
		const node = root.descendantForIndex(match.index + match[0].indexOf('class'));
		const at = node === null ? undefined : [...ancestors(node)].find((outer) => outer.type === 'class_definition');
		const fact = at === undefined ? undefined : classFact(context, at, match[1] ?? '', bases);
		if (fact !== undefined) context.emit(fact);
	}
}

function classFact(
	context: EnvContext,
	at: SyntaxNode,
	name: string,
	bases: readonly string[],
): EnvClassFact | undefined {
	const body = at.childForFieldName('body');
	if (body === null) return undefined;
	const options = optionsOf(body);
	const fields = namedChildren(body).flatMap((statement) => fieldOf(context, statement));
	return {
		kind: 'env-class',
		name,
		bases,
		root: bases.includes('BaseSettings'),
		via: 'pydantic-settings',
		range: rangeOf(context.document, at.childForFieldName('name') ?? at),
		...(options.prefix === undefined ? {} : { prefix: options.prefix }),
		...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
		fields,
	};
}

/** `model_config = SettingsConfigDict(env_prefix="X_")` and the older `class Config`. */
function optionsOf(body: SyntaxNode): { prefix?: string; delimiter?: string } {
	const options: { prefix?: string; delimiter?: string } = {};
	for (const statement of namedChildren(body)) {
		if (!ownNames.test(/^(?:class\s+)?(\w+)/.exec(statement.text)?.[1] ?? '')) continue;
		for (const match of statement.text.matchAll(
			/["']?\b(env_prefix|env_nested_delimiter)["']?\s*[:=]\s*["']([^"']*)["']/g,
		)) {
			if (match[1] === 'env_prefix') options.prefix = match[2] ?? '';
			else options.delimiter = match[2] ?? '';
		}
	}
	return options;
}

function fieldOf(context: EnvContext, statement: SyntaxNode): EnvField[] {
	const { reader } = context;
	const at = statement.type === 'expression_statement' ? namedChildren(statement)[0] : undefined;
	if (at?.type !== 'assignment') return [];
	const left = at.childForFieldName('left');
	const type = at.childForFieldName('type')?.text ?? '';
	if (
		left?.type !== 'identifier' ||
		ownNames.test(left.text) ||
		left.text.startsWith('_') ||
		/^(?:typing\.)?ClassVar\b/.test(type)
	)
		return [];
	const value = at.childForFieldName('right') ?? undefined;
	if (type === '' && value === undefined) return [];
	const call = value === undefined ? undefined : reader.call(value);
	const annotated = /Annotated\[[\s\S]*?Field\(([\s\S]*)\)/.exec(type)?.[1];
	const field = call?.name === 'Field' ? call : undefined;
	const names = aliases(field === undefined ? (annotated ?? '') : (value?.text ?? ''));
	const fallback = field === undefined ? value : defaultOf(context, field.arguments);
	const own = names ?? [left.text.toUpperCase()];
	const isOptional = fallback !== undefined || /\bdefault_factory\b/.test(value?.text ?? '');
	const presence = !isOptional ? 'assumes' : fallback !== undefined && isNothing(fallback) ? 'guarded' : 'defaulted';
	const literal =
		fallback === undefined || isNothing(fallback) ? undefined : literalDefault(reader, fallback, own[0] ?? '');
	const typeName = /\b([A-Z]\w*)\b(?!\[)/.exec(
		type.replace(/\b(?:Optional|Union|List|Dict|Annotated|Literal|Any|None)\b/g, ''),
	)?.[1];
	const [first = '', ...others] = own.filter((name) => variableName.test(name));
	if (first === '') return [];
	return [
		{
			name: first,
			range: aliasRange(context, statement, names === undefined ? undefined : first) ?? rangeOf(context.document, left),
			presence,
			...(names === undefined ? {} : { whole: true }),
			...(typeName === undefined ? {} : { type: typeName, prefix: left.text.toUpperCase() }),
			...(literal === undefined ? {} : { default: literal }),
			...(others.length === 0 ? {} : { alternatives: others }),
		},
	];
}

/** Where the variable's name is spelled out: `X` of `validation_alias="X"`. */
function aliasRange({ document }: EnvContext, statement: SyntaxNode, name: string | undefined) {
	const at = name === undefined ? -1 : statement.text.search(new RegExp(`["']${name}["']`, 'i'));
	const start = statement.startIndex + at + 1;
	return at < 0 || name === undefined ? undefined : document.range({ start, end: start + name.length });
}

/** `validation_alias="X"`, `AliasChoices("A", "B")`, `env="X"`, `env=["A"]`. */
function aliases(text: string): readonly string[] | undefined {
	const match = /\b(?:validation_alias|env|alias)\s*=\s*(?:AliasChoices\(([^)]*)\)|\[([^\]]*)\]|["']([^"']+)["'])/.exec(
		text,
	);
	if (match === null) return undefined;
	const names =
		match[3] !== undefined
			? [match[3]]
			: [...(match[1] ?? match[2] ?? '').matchAll(/["']([^"']+)["']/g)].map((item) => item[1] ?? '');
	return names.map((name) => (/[A-Z]/.test(name) ? name : name.toUpperCase()));
}

function defaultOf({ reader }: EnvContext, args: readonly SyntaxNode[]): SyntaxNode | undefined {
	const named = args.map((argument) => reader.keyValue(argument)).find((pair) => pair?.key === 'default');
	const first = args[0];
	const value = named?.value ?? (first !== undefined && !reader.is(first, 'named-argument') ? first : undefined);
	return value?.text === '...' || value?.type === 'ellipsis' ? undefined : value;
}
