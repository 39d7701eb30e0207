import type { EnvContext } from './context';

/** The value of a constant; what is declared stands before it. */
const assigned = /[=:]\s*["'`]([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,})["'`]/g;
/** `const EnvPort`, `pub const PORT: &str`, `static final String PORT`, `Port string`, `PORT` in an object. */
const declared = /(?:^|[\s{,(;])([A-Za-z_]\w*)\s*(?::\s*[&'\w<> |]+?)?(?:\s+string)?\s*$/;
/** How far before the value its name is looked for. */
const reach = 120;

const isConstant = (text: string): boolean => /\b(?:const|final|static|readonly|enum)\b/.test(text);

/** Constants that other files may read the environment by. */
export function collectConstants({ document, emit }: Pick<EnvContext, 'document' | 'emit'>): void {
	if (!isConstant(document.text) && document.language !== 'python' && document.language !== 'ruby') return;
	for (const match of document.text.matchAll(assigned)) {
		const name = declared.exec(document.text.slice(Math.max(0, match.index - reach), match.index))?.[1];
		const value = match[1] ?? '';
		if (name === undefined || /^(?:default|name|type|kind|key|value|method|return|case|code|status|id)$/i.test(name))
			continue;
		const end = match.index + match[0].length - 1;
		emit({ kind: 'env-constant', name, value, range: document.range({ start: end - value.length, end }) });
	}
}

export const mayHoldConstants = (text: string): boolean => text.search(assigned) >= 0 && isConstant(text);
