import type { PayloadCondition } from '../catalog/model';
import type { DataValue, ObjectValue } from '../facts/object';
import { parsePaths, selectAny, type Located, type Path } from './path';

/** True, false, or undefined when the text does not say. */
export type Truth = boolean | undefined;

export interface Condition {
	readonly paths: readonly Path[];
	readonly source: PayloadCondition;
	readonly factors: readonly Factor[];
}

export interface Factor {
	readonly paths: readonly Path[];
	readonly default: number | undefined;
}

export interface Outcome {
	readonly truth: Truth;
	/** The values that meet the condition. */
	readonly hits: readonly Located[];
	/** The product that the value should have been. */
	readonly expected?: number;
}

export const compileFactors = (factors: PayloadCondition['notProductOf']): readonly Factor[] =>
	(factors ?? []).map((factor) => ({ paths: parsePaths(factor.path), default: factor.default }));

export const compileCondition = (source: PayloadCondition): Condition => ({
	paths: parsePaths(source.path),
	source,
	factors: compileFactors(source.notProductOf),
});

export function evaluate({ paths, source, factors }: Condition, root: ObjectValue): Outcome {
	const { found, open } = selectAny(root, paths);
	if (source.present !== undefined) return presence(source.present, found, open);
	if (found.length === 0) {
		const absent = open || source.default === undefined ? undefined : literal(source.default, root);
		const truth = open ? undefined : absent === undefined ? false : meets(source, absent, undefined);
		return { truth, hits: [] };
	}
	const expected = source.notProductOf === undefined ? undefined : product(factors, root);
	const truths = found.map(({ value }) => meets(source, value, expected));
	const hits = found.filter((_, index) => truths[index] === true);
	const truth = hits.length > 0 ? true : open || truths.includes(undefined) ? undefined : false;
	return { truth, hits, ...(expected === undefined ? {} : { expected }) };
}

/** What is explicitly `null` is a choice: neither present nor missing. */
function presence(present: boolean, found: readonly Located[], open: boolean): Outcome {
	const hits = found.filter(({ value }) => value.kind !== 'null');
	const exists = hits.length > 0 ? true : open || found.length > 0 ? undefined : false;
	const truth = exists === undefined ? undefined : exists === present;
	return { truth, hits: truth === true ? hits : [] };
}

const literal = (value: string | number | boolean, { range }: ObjectValue): DataValue =>
	typeof value === 'string'
		? { kind: 'string', value, matches: [], partial: false, range }
		: typeof value === 'number'
			? { kind: 'number', value, range }
			: { kind: 'boolean', value, range };

function meets(test: PayloadCondition, value: DataValue, expected: number | undefined): Truth {
	if (value.kind === 'unknown') return undefined;
	if (test.empty !== undefined) return negateUnless(test.empty, isEmpty(value));
	if (test.equals !== undefined) return isOneOf([test.equals], value);
	if (test.oneOf !== undefined) return isOneOf(test.oneOf, value);
	if (test.noneOf !== undefined) {
		const known = value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean';
		return known ? negateUnless(false, isOneOf(test.noneOf, value)) : undefined;
	}
	if (test.matches !== undefined) {
		if (value.kind !== 'string') return false;
		return value.matches.includes(test.matches) ? true : value.partial ? undefined : false;
	}
	if (value.kind !== 'number') return undefined;
	if (test.above !== undefined) return value.value > test.above;
	if (test.atMost !== undefined) return value.value <= test.atMost;
	return expected === undefined ? undefined : value.value !== expected;
}

const negateUnless = (wanted: boolean, truth: Truth): Truth => (truth === undefined ? undefined : truth === wanted);

function isEmpty(value: DataValue): Truth {
	switch (value.kind) {
		case 'string':
			return value.partial ? undefined : value.value === '';
		case 'list':
			return value.items.length > 0 ? false : value.open ? undefined : true;
		case 'object':
			return value.end !== undefined ? false : value.open ? undefined : true;
		case 'null':
			return true;
		case 'number':
		case 'boolean':
			return false;
		case 'unknown':
			return undefined;
	}
}

function isOneOf(values: readonly unknown[], value: DataValue): Truth {
	if (value.kind === 'string') return value.partial ? undefined : values.includes(value.value);
	if (value.kind === 'number' || value.kind === 'boolean') return values.includes(value.value);
	return value.kind === 'unknown' ? undefined : false;
}

/** Undefined when one of the numbers is not to be seen. */
export function product(factors: readonly Factor[], root: ObjectValue): number | undefined {
	let result = 1;
	for (const factor of factors) {
		const number = numberAt(root, factor);
		if (number === undefined) return undefined;
		result *= number;
	}
	return result;
}

function numberAt(root: ObjectValue, factor: Factor): number | undefined {
	const { found, open } = selectAny(root, factor.paths);
	const [first, ...others] = found;
	if (first === undefined) return open ? undefined : factor.default;
	return first.value.kind === 'number' && others.length === 0 ? first.value.value : undefined;
}
