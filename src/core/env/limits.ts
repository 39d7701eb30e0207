import { RE2JS } from 're2js';
import type { CatalogVariable } from '../catalog/model';

/** What a value may be. */
export type Limits = Pick<CatalogVariable, 'type'> &
	Partial<Pick<CatalogVariable, 'min' | 'max' | 'enum' | 'pattern' | 'default' | 'unit' | 'minLength'>>;

export interface Violation {
	/** `at least 2`, `one of …`; follows "must be". */
	readonly expected: string;
	/** A value that is right: the documented default or the nearest limit. */
	readonly better?: string;
}

/** How a value breaks its limits; undefined when it doesn't, or nobody can tell. */
export function violation(value: string, limits: Limits): Violation | undefined {
	return numberViolation(value, limits) ?? wordViolation(value, limits) ?? patternViolation(value, limits);
}

/** The limits in words: `an integer from 1 to 65535`. */
export function limitsText({ type, min, max, enum: words }: Limits): string | undefined {
	if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
	const [low, high] = bounds({ type, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
	if (low !== undefined && high !== undefined) return `from ${low} to ${high}`;
	if (low !== undefined) return `at least ${low}`;
	return high === undefined ? undefined : `at most ${high}`;
}

const bounds = ({ type, min, max }: Limits): readonly [number | undefined, number | undefined] =>
	type === 'port' ? [Math.max(min ?? 1, 1), Math.min(max ?? 65535, 65535)] : [min, max];

function numberViolation(value: string, limits: Limits): Violation | undefined {
	const { type } = limits;
	if (type !== 'integer' && type !== 'number' && type !== 'port') return undefined;
	const [low, high] = bounds(limits);
	const noun = type === 'number' ? 'a number' : type === 'port' ? 'a port' : 'a whole number';
	const range = limitsText(limits);
	const expected = range === undefined ? noun : `${noun} ${range}`;
	const number = Number(value);
	if (!/^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(value) || Number.isNaN(number)) return better(expected, limits);
	if (type !== 'number' && !Number.isInteger(number)) return better(expected, limits, String(Math.round(number)));
	if (low !== undefined && number < low) return better(expected, limits, String(low));
	if (high !== undefined && number > high) return better(expected, limits, String(high));
	return undefined;
}

const booleans = /^(?:true|false|1|0|yes|no|on|off|y|n|t|f|enabled?|disabled?)$/i;

function wordViolation(value: string, limits: Limits): Violation | undefined {
	const { type, enum: words } = limits;
	if (words !== undefined && type !== 'list') {
		if (words.includes(value)) return undefined;
		const meant = words.find((word) => word.toLowerCase() === value.toLowerCase());
		return better(`one of ${words.map((word) => `\`${word}\``).join(', ')}`, limits, meant);
	}
	if (type === 'boolean' && !booleans.test(value)) return better('`true` or `false`', limits);
	if (type === 'url' && !/^[a-z][a-z0-9+.-]*:/i.test(value)) return better('an address with its scheme', limits);
	if (type === 'origin' && value !== '*' && value.split(',').some((item) => !isOrigin(item.trim()))) {
		const trimmed = value.replace(/\/+$/, '');
		return better('an origin: scheme, host and port without a path', limits, isOrigin(trimmed) ? trimmed : undefined);
	}
	return undefined;
}

const isOrigin = (value: string): boolean =>
	value === '' || value === 'null' || /^[a-z][a-z0-9+.-]*:\/\/[^/\s]+$/i.test(value);

function patternViolation(value: string, { pattern }: Limits): Violation | undefined {
	if (pattern === undefined) return undefined;
	try {
		return RE2JS.compile(pattern).matches(value) ? undefined : { expected: `of the form \`${pattern}\`` };
	} catch {
		return undefined; // the catalogue's pattern is no RE2 pattern
	}
}

/** The documented default if it is right itself, else the nearest limit. */
function better(expected: string, limits: Limits, nearest?: string): Violation {
	const { default: standard } = limits;
	const value = standard === undefined ? nearest : String(standard);
	return { expected, ...(value === undefined ? {} : { better: value }) };
}
