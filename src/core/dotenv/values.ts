import type { DialectTraits } from './dialects';
import type { Scope } from './expand';
import { note, reject, type Scan, type Statement } from './scan';
import type { DotenvEnvironment } from './types';

/** The characters that the references of one file may produce: a chain of `B=$A$A`, `C=$B$B` … doubles with each line. */
const expansionLimit = 4_000_000;

export interface Decoded {
	readonly statement: Statement;
	readonly key: string;
	readonly literal: string;
	value: string | null | undefined;
}

/** Gives each statement its value as the loader would; problems found on the way go to the scan. */
export function readValues(
	text: string,
	scan: Scan,
	traits: DialectTraits,
	env: DotenvEnvironment,
): readonly Decoded[] {
	const process = (name: string): string | undefined => (Object.hasOwn(env, name) ? env[name] : undefined);
	const file = new Map<string, string | null>();
	let left = expansionLimit;

	const decoded = scan.statements.map((statement): Decoded => {
		const key = text.slice(statement.key.start, statement.key.end);
		const raw = statement.value === undefined ? '' : text.slice(statement.value.start, statement.value.end);
		const setting = (name: string) => file.get(name) ?? process(name);
		const entry: Decoded = { statement, key, literal: traits.decode(raw, statement.quote, setting), value: undefined };
		if (traits.order === 'text') assign(entry);
		return entry;
	});
	if (traits.order === 'object') for (const entries of inObjectOrder(decoded)) assign(...entries);
	return decoded;

	/** Only the last of several statements is seen by later references. */
	function assign(...entries: readonly Decoded[]): void {
		for (const entry of entries) entry.value = valueOf(entry);
		const last = entries.at(-1);
		if (last?.value !== undefined) file.set(last.key, last.value);
	}

	function valueOf({ statement, key, literal }: Decoded): string | null | undefined {
		const current = process(key);
		if (traits.processWins === 'when-set' && current !== undefined && key !== 'DOTENV_LINEBREAK_MODE') return current;
		if (traits.processWins === 'when-not-empty' && current && current !== literal) return finish(current);
		if (traits.bareKey === 'empty' && statement.exported && statement.unassigned === true) {
			if (!file.has(key)) reject(scan, 'unset-export', statement.range);
			return file.get(key);
		}
		if (statement.value === undefined) return bareValue(current);
		if (traits.expand === undefined || traits.literalQuotes.includes(statement.quote)) return finish(literal);
		return finish(traits.expand(literal, scopeOf(statement)));
	}

	function bareValue(current: string | undefined): string | null | undefined {
		if (traits.bareKey === 'inherited') return current;
		return traits.bareKey === 'null' ? null : '';
	}

	function finish(value: string): string {
		return traits.finish?.(value) ?? value;
	}

	function scopeOf(statement: Statement): Scope {
		const noted = new Set<string>();
		const range = statement.value ?? statement.key;
		const scope: Scope = {
			env: process,
			file: (name) => file.get(name),
			spend(characters) {
				left -= characters;
				if (left < 0) scope.note('expansion-limit');
				return left >= 0;
			},
			note(kind) {
				if (noted.has(kind)) return;
				noted.add(kind);
				if (traits.fatal.includes(kind)) reject(scan, kind, range);
				else note(scan, kind, range);
			},
		};
		return scope;
	}
}

/** The statements of each key of a JavaScript object, in the order of its keys: array indexes, then by first appearance. */
function inObjectOrder(decoded: readonly Decoded[]): readonly (readonly Decoded[])[] {
	const byKey: Record<string, Decoded[]> = Object.fromEntries(decoded.map(({ key }) => [key, []]));
	for (const entry of decoded) byKey[entry.key]?.push(entry);
	return Object.values(byKey);
}
