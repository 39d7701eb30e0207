import { isTestPath } from '../files/testPath';
import { ancestors } from '../syntax/node';
import { readerFor } from '../syntax/read';
import type { ExtractContext, Extractor } from './extractor';
import type { FactBase } from './model';

/** A setting of Spring Boot that decides about the rest of an application. Its range is the value with its quotes. */
export interface SpringSettingFact extends FactBase {
	readonly kind: 'spring-setting';
	readonly name: 'ddl-auto' | 'web-application-type';
	readonly value: string;
}

const file = /(?:^|\/)(?:application|bootstrap)(?:[-.][\w.-]+)?\.(?:ya?ml|properties)$/;
const names: readonly (readonly [RegExp, SpringSettingFact['name']])[] = [
	[/^spring\.jpa\.hibernate\.ddl-?auto$/, 'ddl-auto'],
	[/^spring\.jpa\.properties\.hibernate\.hbm2ddl\.auto$/, 'ddl-auto'],
	[/^spring\.main\.web-?application-?type$/, 'web-application-type'],
];

/** Settings in `application*.yml` and `.properties`. */
export const springSettingExtractor: Extractor = {
	kinds: ['spring-setting'],
	markers: ['ddl', 'ddlauto', 'hbm2ddl', 'web', 'webapplicationtype'],
	*extract(context) {
		const { document } = context;
		if (isTestPath(document.path)) return;
		if (document.language === 'java' || document.language === 'kotlin') yield* inCode(context);
		if (!file.test(document.path)) return;
		yield* document.language === 'yaml' ? inYaml(context) : inProperties(context);
	},
};

/** Spring binds `ddlAuto`, `ddl_auto` and `ddl-auto` alike. */
const nameOf = (key: string): SpringSettingFact['name'] | undefined => {
	const plain = key
		.replace(/([a-z])([A-Z])/g, '$1-$2')
		.replaceAll('_', '-')
		.toLowerCase();
	return names.find(([pattern]) => pattern.test(plain))?.[1];
};

function* inYaml({ document, tree, words }: ExtractContext): Generator<SpringSettingFact> {
	const root = tree()?.root;
	const reader = readerFor('yaml');
	for (const { start } of root === undefined ? [] : words) {
		const node = root?.descendantForIndex(start) ?? undefined;
		const pairs = node === undefined ? [] : [...ancestors(node)].flatMap((item) => reader.keyValue(item) ?? []);
		const [own] = pairs;
		const value = own?.value === undefined ? undefined : reader.string(own.value);
		const name = nameOf(
			pairs
				.map(({ key }) => key ?? '')
				.reverse()
				.join('.'),
		);
		if (name === undefined || value === undefined || own?.value === undefined) continue;
		yield {
			kind: 'spring-setting',
			name,
			value: value.value,
			range: document.range({ start: own.value.startIndex, end: own.value.endIndex }),
		};
	}
}

function* inProperties({ document }: ExtractContext): Generator<SpringSettingFact> {
	for (const match of document.text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:][ \t]*([^\r\n]*?)[ \t]*$/gm)) {
		const [whole, key = '', value = ''] = match;
		const name = nameOf(key);
		if (name === undefined || value === '') continue;
		const end = match.index + whole.trimEnd().length;
		yield { kind: 'spring-setting', name, value, range: document.range({ start: end - value.length, end }) };
	}
}

/** `application.setWebApplicationType(WebApplicationType.REACTIVE)` */
function* inCode({ document, words }: ExtractContext): Generator<SpringSettingFact> {
	for (const { start } of words) {
		const [, value] = /^WebApplicationType\.([A-Z]+)/.exec(document.text.slice(start, start + 40)) ?? [];
		if (value === undefined) continue;
		const from = start + 'WebApplicationType.'.length;
		const range = document.range({ start: from, end: from + value.length });
		yield { kind: 'spring-setting', name: 'web-application-type', value, range };
	}
}
