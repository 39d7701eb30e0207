import type { Range } from 'vscode-languageserver-types';
import type { DataValue, ObjectFact, ObjectValue } from '../facts/object';
import { evaluate, type Condition, type Outcome } from './condition';
import type { Payload } from './compile';
import { select, selectAny, type Located, type Path } from './path';

/** A place where a body breaks a constraint. */
export interface Verdict {
	readonly range: Range;
	/** What is marked; absent when it is the body itself. */
	readonly located?: Located;
	/** The number or documented word found, '' when there is none. */
	readonly value: string | number;
	readonly expected?: number;
}

/** Where a body meets all conditions of a constraint; nowhere when one is unknown. */
export function judge(payload: Payload, fact: ObjectFact): Verdict[] {
	const outcomes = payload.when.map((condition) => evaluate(condition, fact.root));
	if (outcomes.some(({ truth }) => truth !== true)) return [];
	const hits = new Set(outcomes.flatMap((outcome) => outcome.hits.map(({ value }) => value)));
	const marked = payload.at.map((path) => markedAt(path, fact.root, hits)).find((found) => found.length > 0) ?? [];
	const expected = outcomes.find((outcome) => outcome.expected !== undefined)?.expected;
	const rest = expected === undefined ? {} : { expected };
	const value = valueFound(payload, outcomes, fact.root);
	if (marked.length === 0) return [{ range: nearest(payload, fact), value, ...rest }];
	return marked.map((located) => ({
		range: payload.source.mark === 'key' ? (located.pair?.keyRange ?? located.value.range) : located.value.range,
		located,
		value: scalarOf(located) ?? value,
		...rest,
	}));
}

/** Of several the ones that meet a condition. */
function markedAt(path: Path, root: ObjectValue, hits: ReadonlySet<DataValue>): readonly Located[] {
	const { found } = select(root, path);
	const isOne = !path.includes('[]') && !path.includes('*');
	return isOne ? found : found.filter(({ value }) => hits.has(value));
}

/** The value of the condition on what is marked, or the default that stands for it. */
function valueFound({ when, at }: Payload, outcomes: readonly Outcome[], root: ObjectValue): string | number {
	const isMarked = (condition: Condition): boolean =>
		condition.paths.some((path) => at.some((other) => other.join('.') === path.join('.')));
	const condition = when.find((item) => item.source.default !== undefined && isMarked(item)) ?? when.find(isMarked);
	if (condition === undefined) return '';
	const [first] = outcomes[when.indexOf(condition)]?.hits ?? [];
	const value = first === undefined ? undefined : scalarOf(first);
	const absent = selectAny(root, condition.paths).found.length === 0 ? condition.source.default : undefined;
	return value ?? (typeof absent === 'boolean' ? String(absent) : (absent ?? ''));
}

function scalarOf({ value }: Located): string | number | undefined {
	if (value.kind === 'number' || value.kind === 'string') return value.value;
	return value.kind === 'boolean' ? String(value.value) : undefined;
}

/** The first line of the object that the marked value would stand in. */
function nearest({ at }: Payload, { root, range }: ObjectFact): Range {
	const [path = []] = at;
	for (let length = path.length - 1; length > 0; length--) {
		const [found] = select(root, path.slice(0, length)).found;
		if (found !== undefined) return found.pair?.keyRange ?? found.value.range;
	}
	return range;
}
