import { nameEnd, type Expander, type Scope } from './expand';

/** Defaults inside defaults are read to this depth. */
const maxDepth = 32;

/**
 * Compose: `$NAME`, `${NAME}`, `$$`, and `${NAME:-a}` with the operators `-`, `+` and `?`, each with or without the colon
 * that counts an empty value as unset. The process wins over the file. A `${` that is none of these rejects the file.
 */
export const expandCompose: Expander = (value, scope) => substitute(value, scope, 0);

function substitute(text: string, scope: Scope, depth: number): string {
	if (depth > maxDepth) {
		scope.note('expansion-limit');
		return text;
	}
	const lastBrace = lastBraces(text);
	let result = '';
	let at = 0;
	for (let dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
		result += text.slice(at, dollar);
		const reference = referenceAt(text, dollar, lastBrace);
		if (reference === 'invalid') {
			scope.note('invalid-template');
			return text;
		}
		const found = reference.name === undefined ? '$' : evaluate(reference, scope, depth);
		if (!scope.spend(found.length + 1)) return text;
		result += found;
		at = reference.end;
	}
	return result + text.slice(at);
}

interface Reference {
	readonly end: number;
	/** Absent for `$$` and for a dollar that means itself. */
	readonly name?: string;
	readonly operator?: string;
	readonly operand?: string;
}

function referenceAt(text: string, dollar: number, lastBrace: (from: number) => number): Reference | 'invalid' {
	const next = text.charAt(dollar + 1);
	if (next === '$') return { end: dollar + 2 };
	const braced = next === '{';
	const start = braced ? dollar + 2 : dollar + 1;
	const end = nameEnd(text, start);
	if (!braced) return end === start ? { end: start } : { name: text.slice(start, end), end };
	if (end === start) return 'invalid';
	const name = text.slice(start, end);
	if (text.charAt(end) === '}') return { name, end: end + 1 };
	const operator = /^:?[-+?]/.exec(text.slice(end, end + 2))?.[0];
	const last = lastBrace(end);
	if (operator === undefined || last < end + operator.length) return 'invalid';
	const close = closingBrace(text, dollar, last);
	return { name, operator, operand: text.slice(end + operator.length, close), end: close + 1 };
}

/** The brace that balances the first one; the last brace of the line when none does. As there, `{` hides the next character. */
function closingBrace(text: string, from: number, last: number): number {
	let open = 0;
	for (let at = from; at <= last; at++) {
		const char = text.charAt(at);
		if (char === '}' && --open === 0) return at;
		if (char === '{') {
			open++;
			at++;
		}
	}
	return last;
}

/** The last `}` on the line of an offset, looked up once a line. */
function lastBraces(text: string): (from: number) => number {
	let lineEnd = -1;
	let brace = -1;
	return (from) => {
		if (from > lineEnd) {
			const end = text.indexOf('\n', from);
			lineEnd = end < 0 ? text.length : end;
			brace = text.lastIndexOf('}', lineEnd);
		}
		return brace;
	};
}

function evaluate({ name = '', operator, operand = '' }: Reference, scope: Scope, depth: number): string {
	const value = scope.env(name) ?? scope.file(name) ?? undefined;
	const present = value !== undefined && !(operator?.startsWith(':') === true && value === '');
	if (operator?.endsWith('?') === true && !present) scope.note('required-variable');
	const takesOperand = operator?.endsWith(present ? '+' : '-') === true;
	return takesOperand ? substitute(operand, scope, depth + 1) : (value ?? '');
}
