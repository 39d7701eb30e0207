import type { LanguageId } from '../../syntax/languages';
import type { TextDocument } from '../../text/document';
import type { EnvTextContext, EnvTextLanguage } from './context';
import { emitNamed, isInLineComment } from './text';
import type { EnvPresence } from './types';

/** A way of reading the environment that text alone shows; its groups are `name`, `fallback` and `rest`, the code behind it. */
interface TextPattern {
	readonly pattern: RegExp;
	readonly via: string;
	readonly presence?: EnvPresence;
}

const name = String.raw`["'](?<name>[A-Za-z_]\w*)["']`;
const fallback = String.raw`(?:\s*,\s*["'](?<fallback>[^"'\n]*)["'])?`;

const kotlin: readonly TextPattern[] = [
	{ pattern: new RegExp(String.raw`\bSystem\.getenv\(\s*${name}\s*\)(?<rest>[^\n]*)`, 'g'), via: 'System.getenv' },
	{
		pattern: new RegExp(String.raw`\bSystem\.getenv\(\)\s*(?:\[|\.get\()\s*${name}\s*[\])](?<rest>[^\n]*)`, 'g'),
		via: 'System.getenv',
	},
	{
		pattern: new RegExp(String.raw`\bSystem\.getenv\(\)\.getOrDefault\(\s*${name}${fallback}`, 'g'),
		via: 'System.getenv',
		presence: 'defaulted',
	},
	{
		pattern: new RegExp(String.raw`\bdotenv(?:\[|\.get\()\s*${name}${fallback}\s*[\])](?<rest>[^\n]*)`, 'gi'),
		via: 'dotenv',
	},
	{
		pattern: /@Value\(\s*"\\?\$\{(?<name>[A-Z][A-Z0-9_]*)(?::(?<fallback>[^}]*))?\}/g,
		via: '@Value',
		presence: 'assumes',
	},
];
const elixir: readonly TextPattern[] = [
	{
		pattern: new RegExp(
			String.raw`\bSystem\.get_env\(\s*${name}${fallback}\s*\)(?<rest>[^\n]*(?:\n\s*raise[^\n]*)?)`,
			'g',
		),
		via: 'System.get_env',
	},
	{
		pattern: new RegExp(String.raw`\bSystem\.fetch_env!\(\s*${name}`, 'g'),
		via: 'System.fetch_env!',
		presence: 'assumes',
	},
	{
		pattern: new RegExp(String.raw`\bSystem\.fetch_env\(\s*${name}`, 'g'),
		via: 'System.fetch_env',
		presence: 'guarded',
	},
];
const scala: readonly TextPattern[] = [
	{ pattern: new RegExp(String.raw`\bsys\.env\(\s*${name}`, 'g'), via: 'sys.env', presence: 'assumes' },
	{
		pattern: new RegExp(String.raw`\bsys\.env\.(?:get|contains)\(\s*${name}\s*\)(?<rest>[^\n]*)`, 'g'),
		via: 'sys.env',
	},
	{
		pattern: new RegExp(String.raw`\bsys\.env\.getOrElse\(\s*${name}${fallback}`, 'g'),
		via: 'sys.env',
		presence: 'defaulted',
	},
	{ pattern: new RegExp(String.raw`\bSystem\.getenv\(\s*${name}\s*\)(?<rest>[^\n]*)`, 'g'), via: 'System.getenv' },
];
const dart: readonly TextPattern[] = [
	{
		pattern: new RegExp(String.raw`\bPlatform\.environment\[\s*${name}\s*\](?<rest>[^\n]*)`, 'g'),
		via: 'Platform.environment',
	},
	{ pattern: new RegExp(String.raw`\b(?:String|int|bool)\.fromEnvironment\(\s*${name}`, 'g'), via: 'fromEnvironment' },
	{ pattern: new RegExp(String.raw`\bdotenv\.env\[\s*${name}\s*\](?<rest>[^\n]*)`, 'g'), via: 'dotenv' },
];
const swift: readonly TextPattern[] = [
	{ pattern: new RegExp(String.raw`\benvironment\[\s*${name}\s*\](?<rest>[^\n]*)`, 'g'), via: 'ProcessInfo' },
	{ pattern: new RegExp(String.raw`\bEnvironment\.get\(\s*${name}\s*\)(?<rest>[^\n]*)`, 'g'), via: 'Environment.get' },
];
const prisma: readonly TextPattern[] = [
	{ pattern: new RegExp(String.raw`\benv\(\s*${name}`, 'g'), via: 'prisma', presence: 'assumes' },
];
const embeddedRuby: readonly TextPattern[] = [
	{ pattern: new RegExp(String.raw`\bENV\[\s*${name}\s*\](?<rest>[^\n]*?%>|)`, 'g'), via: 'ENV' },
	{
		pattern: new RegExp(String.raw`\bENV\.fetch\(\s*${name}${fallback}\s*\)(?<rest>[^\n]*?%>|)`, 'g'),
		via: 'ENV',
		presence: 'assumes',
	},
];
const placeholders: readonly TextPattern[] = [
	{ pattern: /%(?<name>(?:VITE|REACT_APP|PUBLIC|VUE_APP|NEXT_PUBLIC)_[A-Z0-9_]+)%/g, via: 'html', presence: 'assumes' },
];

const tables: Readonly<Partial<Record<LanguageId, readonly TextPattern[]>>> = {
	kotlin,
	elixir,
	scala,
	dart,
	swift,
	prisma,
	html: [...embeddedRuby, ...placeholders],
	yaml: embeddedRuby,
};

/** Languages without a grammar here: reads in the forms that text shows beyond doubt. */
export const textPatterns: EnvTextLanguage = {
	markers: ['getenv', 'get_env', 'fetch_env', 'env', 'environment', 'dotenv', 'fromenvironment', 'value'],
	reads: ({ language, text }) => language === 'html' && /%(?:VITE|REACT_APP|PUBLIC|VUE_APP|NEXT_PUBLIC)_/.test(text),
	extractText: (context) => readPatterns(context),
};

export function readPatterns(context: EnvTextContext, table = tables[context.document.language] ?? []): void {
	for (const { pattern, via, presence } of table) {
		for (const match of context.document.text.matchAll(pattern)) {
			const { name: variable = '', fallback: value, rest = '' } = match.groups ?? {};
			if (isInLineComment(context.document, match.index)) continue;
			const start = match.index + match[0].indexOf(variable);
			const around = usageIn(context.document, match.index, rest);
			emitNamed(context, {
				name: variable,
				span: { start, end: start + variable.length },
				via,
				source: 'code',
				presence:
					value !== undefined ? 'defaulted' : around.presence === 'plain' ? (presence ?? 'plain') : around.presence,
				...(value === undefined
					? around.fallback === undefined
						? {}
						: { default: around.fallback }
					: { default: value }),
			});
		}
	}
}

/** What the rest of the line says: `?: "x"`, `!!`, `|| "x"`, `?: throw`, `{ 5 }`, `|> String.to_integer()`. */
function usageIn(document: TextDocument, start: number, rest: string): { presence: EnvPresence; fallback?: string } {
	const elvis = /^\s*(?:\?:|\?\?|\|\|)\s*(?:["']([^"'\n]*)["']|(\d+|true|false)\b|(\S))/.exec(rest);
	if (elvis !== null) {
		if (/\b(?:throw|raise|error|require|fatalError)\b/.test(rest)) return { presence: 'assumes' };
		const fallback = elvis[1] ?? elvis[2];
		return { presence: 'defaulted', ...(fallback === undefined ? {} : { fallback }) };
	}
	const block = /^\s*\{\s*["']?([^"'{}\n]*?)["']?\s*\}/.exec(rest);
	if (block !== null) return { presence: 'defaulted', fallback: block[1] ?? '' };
	if (/^\s*\.getOrElse\(|^\s*\.orElse\(|^\s*\|>\s*Kernel\.\|\|/.test(rest)) return { presence: 'defaulted' };
	if (/^\s*!!?(?!=)|^\s*\|\|\s*\n?\s*raise/.test(rest)) return { presence: 'assumes' };
	if (/^\s*(?:\?\.|[!=]=)/.test(rest)) return { presence: 'guarded' };
	const before = document.text.slice(Math.max(0, start - 40), start);
	return {
		presence: /\b(?:if|unless|when|guard let \w+ =)\s*\(?!?\s*(?:[\w.]+\.)?$/.test(before) ? 'guarded' : 'plain',
	};
}
