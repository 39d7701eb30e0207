import type { EnvContext } from './context';

/** `const EnvPort = "PORT"`, `pub const PORT: &str = "PORT";`, `static final String PORT = "PORT";`, `PORT: 'PORT'` in an object. */
const declaration =
	/(?:^|[\s{,(;])(?:(?:const|let|var|final|static|pub|readonly|export|private|public|internal|string|String)\s+)*([A-Za-z_]\w*)\s*(?::\s*[&'\w<> |]+?)?(?:\s+string)?\s*(?:=|:)\s*["'`]([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,})["'`]/g;

const isConstant = (text: string): boolean => /\b(?:const|final|static|readonly|enum)\b/.test(text);

/** Constants that other files may read the environment by. */
export function collectConstants({ document, emit }: Pick<EnvContext, 'document' | 'emit'>): void {
	if (!isConstant(document.text) && document.language !== 'python' && document.language !== 'ruby') return;
	for (const match of document.text.matchAll(declaration)) {
		const name = match[1] ?? '';
		const value = match[2] ?? '';
		if (/^(?:default|name|type|kind|key|value|method|return|case|code|status|id)$/i.test(name)) continue;
		const end = match.index + match[0].length - 1;
		emit({ kind: 'env-constant', name, value, range: document.range({ start: end - value.length, end }) });
	}
}

export const mayHoldConstants = (text: string): boolean => text.search(declaration) >= 0 && isConstant(text);
