/** Text from a catalogue as Markdown that means only itself, except for `code spans`, which are kept. */
export function escapeMarkdown(text: string): string {
	return text
		.split(/(`[^`\n]+`)/)
		.map((part, index) => (index % 2 === 1 ? part : escapePlain(part)))
		.join('');
}

function escapePlain(text: string): string {
	return text
		.replace(/[\\`*_{}[\]()#+!|~<>&]/g, (char) => (char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`))
		.replace(/^(\s*)([-=])/gm, '$1\\$2')
		.replace(/^(\s*\d+)\.(?=\s|$)/gm, '$1\\.')
		.replace(/(https?|ftp|www)([:.])/gi, '$1\u200B$2')
		.replace(/[\r\n]+/g, ' ');
}

/** Text as a code span, whatever backticks it holds. */
export function code(text: string): string {
	const runs = text.match(/`+/g) ?? [];
	const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
	const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
	return `${fence}${space}${text.replace(/[\r\n]+/g, ' ')}${space}${fence}`;
}

/** A link; an address that is not http or https is left out, so that a catalogue cannot bring a command. */
export function link(title: string, url: string): string {
	if (!/^https?:\/\//i.test(url)) return escapeMarkdown(title);
	return `[${escapeMarkdown(title)}](${encodeURI(url.replace(/\p{Surrogate}/gu, ''))
		.replace(/%25/g, '%')
		.replace(/[()]/g, (char) => (char === '(' ? '%28' : '%29'))})`;
}
