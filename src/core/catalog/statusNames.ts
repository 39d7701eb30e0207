import type { Token } from './tokens';

/** HTTP statuses by the names that frameworks give them, all derived from the reason phrases of the standards catalogue. */
export interface StatusNames {
	/** The status that a constant, class or helper name stands for: `TOO_MANY_REQUESTS`, `HTTP_429_TOO_MANY_REQUESTS`, `StatusTooManyRequests`. */
	statusOf(name: string): number | undefined;
	/** The name of `status`, in the style of `like`: `StatusBadRequest` → `StatusTooManyRequests`. Undefined when it has none. */
	nameLike(status: number, like: string): string | undefined;
}

const flatten = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Other names that well-known libraries use for a reason phrase. */
const synonyms: Readonly<Record<string, number>> = {
	payloadtoolarge: 413,
	requestentitytoolarge: 413,
	requesttoolong: 413,
	unprocessableentity: 422,
	uritoolong: 414,
	requesturitoolong: 414,
	requestedrangenotsatisfiable: 416,
	imateapot: 418,
	teapot: 418,
	internalerror: 500,
};

export function createStatusNames(tokens: readonly Token[]): StatusNames {
	const byName = new Map<string, number>(Object.entries(synonyms));
	const byStatus = new Map<number, string>();
	for (const token of tokens) {
		if (token.kind !== 'http' || token.name === undefined) continue;
		byName.set(flatten(token.name), Number(token.text));
		byStatus.set(Number(token.text), token.name);
	}
	return {
		statusOf(name) {
			const numbered = /^(?:HTTP_|Status|SC_)?([1-5]\d\d)(?:_?[A-Z]\w*)$/.exec(name)?.[1];
			if (numbered !== undefined) return Number(numbered);
			const flat = flatten(name.replace(/^(?:HTTP_STATUS_|HTTP_|SC_|Status(?=[A-Z]))/, ''));
			return byName.get(flat) ?? byName.get(flat.replace(/(?:exception|objectresult|result|response)$/, ''));
		},
		nameLike(status, like) {
			const phrase = byStatus.get(status);
			if (phrase === undefined) return undefined;
			const words = phrase.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
			const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
			const snake = words.join('_');
			const numbered = /^(HTTP_|Status|SC_)([1-5]\d\d)/.exec(like);
			if (numbered?.[1] === 'Status') return `Status${status}${camel}`;
			if (numbered !== null) return `${numbered[1] ?? ''}${status}_${snake.toUpperCase()}`;
			if (/^Status[A-Z]/.test(like)) return `Status${camel}`;
			const prefix = /^(?:HTTP_STATUS_|HTTP_|SC_)/.exec(like)?.[0] ?? '';
			if (/^[A-Z0-9_]+$/.test(like)) return prefix + snake.toUpperCase();
			if (/^[a-z0-9_]+$/.test(like)) return snake.toLowerCase();
			return /^[A-Z][A-Za-z]+$/.test(like) && !/(?:Exception|Result|Error)$/.test(like) ? camel : undefined;
		},
	};
}
