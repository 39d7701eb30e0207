import type { EnvTextContext, EnvTextLanguage } from '../context';
import { emitNamed, emitSet, isInLineComment } from '../text';
import { springProperties } from '../spring';
import { isExternal, referencesIn } from './references';

/** Makefiles, just files and the Procfile. */
export const makefile: EnvTextLanguage = {
	markers: [],
	reads: ({ text }) => text.includes('$'),
	extractText(context) {
		const { text, path } = context.document;
		const isProcfile = /(?:^|\/)procfile/i.test(path);
		const assigned = new Set(
			[...text.matchAll(/(?:^|[\s;&])(?:export\s+|override\s+)?([A-Za-z_]\w*)\s*(?:[:?+!]?=)/gm)].map(
				(match) => match[1] ?? '',
			),
		);
		const preset = new Set([...text.matchAll(/^(?:export\s+)?([A-Za-z_]\w*)\s*\?=/gm)].map((match) => match[1] ?? ''));
		const unescaped = text.replace(/\$\$/g, ' $').replace(/\$\(([A-Za-z_]\w*)\)/g, '${$1}');
		for (const reference of referencesIn(unescaped)) {
			const { name } = reference;
			if (
				!isExternal(name) ||
				(assigned.has(name) && !preset.has(name)) ||
				isInLineComment(context.document, reference.start)
			)
				continue;
			emitNamed(context, {
				...reference,
				via: isProcfile ? 'procfile' : 'make',
				presence: preset.has(name) ? 'defaulted' : reference.presence,
			});
		}
	},
};

/** `turbo.json`, `vercel.json`, `app.json`, `package.json` scripts and the `${env:X}` of editors' files. */
export const json: EnvTextLanguage = {
	markers: ['globalenv', 'globalpassthroughenv', 'passthroughenv', 'env', 'scripts', 'localenv'],
	extractText(context) {
		const { text, path } = context.document;
		if (/(?:^|\/)turbo\.jsonc?$/.test(path)) readTurbo(context);
		else if (/(?:^|\/)package\.json$/.test(path)) readScripts(context);
		else if (/(?:^|\/)(?:vercel|app|now|apphosting)\.json$/.test(path)) readKeys(context);
		for (const match of text.matchAll(/\$\{(?:localEnv|containerEnv|env):([A-Za-z_]\w*)/g)) {
			const name = match[1] ?? '';
			const start = match.index + match[0].length - name.length;
			emitNamed(context, { name, span: { start, end: start + name.length }, via: 'json', presence: 'guarded' });
		}
	},
};

/** `"globalEnv": ["A", "NEXT_PUBLIC_*", "!B"]`. */
function readTurbo(context: EnvTextContext): void {
	for (const match of context.document.text.matchAll(
		/"(?:globalEnv|env|passThroughEnv|globalPassThroughEnv)"\s*:\s*\[([^\]]*)\]/g,
	)) {
		const offset = match.index + match[0].length - 1 - (match[1] ?? '').length;
		for (const entry of (match[1] ?? '').matchAll(/"([A-Za-z_]\w*)(\*?)"/g)) {
			const start = offset + entry.index + 1;
			const name = entry[1] ?? '';
			emitNamed(context, {
				name,
				span: { start, end: start + name.length },
				via: 'turbo',
				presence: 'guarded',
				...(entry[2] === '*' ? { dynamic: { suffix: '' } } : {}),
			});
		}
	}
}

function readScripts(context: EnvTextContext): void {
	const { text } = context.document;
	const scripts = /"scripts"\s*:\s*\{[^}]*\}/.exec(text);
	if (scripts === null) return;
	for (const reference of referencesIn(scripts[0], scripts.index))
		if (isExternal(reference.name)) emitNamed(context, { ...reference, via: 'script' });
	for (const match of scripts[0].matchAll(/[\s":]([A-Z][A-Z0-9_]*)=[^\s=]/g)) {
		const start = scripts.index + match.index + 1;
		emitSet(context, match[1] ?? '', { start, end: start + (match[1] ?? '').length }, 'child', 'script');
	}
}

function readKeys(context: EnvTextContext): void {
	for (const match of context.document.text.matchAll(/"env"\s*:\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g)) {
		const offset = match.index + match[0].length - 1 - (match[1] ?? '').length;
		for (const entry of (match[1] ?? '').matchAll(/"([A-Z][A-Z0-9_]*)"\s*:/g)) {
			const start = offset + entry.index + 1;
			emitSet(context, entry[1] ?? '', { start, end: start + (entry[1] ?? '').length }, 'service', 'json');
		}
	}
}

/** The `[env]` of fly.toml, `[vars]` of wrangler.toml, `[build.environment]` of netlify.toml. */
export const toml: EnvTextLanguage = {
	markers: ['env', 'vars', 'environment'],
	extractText(context) {
		if (!/(?:^|\/)(?:fly|wrangler|netlify|railway|nixpacks|render)[\w.-]*\.toml$/.test(context.document.path)) return;
		for (const table of context.document.text.matchAll(
			/^\s*\[(?:env|vars|variables|[\w.-]*\.(?:vars|environment))\]\s*$([^[]*)/gm,
		)) {
			const body = table[1] ?? '';
			const offset = table.index + table[0].length - body.length;
			for (const entry of body.matchAll(/^[ \t]*["']?([A-Za-z_]\w*)["']?\s*=/gm)) {
				const start = offset + entry.index + entry[0].indexOf(entry[1] ?? '');
				emitSet(context, entry[1] ?? '', { start, end: start + (entry[1] ?? '').length }, 'service', 'toml');
			}
		}
	},
};

/** Spring's properties, and `${NPM_TOKEN}` in `.npmrc`. */
export const properties: EnvTextLanguage = {
	markers: [],
	reads: (document) => springProperties.reads?.(document) === true || /(?:^|\/)\.npmrc$/.test(document.path),
	extractText(context) {
		if (!context.document.path.endsWith('.npmrc')) {
			springProperties.extractText(context);
			return;
		}
		for (const reference of referencesIn(context.document.text))
			emitNamed(context, { ...reference, via: 'npmrc', presence: 'plain' });
	},
};
