import type { Range } from 'vscode-languageserver-types';
import type { FactBase } from '../model';

export type ProxyKind = 'nginx' | 'ingress-nginx' | 'caddy' | 'traefik';

/** What a location says, itself or from around it. */
export interface ProxySetting {
	/** As written. */
	readonly value: string;
	readonly range: Range;
	/** True when the location itself says it. */
	readonly own: boolean;
}

/** Where a setting is written in when it is missing. */
export interface ProxyInsertion {
	readonly at: Range;
	/** What stands before each setting: a line end's place is taken by `\n`. */
	readonly before: string;
}

export interface PathMatch {
	/** `stop` is nginx's `^~`: a prefix that no regular expression overrules. */
	readonly kind: 'prefix' | 'stop' | 'exact' | 'regex';
	readonly path: string;
	readonly ignoreCase?: true;
}

/** A place of a proxy's configuration that requests of some paths go through. Its range is its head. */
export interface ProxyLocationFact extends FactBase {
	readonly kind: 'proxy-location';
	readonly proxy: ProxyKind;
	/** Locations of one server compete for a path. */
	readonly server: string;
	readonly match: PathMatch;
	/** Absent where requests are answered otherwise. */
	readonly upstream?: Upstream;
	/** `proxy_buffering`. */
	readonly buffering?: ProxySetting;
	/** `proxy_cache`. */
	readonly cache?: ProxySetting;
	readonly readTimeout?: ProxySetting;
	/** Files that may say more. */
	readonly includes: readonly string[];
	/** `X-Accel-Buffering` of the upstream is ignored. */
	readonly ignoresHeader?: true;
	/** A comment says that event streams go through here. */
	readonly streams?: true;
	readonly insertion?: ProxyInsertion;
}

export interface Upstream {
	/** Host names, without ports, that the request may go to; empty when unknown. */
	readonly hosts: readonly string[];
	readonly port?: string;
	/** What takes the place of the matched path: undefined leaves the path as it is, `null` is not known. */
	readonly replace?: { readonly from: string; readonly to: string } | null;
}

/** Settings that a file gives to the files beside it or to whatever includes it. */
export interface ProxyDefaultsFact extends FactBase {
	readonly kind: 'proxy-defaults';
	/** `http` holds for every server, `snippet` where the file is included. */
	readonly level: 'http' | 'snippet';
	readonly names: readonly ('buffering' | 'cache' | 'readTimeout')[];
}
