import type { EnvDefinitionFact } from '../facts/envDefinition';
import { violation, type Limits } from './limits';

const word = String.raw`["'\`]?([\w.-]{1,30})["'\`]?`;
/** `one of: debug, info or warn`, `options: a | b`, `(a|b|c)`. */
const listed = new RegExp(
	String.raw`(?:\bone of|\b(?:allowed|possible|valid|supported|available)(?: values| options)?(?: are)?|\b(?:options|choices|values)(?: are)?)\s*[:=]?\s*[([{]?\s*(${word}(?:\s*(?:,|\||\/|\bor\b|, or)\s*${word})+)`,
	'i',
);
const piped = new RegExp(String.raw`(?:^|[(\[{<:]\s*)(${word}(?:\s*\|\s*${word})+)\s*(?:$|[)\]}>.])`, 'i');
const between = /\b(?:between|from|range:?)\s+(-?\d+(?:\.\d+)?)\s*(?:and|to|-|–|\.\.)\s*(-?\d+(?:\.\d+)?)/i;
const least =
	/\b(?:at least|min(?:imum)?(?: value)?(?: is)?:?|>=)\s*(-?\d+(?:\.\d+)?)(?!\s*(?:char|byte|letter|bit|digit|s\b|sec|min|hour|[km]b))/i;
const most =
	/\b(?:at most|no more than|max(?:imum)?(?: value)?(?: is)?:?|<=)\s*(-?\d+(?:\.\d+)?)(?!\s*(?:char|byte|letter|bit|digit|s\b|sec|min|hour|[km]b))/i;

/** The limits that an example's comment states in so many words, and that its own value keeps. */
export function limitOfComment({ documentation, value }: EnvDefinitionFact): Limits | undefined {
	if (documentation === undefined || value.literal === undefined) return undefined;
	const limits = readLimits(documentation);
	return limits === undefined || violation(value.literal, limits) !== undefined ? undefined : limits;
}

function readLimits(text: string): Limits | undefined {
	const list = listed.exec(text)?.[1] ?? piped.exec(text)?.[1];
	if (list !== undefined) {
		const words = list.split(/\s*(?:,\s*or\b|,|\||\/|\bor\b)\s*/).map((item) => item.replace(/^["'`]|["'`.]+$/g, ''));
		// "etc." and a trailing "…" say that there are more.
		return words.length > 1 && !/\betc\b|\.\.\.|…|e\.g\.|such as/i.test(text)
			? { type: 'enum', enum: words }
			: undefined;
	}
	const range = between.exec(text);
	if (range !== null) return { type: 'number', min: Number(range[1]), max: Number(range[2]) };
	const [low, high] = [least.exec(text)?.[1], most.exec(text)?.[1]];
	if (low === undefined && high === undefined) return undefined;
	return {
		type: 'number',
		...(low === undefined ? {} : { min: Number(low) }),
		...(high === undefined ? {} : { max: Number(high) }),
	};
}
