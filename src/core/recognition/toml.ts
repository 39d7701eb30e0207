const tableHead = /^[ \t]*\[{1,2}[ \t]*([^\]\r\n]+)/gm;

/** The parts of the name of the TOML table that an offset stands in: `[env.production]` gives `env`, `production`. */
export function tableOf(text: string, offset: number): string[] {
	let name = '';
	for (const match of text.slice(0, offset).matchAll(tableHead)) name = match[1] ?? '';
	return name.split('.').map((part) => part.trim().replace(/^["']|["']$/g, ''));
}
