import type { LanguageId } from '../../syntax/languages';
import type { EnvCallee, EnvCallFact, EnvReadFact, EnvWrapperFact } from '../../facts/env/types';
import { variableName } from '../../facts/env/context';
import type { FileFacts } from '../../facts/model';
import type { IndexedFact } from '../workspaceIndex';
import { plausibility, type Wrapper } from './modules';
import { createModuleFinder } from './scripts';

const maxRounds = 8;

/** Finds the function that a call means among the workspace's wrappers. */
export interface WrapperIndex {
	find(call: EnvCallee, file: FileFacts): Wrapper | undefined;
}

/** The wrappers that reach the environment, by themselves or through others, found in rounds until nothing is new. */
export function createWrapperIndex(
	facts: Iterable<IndexedFact<'env-wrapper'>>,
	files: Iterable<FileFacts>,
): WrapperIndex {
	const find = createModuleFinder(files);
	const byName = new Map<string, Wrapper[]>();
	const add = (wrapper: Wrapper): void => {
		const named = byName.get(wrapper.fact.name) ?? [];
		const twin = named.find((other) => isTwin(other, wrapper));
		if (twin === undefined) byName.set(wrapper.fact.name, [...named, wrapper]);
		// One function that reads twice, first to ask: it fails only if each of its reads does.
		else if (twin.fact.presence === 'assumes')
			byName.set(
				wrapper.fact.name,
				named.map((other) => (other === twin ? wrapper : other)),
			);
	};
	let waiting: Wrapper[] = [];
	for (const { fact, file } of facts) {
		if (fact.callee === undefined) add({ fact, file });
		else waiting.push({ fact, file });
	}

	const index: WrapperIndex = {
		find(call, file) {
			const named = [
				...(byName.get(call.name) ?? []),
				...(call.imported === undefined || call.receiver !== undefined ? [] : (byName.get(call.imported) ?? [])),
			];
			const ranked = named
				.filter(({ fact }) => takes(fact, call.argument))
				.map((wrapper) => ({ wrapper, rank: plausibility(call, file, wrapper, find) }))
				.filter(({ rank }) => rank > 0)
				.sort((a, b) => b.rank - a.rank);
			const [best] = ranked;
			if (best === undefined) return undefined;
			const equals = ranked.filter(({ rank }) => rank === best.rank);
			// A name that means different things in different places says nothing by itself.
			if (best.rank < 3 && equals.some(({ wrapper }) => meaning(wrapper.fact) !== meaning(best.wrapper.fact)))
				return undefined;
			return best.wrapper;
		},
	};

	for (let round = 0; round < maxRounds && waiting.length > 0; round++) {
		const left: Wrapper[] = [];
		const found: Wrapper[] = [];
		for (const wrapper of waiting) {
			const { callee } = wrapper.fact;
			const inner = callee === undefined ? undefined : index.find(callee, wrapper.file);
			if (inner === undefined) left.push(wrapper);
			else found.push({ file: wrapper.file, fact: composed(wrapper.fact, inner.fact) });
		}
		if (found.length === 0) break;
		found.forEach(add);
		waiting = left;
	}
	return index;
}

const isTwin = (a: Wrapper, b: Wrapper): boolean =>
	a.file.uri === b.file.uri &&
	a.fact.container === b.fact.container &&
	a.fact.parameter === b.fact.parameter &&
	meaning(a.fact) === meaning(b.fact);

function takes(fact: EnvWrapperFact, argument: number | string): boolean {
	if (typeof argument === 'string') return argument === fact.parameterName;
	return fact.list === true ? argument >= fact.parameter : argument === fact.parameter;
}

const meaning = ({ prefix = '', suffix = '' }: EnvWrapperFact): string => `${prefix} ${suffix}`;

/** A function that hands its parameter on to another wrapper. */
function composed(outer: EnvWrapperFact, inner: EnvWrapperFact): EnvWrapperFact {
	const prefix = (inner.prefix ?? '') + (outer.prefix ?? '');
	const suffix = (outer.suffix ?? '') + (inner.suffix ?? '');
	const preset = outer.default ?? inner.default;
	return {
		kind: 'env-wrapper',
		name: outer.name,
		range: outer.range,
		parameter: outer.parameter,
		parameterName: outer.parameterName,
		presence: outer.presence === 'plain' ? inner.presence : outer.presence,
		...(outer.container === undefined ? {} : { container: outer.container }),
		...(outer.list === undefined ? {} : { list: outer.list }),
		...(outer.defaultParameter === undefined ? {} : { defaultParameter: outer.defaultParameter }),
		...(outer.defaultParameterName === undefined ? {} : { defaultParameterName: outer.defaultParameterName }),
		...(prefix === '' ? {} : { prefix }),
		...(suffix === '' ? {} : { suffix }),
		...(preset === undefined ? {} : { default: preset }),
	};
}

/** The read that a call of a wrapper is; undefined when the name cannot be a variable's. */
export function readThrough(
	call: EnvCallFact,
	{ fact: wrapper }: Wrapper,
	language: LanguageId,
): EnvReadFact | undefined {
	const name = (wrapper.prefix ?? '') + call.literal + (call.dynamic === undefined ? (wrapper.suffix ?? '') : '');
	if (call.dynamic === undefined && !variableName.test(name)) return undefined;
	const { presence, default: value } = presenceOf(call, wrapper, language);
	return {
		kind: 'env-read',
		name,
		range: call.range,
		presence,
		via: wrapper.name === 'default' ? call.name : wrapper.name,
		source: 'code',
		...(value === undefined ? {} : { default: value }),
		...(call.dynamic === undefined ? {} : { dynamic: { suffix: call.dynamic.suffix + (wrapper.suffix ?? '') } }),
		...(call.constant === undefined ? {} : { constant: call.constant }),
		...(call.fallbackRange === undefined || presence !== 'defaulted' ? {} : { fallbackRange: call.fallbackRange }),
		...(call.test === undefined ? {} : { test: call.test }),
	};
}

function presenceOf(
	call: EnvCallFact,
	wrapper: EnvWrapperFact,
	language: LanguageId,
): Pick<EnvReadFact, 'presence' | 'default'> {
	const defaulted = (value: string | undefined): Pick<EnvReadFact, 'presence' | 'default'> => ({
		presence: 'defaulted',
		...(value === undefined ? {} : { default: value }),
	});
	const keys = [String(wrapper.defaultParameter), wrapper.defaultParameterName ?? ''];
	const given = wrapper.defaultParameter === undefined ? undefined : call.others?.find((key) => keys.includes(key));
	if (given !== undefined) return defaulted(call.defaults?.[given]);
	if (call.presence === 'defaulted') return defaulted(call.defaults?.['']);
	if (wrapper.presence === 'assumes') return { presence: 'assumes' };
	if (wrapper.default !== undefined || wrapper.presence === 'defaulted') return defaulted(wrapper.default);
	// What insists on the result of a Rust function says nothing of the option in it.
	if (language === 'rust' && wrapper.presence === 'guarded') return { presence: 'guarded' };
	return { presence: call.presence === 'plain' ? wrapper.presence : call.presence };
}
