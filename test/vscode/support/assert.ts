/** The assertions of suites that also run in a worker, where Node's own don't exist. */

/** Fails unless the value is there and true. */
export function ok(value: unknown, message: string): asserts value {
	if (!value) {
		throw new Error(message);
	}
}

/** Fails unless both are the same JSON; the message shows both. */
export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
	const [is, should] = [actual, expected].map((value) => JSON.stringify(value, undefined, 2));
	if (is !== should) {
		throw new Error(`${message}\nactual:   ${is}\nexpected: ${should}`);
	}
}

/** Fails unless the text has the pattern somewhere; the message shows the text. */
export function match(text: string, pattern: RegExp): void {
	if (!pattern.test(text)) {
		throw new Error(`no ${pattern} in:\n${text}`);
	}
}
