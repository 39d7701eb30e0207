import { namedChildren, type SyntaxNode } from '../../../syntax/node';
import type { Call } from '../../../syntax/read';
import type { Collector, ReadSite } from '../collector';
import { rangeOf, spanOf, variableName, type EnvContext } from '../context';
import { isNothing } from '../defaults';
import { valueOfName } from '../lookup';
import { importsOf } from '../imports';
import type { EnvField, EnvPresence } from '../types';

/** What takes the fields of a schema. */
type FieldCollector = Pick<Collector, 'named'>;

const parses =
	/^(?:parse|safeParse|parseAsync|safeParseAsync|parseEnv|validate|validateSync|validateAsync|attempt|assert|cleanEnv|createEnv|makeEnv|envsafe|decode\w*|Decode|Check|Convert|envSchema|load\w*|convict|makeValidator|create|mask|is|check|from|plainToInstance|plainToClass|customCleanEnv|testOnly|bunyanConfig|zodParse|getEnv\w*|validateEnv\w*)$/;

/**
 * `schema.parse(process.env)`, `cleanEnv(process.env, { … })`, `createEnv({ server: { … }, runtimeEnv: process.env })`: the keys
 * of the schema are read. False when the call has no schema that can be seen here.
 */
export function readSchema(context: EnvContext, collector: Collector, call: Call, environment: SyntaxNode): boolean {
	if (!parses.test(call.name)) return false;
	const via = call.name === 'cleanEnv' ? 'envalid' : call.name === 'createEnv' ? 'createEnv' : 'schema';
	const others = call.arguments.filter(
		(argument) => argument.endIndex <= environment.startIndex || argument.startIndex >= environment.endIndex,
	);
	if (/^(?:createEnv|envSchema)$/.test(call.name)) {
		const runtime = environment.childForFieldName('key')?.text ?? '';
		const whole = call.arguments[0];
		const parts = whole === undefined ? [] : context.reader.pairs(whole);
		const seen = parts.filter(
			({ key }) =>
				/^(?:server|client|shared|schema|vars)$/.test(key ?? '') &&
				(runtime !== 'experimental__runtimeEnv' || key !== 'client'),
		);
		for (const { value } of seen) if (value !== undefined) readFields(context, collector, value, via, 0);
		return true;
	}
	const schema = call.receiver ?? others[0];
	let found = false;
	for (const candidate of [schema, ...others]) {
		if (candidate === undefined) continue;
		if (readFields(context, collector, candidate, via, 0) || emitImported(context, candidate, via)) found = true;
	}
	return found;
}

/** Reads the keys of the object that a schema expression holds: `z.object({ … }).extend({ … })`, by name or in place. */
export function readFields(
	context: EnvContext,
	collector: FieldCollector,
	schema: SyntaxNode,
	via: string,
	depth: number,
): boolean {
	const { reader } = context;
	if (depth > 6) return false;
	const inner = reader.unwrap(schema);
	if (reader.is(inner, 'object')) {
		readObject(context, collector, inner, via, depth);
		return true;
	}
	if (inner.type === 'identifier') {
		const value = valueOfName(context, inner.text, inner.startIndex);
		return (
			value !== undefined &&
			value.startIndex !== inner.startIndex &&
			readFields(context, collector, value, via, depth + 1)
		);
	}
	const call = reader.call(inner);
	if (call === undefined) {
		const member = reader.member(inner);
		return member !== undefined && readFields(context, collector, member.object, via, depth + 1);
	}
	const own = call.arguments.map((argument) => readFields(context, collector, argument, via, depth + 1));
	const received =
		call.receiver !== undefined &&
		!/^[a-z]{1,6}$/i.test(call.receiver.text) &&
		readFields(context, collector, call.receiver, via, depth + 1);
	return received || own.includes(true);
}

function readObject(
	context: EnvContext,
	collector: FieldCollector,
	object: SyntaxNode,
	via: string,
	depth: number,
): void {
	const { reader } = context;
	for (const child of namedChildren(object)) {
		if (child.type === 'spread_element') {
			const spread = namedChildren(child)[0];
			if (spread !== undefined) readFields(context, collector, spread, via, depth + 1);
			continue;
		}
		const pair = reader.keyValue(child);
		const name = pair?.key ?? (child.type === 'shorthand_property_identifier' ? child.text : undefined);
		// Options of a schema library are lower case; variables of a schema hardly ever are.
		if (name === undefined || !variableName.test(name) || !/^[A-Z_]+[A-Z0-9_]*$/.test(name)) continue;
		const keyNode = pair?.keyNode ?? child;
		const { presence, fallback } = fieldPresence(context, pair?.value);
		collector.named({
			name,
			span: reader.string(keyNode) ?? spanOf(keyNode),
			via,
			presence,
			...(fallback === undefined ? {} : { default: reader.string(fallback)?.value ?? fallback.text }),
		});
	}
}

/** `z.string()` fails without a value; `.optional()` does not; `.default('x')` and envalid's `{ default: 'x' }` stand in. */
function fieldPresence(
	context: EnvContext,
	value: SyntaxNode | undefined,
): { presence: EnvPresence; fallback?: SyntaxNode } {
	const { reader } = context;
	if (value === undefined) return { presence: 'plain' };
	const named = namedSchema(context, value);
	if (named === null) return { presence: 'plain' };
	if (named !== undefined) {
		const base = fieldPresence(context, named);
		if (base.presence !== 'assumes') return base;
	}
	const { text } = value;
	const call = reader.call(value);
	// valibot: v.optional(v.string(), 'x')
	const second =
		call !== undefined && /^(?:optional|fallback|withDefault)$/.test(call.name) ? call.arguments[1] : undefined;
	const match = /(?:\.(?:default|catch|prefault)\(|\bdefault\s*:)/.exec(text);
	if (second !== undefined || match !== null) {
		const around =
			second ??
			(match === null ? undefined : argumentAt(context, value, value.startIndex + match.index + match[0].length - 1));
		return around !== undefined && isLiteral(context, around)
			? { presence: 'defaulted', fallback: around }
			: { presence: 'defaulted' };
	}
	if (/\boptional\b|\bnullish\b|\.nullable\(|devDefault|Optional\(|undefinedable|allow\(/.test(text))
		return { presence: 'guarded' };
	return { presence: 'assumes' };
}

/**
 * The schema that a field names, `zPort` of `{ PORT: zPort }` and `{ PORT: zPort.min(1) }`: undefined when it names none,
 * null when it is of another file, so that nobody knows what it asks for.
 */
function namedSchema(context: EnvContext, value: SyntaxNode): SyntaxNode | null | undefined {
	const { reader } = context;
	let base = reader.unwrap(value);
	for (let depth = 0; depth < 12; depth++) {
		const next = reader.call(base)?.receiver ?? reader.member(base)?.object;
		if (next === undefined) break;
		base = reader.unwrap(next);
	}
	if (base.type !== 'identifier') return undefined;
	const definition = valueOfName(context, base.text, base.startIndex);
	if (definition !== undefined && definition.startIndex !== base.startIndex) return definition;
	return base.startIndex === value.startIndex && base.endIndex === value.endIndex ? null : undefined;
}

/** The first argument of the call, or the value of the key, whose last character stands at `offset`. */
function argumentAt({ reader }: EnvContext, value: SyntaxNode, offset: number): SyntaxNode | undefined {
	const parent = value.descendantForIndex(offset)?.parent ?? undefined;
	if (parent === undefined) return undefined;
	return reader.is(parent, 'arguments') ? namedChildren(parent)[0] : reader.keyValue(parent)?.value;
}

const isLiteral = ({ reader }: EnvContext, node: SyntaxNode): boolean =>
	!isNothing(node) && (reader.string(node) !== undefined || reader.is(node, 'number') || reader.is(node, 'boolean'));

/** A schema of another file: a class without fields that extends it. */
function emitImported(context: EnvContext, schema: SyntaxNode, via: string): boolean {
	const inner = context.reader.unwrap(schema);
	const found = inner.type === 'identifier' ? importsOf(context).get(inner.text) : undefined;
	if (found === undefined || !/schema|env|conf/i.test(inner.text)) return false;
	context.emit({
		kind: 'env-class',
		name: '',
		bases: [found.imported ?? inner.text],
		root: true,
		via,
		range: rangeOf(context.document, inner),
		fields: [],
	});
	return true;
}

/** `export const envSchema = z.object({ API_URL: z.string() })`, which another file may parse the environment with. */
export function emitSchemas(context: EnvContext): void {
	const { document, root } = context;
	for (const match of document.text.matchAll(/\bexport\s+const\s+(\w+)\b[^=\n]*=\s*(?=[\w.]+\()/g)) {
		const name = match[1] ?? '';
		const node = root.descendantForIndex(match.index + match[0].indexOf(name, 12));
		const value = node?.parent?.type === 'variable_declarator' ? node.parent.childForFieldName('value') : null;
		if (node === null || value === null || !/^(?:z|v|Joi|joi|yup|t|Type|S|S\.Struct|Schema)\.\w+\(/.test(value.text))
			continue;
		const fields: EnvField[] = [];
		readFields(
			context,
			{
				named: ({ name: field, span, presence, default: preset }) =>
					void fields.push({
						name: field,
						range: document.range(span),
						presence,
						...(preset === undefined ? {} : { default: preset }),
					}),
			},
			value,
			'schema',
			0,
		);
		if (fields.length > 0)
			context.emit({
				kind: 'env-class',
				name,
				bases: [],
				root: false,
				via: 'schema',
				range: rangeOf(document, node),
				fields,
			});
	}
}

/** What `createEnv({ server: { KEY: z.string() }, runtimeEnv: { KEY: process.env.X } })` expects of `X`. */
export function runtimePresence(
	context: EnvContext,
	pair: SyntaxNode,
): Pick<ReadSite, 'presence' | 'fallback' | 'detached'> | undefined {
	const { reader } = context;
	const holder = pair.parent?.parent;
	const key = reader.keyValue(pair)?.key;
	if (
		pair.type !== 'pair' ||
		key === undefined ||
		holder?.type !== 'pair' ||
		!/^(?:runtimeEnv|runtimeEnvStrict|experimental__runtimeEnv)$/.test(reader.keyValue(holder)?.key ?? '')
	)
		return undefined;
	for (const group of holder.parent === null ? [] : reader.pairs(holder.parent)) {
		if (group.value === undefined || !/^(?:server|client|shared)$/.test(group.key ?? '')) continue;
		const field = reader.pairs(group.value).find((item) => item.key === key);
		if (field !== undefined) return { ...fieldPresence(context, field.value), detached: true };
	}
	return undefined;
}
