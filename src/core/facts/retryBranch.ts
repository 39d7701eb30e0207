import type { Range } from 'vscode-languageserver-types';
import { isTestPath } from '../files/testPath';
import { ancestors, descendants, type SyntaxNode } from '../syntax/node';
import type { Extractor } from './extractor';
import type { FactBase } from './model';
import { binary } from './pieces';
import { contains, createScope, spanOf, type Scope } from './scope';

/** A branch that waits and tries again after a 429, in a file that never looks at `Retry-After`. Its range is the test. */
export interface RetryBranchFact extends FactBase {
	readonly kind: 'retry-branch';
	/** The time that is waited, with how the header is read in its place. */
	readonly delay?: { readonly range: Range; readonly before: string; readonly after: string };
}

const limited = /^(?:429|StatusTooManyRequests|TOO_MANY_REQUESTS|TooManyRequests)$/;
const readsLimit =
	/retry[-_ ]?after|rate-?_?limit[-_]?(?:reset|remaining|policy)|x-rate-?limit|p-retry|axios-retry|Bottleneck|tenacity|backoff\.on_/i;
const responseName = /^(?:res|resp|response|r|reply|rsp|answer|rawResponse|fetchResponse)$/i;
const sleepName =
	/^(?:sleep|sleepMs|sleep_ms|delay|pause|wait|waitFor|wait_for|setTimeout|backoff|Sleep|usleep|timeout|sleepFor)$/;

/** Where clients answer a 429 by trying again. */
export const retryBranchExtractor: Extractor = {
	kinds: ['retry-branch'],
	markers: ['429', 'statustoomanyrequests', 'too_many_requests', 'toomanyrequests'],
	*extract({ document, tree, words }) {
		if (!/^(?:typescript|tsx|javascript|vue|svelte|python|go|java|csharp|ruby|php|rust)$/.test(document.language))
			return;
		if (isTestPath(document.path) || readsLimit.test(document.text)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		for (const word of words) {
			const node = scope.nodeAt(word);
			const fact =
				node !== undefined && limited.test(document.text.slice(word.start, word.end)) ? factOf(scope, node) : undefined;
			if (fact !== undefined) yield fact;
		}
	},
};

function factOf(scope: Scope, word: SyntaxNode): RetryBranchFact | undefined {
	const test = testOf(scope, word);
	const branch = test === undefined ? undefined : branchOf(scope, test.node);
	if (test === undefined || branch === undefined) return undefined;
	const { document } = scope;
	const inside = [...descendants(branch)];
	const calls = inside.flatMap((node) => {
		const call = scope.reader.call(node);
		return call === undefined ? [] : [{ node, call }];
	});
	const sleep = calls.find(({ call }) => sleepName.test(call.name));
	if (
		!retries(
			scope,
			branch,
			sleep !== undefined,
			calls.map(({ call }) => call.name),
		)
	)
		return undefined;
	// Whoever gets the response may read its headers.
	const passed = calls.some(
		({ call }) =>
			call.arguments.some((item) => item.text === test.response) &&
			!/^(?:log|debug|info|warn|error|print|isinstance|assert)$/.test(call.name),
	);
	if (passed) return undefined;
	const delay =
		sleep === undefined || test.kept ? undefined : delayOf(scope, sleep.call.arguments, sleep.call.name, test.response);
	return {
		kind: 'retry-branch',
		range: document.range(spanOf(test.node)),
		...(delay === undefined ? {} : { delay }),
	};
}

interface Test {
	readonly node: SyntaxNode;
	/** `res` of `res.status === 429`. */
	readonly response: string;
	/** True when the status was kept in a variable: the response may be out of sight where it is compared. */
	readonly kept: boolean;
}

/** The comparison of a response's status with 429, in whatever form. */
function testOf(scope: Scope, word: SyntaxNode): Test | undefined {
	const { reader } = scope;
	let steps = 0;
	for (const node of ancestors(word)) {
		if (++steps > 6 || reader.is(node, 'statement') || reader.is(node, 'function')) return undefined;
		const sides = binary(node);
		const isComparison =
			sides !== undefined
				? /^===?$/.test(sides.operator)
				: node.type === 'comparison_operator' && !/\bnot\b|!=/.test(node.text);
		if (isComparison) {
			const others = (
				sides === undefined ? node.namedChildren.filter((child) => child !== null) : [sides.left, sides.right]
			).filter((side) => !contains(side, word));
			const response = others.map((side) => responseOf(scope, side)).find((name) => name !== undefined);
			return response === undefined ? undefined : { node, ...response };
		}
		if (sides !== undefined) return undefined;
		const call = reader.call(node);
		if (call?.name === 'includes' && call.arguments[0] !== undefined && !contains(call.arguments[0], word)) {
			const response = responseOf(scope, call.arguments[0]);
			return response === undefined ? undefined : { node, ...response };
		}
		if (call !== undefined && !limited.test(call.name)) return undefined;
	}
	return undefined;
}

/** `res` of `res.status`, `error.response` of `error.response?.status`; also through a variable. */
function responseOf(scope: Scope, expression: SyntaxNode, depth = 0): Omit<Test, 'node'> | undefined {
	const { reader } = scope;
	const node = reader.unwrap(expression);
	const member = reader.member(node);
	const call = reader.call(node);
	const property = member?.property ?? (call?.arguments.length === 0 ? call.name : undefined);
	const object = member?.object ?? call?.receiver;
	if (
		property !== undefined &&
		object !== undefined &&
		/^(?:status|status_?code|code|status_?Code|getStatusCode|statusCode)$/i.test(property)
	) {
		const name = reader.lastName(object) ?? object.text;
		return responseName.test(name) ? { response: object.text, kept: depth > 0 } : undefined;
	}
	const value = depth < 2 && reader.is(node, 'name') ? scope.valueOf(node) : undefined;
	return value === undefined ? undefined : responseOf(scope, value, depth + 1);
}

/** What runs when a test holds. */
function branchOf({ reader }: Scope, test: SyntaxNode): SyntaxNode | undefined {
	for (const node of ancestors(test)) {
		if (node !== test && (reader.is(node, 'function') || reader.is(node, 'block'))) return undefined;
		if (!/^(?:if|if_statement|if_expression|elif_clause|elsif|else_if_clause)$/.test(node.type)) continue;
		const condition = node.childForFieldName('condition');
		if (condition === null || !contains(condition, test) || /^\(?\s*!/.test(condition.text)) return undefined;
		return node.childForFieldName('consequence') ?? node.childForFieldName('body') ?? undefined;
	}
	return undefined;
}

/** Whether a branch tries again: by calling its own function, or by waiting within a loop. */
function retries({ reader }: Scope, branch: SyntaxNode, waits: boolean, called: readonly string[]): boolean {
	let inLoop = false;
	for (const node of ancestors(branch)) {
		if (/^(?:for|while|do|loop|until)(?:_\w+)?$/.test(node.type)) inLoop = true;
		if (!reader.is(node, 'function')) continue;
		const own =
			node.childForFieldName('name')?.text ?? (node.parent === null ? undefined : reader.keyValue(node.parent)?.key);
		if (own !== undefined && called.includes(own)) return true;
		if (own !== undefined) break;
	}
	return waits && inLoop && !/\b(?:throw|raise)\b/.test(branch.text);
}

function delayOf(scope: Scope, args: readonly SyntaxNode[], name: string, response: string): RetryBranchFact['delay'] {
	const { document } = scope;
	const node = name === 'setTimeout' ? args[1] : args[0];
	if (node === undefined || args.length > 2) return undefined;
	const range = document.range(spanOf(node));
	const isSimple = /^[\w.]+$/.test(node.text);
	if (document.language === 'python') {
		return {
			range,
			before: `float(${response}.headers.get("Retry-After") or ${isSimple ? '' : '('}`,
			after: isSimple ? ')' : '))',
		};
	}
	if (!/^(?:typescript|tsx|javascript|vue|svelte)$/.test(document.language)) return undefined;
	// An axios response has its headers as properties.
	const isAxios =
		/\.response\b/.test(response) || (/\baxios\b/.test(document.text) && !/\bfetch\s*\(/i.test(document.text));
	const header = isAxios ? `${response}.headers['retry-after']` : `${response}.headers.get('Retry-After')`;
	return { range, before: `Number(${header}) * 1000 || ${isSimple ? '' : '('}`, after: isSimple ? '' : ')' };
}
