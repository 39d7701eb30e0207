import type { EnvTextContext, EnvTextLanguage } from '../context';
import { readPatterns } from '../patterns';
import { symfonyParameter } from '../php';
import { springPlaceholders } from '../spring';
import { emitNamed, emitSet, isInLineComment } from '../text';
import { isExternal, referencesIn } from './references';
import { readMaps } from './yamlMaps';

interface Kind {
	readonly is: (path: string, text: string) => boolean;
	readonly read: (context: EnvTextContext) => void;
}

const kinds: readonly Kind[] = [
	{ is: (path) => /(?:^|\/)\.(?:github|gitea|forgejo)\/|(?:^|\/)action\.ya?ml$/.test(path), read: workflow },
	{
		is: (path) =>
			/(?:^|\/)(?:\.gitlab-ci|bitbucket-pipelines|azure-pipelines|cloudbuild|\.travis|appveyor|buildspec|\.drone|\.woodpecker)[\w.-]*\.ya?ml$|(?:^|\/)\.(?:circleci|woodpecker|buildkite|gitlab)\//.test(
				path,
			),
		read: (context) => pipeline(context),
	},
	{ is: (path) => /(?:^|\/)(?:application|bootstrap)[\w.-]*\.ya?ml$/.test(path), read: spring },
	{ is: (path, text) => /compose[\w.-]*\.ya?ml$/.test(path) || /^services:\s*$/m.test(text), read: compose },
	{ is: (_, text) => text.includes('%env('), read: symfony },
	{ is: (_, text) => /^\s*(?:kind|apiVersion):/m.test(text) || text.includes('{{'), read: kubernetes },
];

/** YAML by what the file is: compose, workflow, pipeline, manifest, Spring or Symfony configuration, ERB. */
export const yaml: EnvTextLanguage = {
	markers: [
		'environment',
		'env',
		'secrets',
		'vars',
		'services',
		'envvars',
		'secretkeyref',
		'fetch',
		'spring',
		'server',
		'config',
		'parameters',
		'script',
	],
	extractText(context) {
		const { path, text } = context.document;
		readPatterns(context);
		readEnvReferences(context);
		const kind = kinds.find(({ is }) => is(path, text));
		if (kind !== undefined) kind.read(context);
		else readMaps(context, 'values');
	},
};

const isRead = (context: EnvTextContext, name: string, at: number): boolean =>
	isExternal(name) && !isInLineComment(context.document, at);

/** `${env:X}` and `${env:X, 'default'}` of the Serverless framework. */
function readEnvReferences(context: EnvTextContext): void {
	for (const match of context.document.text.matchAll(/\$\{env:([A-Za-z_]\w*)(?:\s*,\s*['"]?([^'"}]*)['"]?)?\}/g)) {
		const [, name = '', value] = match;
		const start = match.index + 6;
		if (!isInLineComment(context.document, match.index))
			emitNamed(context, {
				name,
				span: { start, end: start + name.length },
				via: 'serverless',
				presence: value === undefined ? 'assumes' : 'defaulted',
				...(value === undefined ? {} : { default: value }),
			});
	}
}

function compose(context: EnvTextContext): void {
	for (const reference of referencesIn(context.document.text)) {
		// Compose takes lower-case names as well; they are read from nowhere else.
		if (/^[A-Za-z_]\w*$/.test(reference.name) && !isInLineComment(context.document, reference.start))
			emitNamed(context, { ...reference, via: 'compose' });
	}
	readMaps(context, 'compose');
}

function workflow(context: EnvTextContext): void {
	for (const match of context.document.text.matchAll(
		/\b(?:secrets|vars|env)(?:\.([A-Za-z_]\w*)|\[\s*['"]([A-Za-z_]\w*)['"]\s*\])/g,
	)) {
		const name = match[1] ?? match[2] ?? '';
		const start = match.index + match[0].lastIndexOf(name);
		const open = context.document.text.lastIndexOf('${{', match.index);
		const isExpression = open >= 0 && !context.document.text.slice(open, match.index).includes('}}');
		const line = context.document.text.slice(context.document.text.lastIndexOf('\n', match.index) + 1, match.index);
		if (
			(!isExpression && !/\bif:/.test(line)) ||
			isInLineComment(context.document, match.index) ||
			name === 'GITHUB_TOKEN'
		)
			continue;
		const fallback = /^\s*\|\|\s*'([^']*)'/.exec(
			context.document.text.slice(start + name.length, start + name.length + 80),
		);
		emitNamed(context, {
			name,
			span: { start, end: start + name.length },
			via: 'workflow',
			presence: fallback === null ? 'plain' : 'defaulted',
			...(fallback === null ? {} : { default: fallback[1] ?? '' }),
		});
	}
	readMaps(context, 'workflow');
}

function pipeline(context: EnvTextContext): void {
	for (const reference of referencesIn(context.document.text)) {
		if (isRead(context, reference.name, reference.start) && !/^CI(?:_|$)/.test(reference.name))
			emitNamed(context, { ...reference, via: 'pipeline' });
	}
	readMaps(context, 'pipeline');
}

function spring(context: EnvTextContext): void {
	for (const read of springPlaceholders(context.document.text, 0)) {
		if (!isInLineComment(context.document, read.span.start))
			emitNamed(context, { ...read, via: 'spring', source: 'code' });
	}
}

function symfony(context: EnvTextContext): void {
	for (const match of context.document.text.matchAll(symfonyParameter)) {
		const name = match[2] ?? '';
		const start = match.index + match[0].lastIndexOf(name);
		if (isInLineComment(context.document, start)) continue;
		const isPreset = /\bdefault:/.test(match[1] ?? '') || context.document.text.includes(`env(${name}):`);
		emitNamed(context, {
			name,
			span: { start, end: start + name.length },
			via: '%env()%',
			source: 'code',
			presence: isPreset ? 'defaulted' : 'assumes',
		});
	}
}

/** Containers' `env`, and the keys that are taken from secrets and config maps. Helm templates are no YAML, so text it is. */
function kubernetes(context: EnvTextContext): void {
	const { text } = context.document;
	for (const match of text.matchAll(
		/^[ \t]*-[ \t]+name:[ \t]*["']?([A-Z][A-Z0-9_]*)["']?[ \t]*\r?\n[ \t]+(?:value|valueFrom)\b/gm,
	)) {
		const name = match[1] ?? '';
		const start = match.index + match[0].indexOf(name);
		emitSet(context, name, { start, end: start + name.length }, 'service', 'k8s');
	}
	for (const match of text.matchAll(
		/\b(?:secretKeyRef|configMapKeyRef):[\s\S]{0,160}?\bkey:[ \t]*["']?([A-Z][A-Z0-9_]*)\b/g,
	)) {
		const name = match[1] ?? '';
		const start = match.index + match[0].lastIndexOf(name);
		emitNamed(context, { name, span: { start, end: start + name.length }, via: 'k8s', presence: 'assumes' });
	}
	readMaps(context, 'k8s');
}
