import { RE2JS } from 're2js';

/** A regular expression (RE2 syntax) from a catalogue; its time grows with the text only, whoever wrote it. */
export interface Pattern {
	/** Whether it matches somewhere in the text. */
	test(text: string): boolean;
	/** Whether it matches the whole text. */
	matches(text: string): boolean;
	/** The text with every match replaced; `$1` stands for a group. */
	replace(text: string, replacement: string): string;
}

const compiled = new Map<string, Pattern | undefined>();

/** Undefined when the source is no RE2 expression. */
export function compilePattern(source: string): Pattern | undefined {
	if (!compiled.has(source)) compiled.set(source, compile(source));
	return compiled.get(source);
}

function compile(source: string): Pattern | undefined {
	try {
		const expression = RE2JS.compile(source);
		return {
			test: (text) => expression.matcher(text).find(),
			matches: (text) => expression.matches(text),
			replace: (text, replacement) => expression.matcher(text).replaceAll(replacement),
		};
	} catch {
		return undefined; // the model refuses such a pattern with its place
	}
}
