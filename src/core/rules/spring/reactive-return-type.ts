import type { ReactiveReturnFact } from '../../facts/reactiveReturn';
import { factsOf } from '../../facts/model';
import { springAppAt } from '../../index/springApps';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { lineEndOf } from '../../env/lines';
import type { TextDocument } from '../../text/document';
import { defineRule, type TextEdit } from '../rule';

const servlet = /^spring-boot-starter-web(?:mvc)?$|^spring-webmvc$/;
const container = /^spring-boot-starter-(?:jetty|undertow)$/;
/** Nobody takes these into an application that is not reactive. */
const reactive = /r2dbc|-reactive$|^spring-cloud-(?:starter-)?gateway$/;
const pom =
	'<project><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency><dependency><artifactId>spring-boot-starter-webflux</artifactId></dependency></dependencies></project>';

export const reactiveReturnType = defineRule({
	id: 'spring/reactive-return-type',
	scope: 'workspace',
	severity: 'warning',
	reads: ['reactive-return', 'manifest', 'spring-setting'],
	docs: {
		what: 'A `@RestController` method returns `Mono` or `Flux` in an application on the servlet stack.',
		why: 'WebFlux is there for its client only; a reactive return type runs the request on the reactive machinery, so filters, security context and transactions behave differently.',
		fix: 'Return the plain type. The quick fix does where the method returns one value.',
		notWhen: 'The application mixes both stacks on purpose.',
		bad: [
			{
				'src/A.java':
					'@RestController\nclass A {\n\t@GetMapping("/a")\n\tpublic ‹Mono<Dto>› a() {\n\t\treturn Mono.just(service.find());\n\t}\n}\n',
				'pom.xml': pom,
			},
		],
		good: [
			{
				'src/A.java':
					'@RestController\nclass A {\n\t@GetMapping("/a")\n\tpublic Dto a() {\n\t\treturn service.find();\n\t}\n}\n',
				'pom.xml': pom,
			},
		],
	},
	messages: {
		reactive:
			'`{type}` from a controller of a servlet application switches this route to the reactive stack. Return `{plain}`.',
	},
	*detect({ index, isRelevant }) {
		const isDocumented = isRelevant('interview-platform');
		for (const { file, fact } of index.facts('reactive-return')) {
			if (!isServlet(index, file.path)) continue;
			yield {
				messageId: 'reactive',
				data: { type: fact.wrapper, plain: plainType(fact) },
				uri: file.uri,
				range: fact.range,
				...(isDocumented
					? { entry: 'interview-platform/reactive-return' }
					: { severity: 'information', confidence: 'inferred' }),
			};
		}
	},
	async fix({ uri, range, data }, { index, document: read }) {
		const document = await read(uri);
		const file = index.file(uri);
		const fact =
			file === undefined ? undefined : factsOf(file, 'reactive-return').find((item) => isSame(item.range, range));
		const { returned, wrapper, inner } = fact ?? {};
		if (document === undefined || returned === undefined || inner === undefined || /^(?:Void|\?.*)$/.test(inner))
			return [];
		const plain = String(data['plain']);
		const edits: TextEdit[] = [{ uri, range, newText: plain }];
		if (returned.plain !== undefined) {
			edits.push({ uri, range: { start: returned.range.start, end: returned.plain.start }, newText: '' });
			edits.push({ uri, range: { start: returned.plain.end, end: returned.range.end }, newText: '' });
		} else {
			const newText = wrapper === 'Mono' ? '.block()' : '.collectList().block()';
			edits.push({ uri, range: { start: returned.range.end, end: returned.range.end }, newText });
		}
		if (wrapper === 'Flux') edits.push(...importOfList(document));
		return [{ title: `Return \`${plain}\``, safety: 'suggestion', edits }];
	},
});

/** Both starters give the servlet stack unless a setting says otherwise. */
function isServlet(index: WorkspaceIndex, path: string): boolean {
	const app = springAppAt(index, path);
	const running = app?.own.filter(({ development }) => development !== true).map(({ name }) => name) ?? [];
	if (app === undefined || !running.some((name) => servlet.test(name)) || running.some((name) => reactive.test(name)))
		return false;
	const hasContainer =
		!app.excludes.includes('spring-boot-starter-tomcat') || running.some((name) => container.test(name));
	if (!hasContainer) return false;
	for (const { file, fact } of index.facts('spring-setting')) {
		const isHere = app.directory === '' || file.path.startsWith(`${app.directory}/`);
		if (isHere && fact.name === 'web-application-type' && /^reactive$/i.test(fact.value)) return false;
	}
	return true;
}

const plainType = ({ wrapper, inner }: ReactiveReturnFact): string =>
	inner === 'Void' ? 'void' : wrapper === 'Mono' ? inner : `List<${inner}>`;

function importOfList(document: TextDocument): TextEdit[] {
	const { text, uri } = document;
	if (/^import\s+java\.util\.(?:List|\*)\s*;/m.test(text)) return [];
	const first = /^import\s/m.exec(text);
	if (first === null) return [];
	const at = document.positionAt(first.index);
	return [{ uri, range: { start: at, end: at }, newText: `import java.util.List;${lineEndOf(document)}` }];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
