import type { Range } from 'vscode-languageserver-types';
import type { FactBase } from '../model';

/** One name of a list, as written: a name with a stray quote or two names in one string stay as they are. */
export interface ListEntry {
	readonly name: string;
	readonly range: Range;
}

/** Where and how a name is added so that a list keeps its style: at `range` (empty), `before` + name + `after`. */
export interface Insertion {
	readonly range: Range;
	readonly before: string;
	readonly after: string;
	/** All names of the list are lower case. */
	readonly lower?: true;
}

/**
 * What is known of a list: `listed` (its entries and what `refs` stand for), `any` (`*`), `reflect` (what the browser asks
 * for is granted), `unknown` (built at run time), `absent` (not declared: the library's default holds).
 */
export type ListState = 'listed' | 'any' | 'reflect' | 'unknown' | 'absent';

export interface ValueList {
	readonly state: ListState;
	readonly entries: readonly ListEntry[];
	/** Constants that the list is built from, to be looked up in the workspace: `CORS_HEADERS`, `Headers.TENANT`. */
	readonly refs: readonly string[];
	readonly insert?: Insertion;
}

export const absentList: ValueList = { state: 'absent', entries: [], refs: [] };

export type CorsFramework =
	| 'node'
	| 'starlette'
	| 'flask'
	| 'django'
	| 'spring'
	| 'aspnet'
	| 'go'
	| 'rails'
	| 'laravel'
	| 'rust'
	| 'config'
	| 'proxy'
	| 'hand-written';

/** What a server declares about requests from other origins. */
export interface CorsPolicyFact extends FactBase {
	readonly kind: 'cors-policy';
	readonly name: CorsFramework;
	/** The options' constant, which a `cors(options)` elsewhere may refer to. */
	readonly constant?: string;
	readonly allowed: ValueList;
	readonly exposed: ValueList;
	readonly origins: ValueList;
	readonly credentials: boolean | 'unknown';
	/** Where `credentials` is switched on. */
	readonly credentialsRange?: Range;
	/** The literal that says so, such as `true`. */
	readonly credentialsValue?: Range;
	/** `route`: declared for one route, router or handler. */
	readonly scope: 'server' | 'route';
	/** It holds in some environments only: inside `if (dev)`, or in `appsettings.Development.json`. */
	readonly conditional?: true;
	/** It is read by the proxy or the gateway in front of a server. */
	readonly infrastructure?: true;
}

/** A named header or list of headers: `const TENANT_HEADER = 'X-Tenant'`, `export const ALLOWED_HEADERS = [...]`. */
export interface HeaderConstantFact extends FactBase {
	readonly kind: 'header-constant';
	/** `TENANT_HEADER`, or `Headers.TENANT` for a member of an object or an enum. */
	readonly name: string;
	readonly list: ValueList;
}
