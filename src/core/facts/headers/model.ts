import type { FactBase } from '../model';

/** Where code runs, as far as its own file tells. */
export type Runtime = 'browser' | 'server' | 'unknown';

/**
 * Where a request goes: `same` origin, `relative` to a client's base that stands elsewhere, an `other` host, or `unknown`
 * (an environment variable, a parameter).
 */
export interface RequestTarget {
	readonly kind: 'same' | 'relative' | 'other' | 'unknown';
	/** Host of an absolute URL. */
	readonly host?: string;
	/** What the address starts with, as written: `import.meta.env.VITE_API_URL`. */
	readonly base?: string;
	/** The client object that sends it, when another file declares it. */
	readonly client?: string;
}

/** A header that code puts on a request. */
export interface HeaderSentFact extends FactBase {
	readonly kind: 'header-sent';
	/** The header's name, or the constant that stands for it when {@link constant} is set. */
	readonly name: string;
	readonly constant?: true;
	readonly runtime: Runtime;
	readonly target: RequestTarget;
}

/** A header that a server reads from a request (`request`), or a client from a response (`response`). */
export interface HeaderReadFact extends FactBase {
	readonly kind: 'header-read';
	readonly name: string;
	readonly constant?: true;
	readonly side: 'request' | 'response';
	readonly runtime: Runtime;
	/** Where the response comes from. */
	readonly target?: RequestTarget;
}

/** A header that a server puts on a response. */
export interface HeaderReturnedFact extends FactBase {
	readonly kind: 'header-returned';
	readonly name: string;
	readonly constant?: true;
}

/** A client object with an address of its own: `export const api = axios.create({ baseURL })`. */
export interface HttpClientFact extends FactBase {
	readonly kind: 'http-client';
	readonly name: string;
	readonly target: RequestTarget;
}

export type HeaderFact = HeaderSentFact | HeaderReadFact | HeaderReturnedFact | HttpClientFact;
