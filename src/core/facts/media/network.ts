import { ancestors, type SyntaxNode } from '../../syntax/node';
import { escape, type Scope } from '../scope';

const endings = 'stop|end|leave|close|hang_?up|hangup|terminate|finish|disconnect|complete|exit|quit';
/** Names of calls that end something on a server. */
export const endsSomething = new RegExp(`^(?:${endings})(?![a-z])`);
const endDefinition = new RegExp(
	`(?:\\b(?:function|const|let|var|async)\\s+|^\\s*|[{,]\\s*)(?:${endings})(?![a-z])[\\w$]*\\s*(?:=|\\([^;]*$|:\\s*(?:async|\\())`,
	'm',
);

const direct =
	/\bfetch\s*\(|\baxios\b|\bky\b|\$fetch\b|\bXMLHttpRequest\b|\b(?:api|http|client|axios\w*|\w*Api|\w*Client|\$http|request)\s*(?:\.\s*\w+)?\s*(?:<[^()<>]*>)?\(\s*["'`]\/|\.(?:post|put|patch|delete)\s*(?:<[^()<>]*>)?\(\s*["'`]/;
/** What bounds the wait. */
const timed = /\btimeout|Timeout\b|AbortSignal|AbortController|\bsignal\b|Promise\.race|keepalive|sendBeacon/;

const definition =
	/(?<![\w$.])(?:function\s+([\w$]+)|(?:const|let|var)\s+([\w$]+)\s*(?::[^=;\n]{1,80})?=\s*(?:async\b|\(|useCallback|[\w$]+\s*=>)|(?:async\s+)?([\w$]+)\s*(?:<[^>(){}]*>)?\([^()]*\)\s*(?::[^{;=]{1,60})?\{|([\w$]+)\s*:\s*(?:async\b|\([^()]*\)\s*=>))/g;

/** Functions of a file that send a request, and those that call them, unless they bound the wait. */
export function networkFunctions(scope: Scope): ReadonlySet<string> {
	const { document } = scope;
	if (!direct.test(document.text)) return new Set();
	const bodies = new Map<string, string>();
	for (const match of document.text.matchAll(definition)) {
		const [name] = match.slice(1).filter(Boolean);
		if (name === undefined || /^(?:if|for|while|switch|catch|function|return)$/.test(name)) continue;
		const at = match.index + match[0].indexOf(name);
		const node = scope.nodeAt({ start: at, end: at + name.length });
		const fn = node === undefined ? undefined : functionNamed(scope, node);
		if (fn !== undefined) bodies.set(name, fn.text);
	}
	const found = new Set<string>();
	for (let round = 0; round < 3; round++) {
		for (const [name, body] of bodies) {
			if (found.has(name) || timed.test(body)) continue;
			const inner = body.slice(body.indexOf('{') < 0 ? body.indexOf('=>') : 0);
			const calls =
				direct.test(inner) ||
				[...found].some(
					(other) => other !== name && new RegExp(`(?<![\\w$])${escape(other)}\\s*(?:<[^()]*>)?\\(`).test(inner),
				);
			if (calls) found.add(name);
		}
	}
	return found;
}

/** The function that a name at its definition stands for. */
export function functionNamed({ reader }: Scope, name: SyntaxNode): SyntaxNode | undefined {
	for (const node of [...ancestors(name)].slice(0, 3)) {
		if (reader.is(node, 'function')) return node;
		const value = reader.keyValue(node)?.value;
		if (value === undefined) continue;
		if (reader.is(value, 'function')) return value;
		const wrapped = reader.call(value)?.arguments[0]; // useCallback(async () => …)
		return wrapped !== undefined && reader.is(wrapped, 'function') ? wrapped : undefined;
	}
	return undefined;
}

/** Whether a file may define a function that ends something by a request. */
export const definesEnd = (text: string): boolean => direct.test(text) && endDefinition.test(text);

/** Whether a call itself sends a request whose wait nothing bounds. */
export const sendsRequest = (call: string): boolean => direct.test(call) && !timed.test(call);
export const isBounded = (call: string): boolean => timed.test(call);
