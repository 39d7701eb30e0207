import type { Severity } from '../../core/catalog/model';

/** Colours of a terminal, or none. */
export interface Paint {
	readonly dim: (text: string) => string;
	readonly bold: (text: string) => string;
	readonly underline: (text: string) => string;
	readonly severity: (severity: Severity, text: string) => string;
}

const colors = { error: 31, warning: 33, information: 34, hint: 90 } as const satisfies Record<Severity, number>;

export function createPaint(color: boolean): Paint {
	const style = (open: number, close: number) => (text: string) =>
		color ? `\u001B[${open}m${text}\u001B[${close}m` : text;
	return {
		dim: style(2, 22),
		bold: style(1, 22),
		underline: style(4, 24),
		severity: (severity, text) => style(colors[severity], 39)(text),
	};
}

/** Text from files without the characters that a terminal would obey. */
export const printable = (text: string): string =>
	text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
