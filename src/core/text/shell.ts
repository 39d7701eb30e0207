/** A word of a shell command with the text that a program gets to see, as long as what is written. */
export interface ShellWord {
	/** UTF-16 offsets, quotes included. */
	readonly start: number;
	readonly end: number;
	/**
	 * The word as long as written: shell quotes are blank, so that offsets stay true. `"{\"a\": 1}"` gives ` { "a" : 1} `
	 * with its quotes at the outer of the two places.
	 */
	readonly text: string;
	/** True when quotes inside are escaped with backslashes. */
	readonly escaped: boolean;
}

/** The words of the command at an offset, up to its end: an operator, a closing bracket, or a line that does not go on. */
export function shellWords(source: string, offset: number, limit = source.length): ShellWord[] {
	const words: ShellWord[] = [];
	let index = offset;
	while (index < limit) {
		const char = source.charAt(index);
		const continued = /^\\[ \t]*\r?\n(?:[ \t]*(?:>|\*)[ \t])?/.exec(source.slice(index, index + 40));
		if (continued !== null) index += continued[0].length;
		else if (char === ' ' || char === '\t') index++;
		else if (/[\r\n;|&)`#]/.test(char)) break;
		else {
			const word = readWord(source, index, limit);
			words.push(word);
			index = word.end;
		}
	}
	return words;
}

function readWord(source: string, start: number, limit: number): ShellWord {
	let text = '';
	let escaped = false;
	let quote = '';
	let innerOpen = false;
	let index = start;
	for (; index < limit; index++) {
		const char = source.charAt(index);
		if (quote === '' && /[\s;|&)`]/.test(char)) break;
		if (char === quote || (quote === '' && (char === "'" || char === '"'))) {
			quote = quote === '' ? char : '';
			text += ' ';
		} else if (char === '\\' && quote !== "'" && index + 1 < limit) {
			const next = source.charAt(++index);
			if (next === '"') {
				escaped = true;
				text += innerOpen ? '" ' : ' "';
				innerOpen = !innerOpen;
			} else text += next === '\n' || next === '\r' ? ` ${next}` : `\\${next}`;
		} else text += char;
	}
	return { start, end: index, text, escaped };
}

/** One command of a line, and the operator that follows it. */
export interface ShellCommand {
	readonly text: string;
	/** UTF-16 offset in the line, without the blanks around. */
	readonly start: number;
	/** `&&`, `;`, `&` …; empty for the last one. */
	readonly operator: string;
}

/** The commands of a line such as `npm run lint && npm test`. Operators inside quotes are text. */
export function commandsOf(line: string): ShellCommand[] {
	const commands: ShellCommand[] = [];
	let start = 0;
	const add = (end: number, operator: string): void => {
		const text = line.slice(start, end);
		if (text.trim() !== '') {
			const lead = text.length - text.trimStart().length;
			commands.push({ text: text.trim(), start: start + lead, operator });
		}
		start = end + operator.length;
	};
	for (const match of line.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\||;|\||(?<![0-9>])&(?!>)/g)) {
		if (!/^["']/.test(match[0])) add(match.index, match[0]);
	}
	add(line.length, '');
	return commands;
}
