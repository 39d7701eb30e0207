import { formatPatch, structuredPatch } from 'diff';

/** A text, and the same with its secrets masked line by line. */
export interface ShownText {
	readonly text: string;
	readonly masked: string;
}

/** A unified diff of one file, in which no secret is shown. `before` is undefined for a new file. */
export function unifiedDiff(file: string, before: ShownText | undefined, after: ShownText): string {
	const oldName = before === undefined ? '/dev/null' : `a/${file}`;
	const patch = structuredPatch(oldName, `b/${file}`, before?.text ?? '', after.text, undefined, undefined, {
		context: 3,
	});
	const oldLines = (before?.masked ?? '').split('\n');
	const newLines = after.masked.split('\n');
	for (const hunk of patch.hunks) {
		let oldLine = hunk.oldStart - 1;
		let newLine = hunk.newStart - 1;
		hunk.lines = hunk.lines.map((line) => {
			if (line.startsWith('\\')) return line;
			if (line.startsWith('-')) return `-${oldLines[oldLine++] ?? ''}`;
			if (!line.startsWith('+')) oldLine++;
			return `${line.charAt(0)}${newLines[newLine++] ?? ''}`;
		});
	}
	const headers = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
	return formatPatch(patch, headers);
}
