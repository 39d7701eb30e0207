import { reactiveReturnType } from '../../../../src/core/rules/spring/reactive-return-type';
import { ruleTester } from '../../../support/ruleTester';

const pom = (...names: readonly string[]): string =>
	`<project><artifactId>app</artifactId><dependencies>${names.map((name) => `<dependency><artifactId>${name}</artifactId></dependency>`).join('')}</dependencies></project>\n`;
const both = pom('spring-boot-starter-web', 'spring-boot-starter-webflux');
const controller = (method: string, head = ''): string => `${head}@RestController\nclass A {\n${method}}\n`;
const found = (data: Record<string, string> = {}) => [{ messageId: 'reactive', data }];
const config = { catalogs: { 'interview-platform': 'on' } } as const;

ruleTester(reactiveReturnType, {
	silent: [
		{
			name: 'an application on WebFlux alone',
			files: {
				'A.java': controller('@GetMapping Mono<B> a() { return b; }\n'),
				'pom.xml': pom('spring-boot-starter-webflux'),
			},
		},
		{
			name: 'a reactive application by setting',
			files: {
				'A.java': controller('@GetMapping Mono<B> a() { return b; }\n'),
				'pom.xml': both,
				'src/main/resources/application.properties': 'spring.main.web-application-type=reactive\n',
			},
		},
		{
			name: 'a reactive application by code, by its data, without a servlet container',
			files: {
				'a/A.java': controller('@GetMapping Mono<B> a() { return b; }\n'),
				'a/Main.java':
					'class Main { void main() { new SpringApplicationBuilder(A.class).web(WebApplicationType.REACTIVE).run(); } }\n',
				'a/pom.xml': both,
				'b/A.java': controller('@GetMapping Mono<B> a() { return b; }\n'),
				'b/pom.xml': pom('spring-boot-starter-web', 'spring-boot-starter-data-r2dbc'),
				'c/A.java': controller('@GetMapping Mono<B> a() { return b; }\n'),
				'c/pom.xml': both.replace(
					'<artifactId>spring-boot-starter-web</artifactId>',
					'<artifactId>spring-boot-starter-web</artifactId><exclusions><exclusion><artifactId>spring-boot-starter-tomcat</artifactId></exclusion></exclusions>',
				),
				'd/A.java': controller('@GetMapping Mono<B> a() { return b; }\n'),
				'd/build.gradle':
					"dependencies { implementation('org.springframework.boot:spring-boot-starter-web') {\n exclude group: 'org.springframework.boot', module: 'spring-boot-starter-tomcat'\n} }\n",
			},
		},
		{ name: 'no manifest', files: { 'A.java': controller('@GetMapping Mono<B> a() { return b; }\n') } },
		{
			name: 'an event stream',
			files: {
				'A.java': controller(
					'@GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE) Flux<B> a() { return b; }\n@GetMapping Flux<ServerSentEvent<B>> c() { return b; }\n',
				),
				'pom.xml': both,
			},
		},
		{
			name: 'a service, and a private method',
			files: {
				'A.java': '@Service\nclass A { Mono<B> a() { return b; } }\n',
				'B.java': controller('private Mono<B> a() { return b; }\n'),
				'pom.xml': both,
			},
		},
		{
			name: 'a variable',
			files: { 'A.java': controller('@GetMapping B a() { Mono<B> b = c(); return b.block(); }\n'), 'pom.xml': both },
		},
	],
	flagged: [
		{
			name: 'a value in a Mono',
			config,
			files: {
				'A.java': controller(
					'\t@GetMapping("/{id}")\n\tpublic ‹Mono<B>› a(@PathVariable String id) {\n\t\treturn Mono.just(bot.find(id));\n\t}\n',
				),
				'pom.xml': both,
			},
			findings: [{ messageId: 'reactive', data: { plain: 'B' }, severity: 'warning' }],
			fixed: {
				'A.java': controller(
					'\t@GetMapping("/{id}")\n\tpublic B a(@PathVariable String id) {\n\t\treturn bot.find(id);\n\t}\n',
				),
			},
			title: 'Return `B`',
		},
		{
			name: 'what a client answers',
			config,
			files: {
				'A.java': controller(
					'\t@PostMapping\n\t‹Mono<ResponseEntity<B>>› a() {\n\t\tlog();\n\t\treturn client.get().retrieve().toEntity(B.class);\n\t}\n',
				),
				'pom.xml': both,
			},
			findings: found({ plain: 'ResponseEntity<B>' }),
			fixed: {
				'A.java': controller(
					'\t@PostMapping\n\tResponseEntity<B> a() {\n\t\tlog();\n\t\treturn client.get().retrieve().toEntity(B.class).block();\n\t}\n',
				),
			},
		},
		{
			name: 'a Flux of a list, with the import',
			config,
			files: {
				'A.java': controller(
					'\t@GetMapping\n\t‹Flux<B>› a() {\n\t\treturn Flux.fromIterable(all);\n\t}\n',
					'import reactor.core.publisher.Flux;\n\n',
				),
				'build.gradle': "dependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n",
			},
			findings: found({ plain: 'List<B>' }),
			fixed: {
				'A.java': controller(
					'\t@GetMapping\n\tList<B> a() {\n\t\treturn all;\n\t}\n',
					'import java.util.List;\nimport reactor.core.publisher.Flux;\n\n',
				),
			},
		},
		{
			name: 'a method with several returns, in a workspace of somebody else',
			files: {
				'A.java': controller('@GetMapping ‹Mono<B>› a() { if (x) return Mono.empty(); return b; }\n'),
				'pom.xml': both,
			},
			findings: [{ messageId: 'reactive', severity: 'information', confidence: 'inferred' }],
			fixed: null,
		},
		{
			name: 'Kotlin',
			config,
			files: {
				'A.kt':
					'@RestController\nclass A(val b: B) {\n    @GetMapping("/a")\n    fun a(@RequestParam(required = false) id: String): ‹Mono<B>› = b.find(id)\n}\n',
				'build.gradle.kts':
					'dependencies {\n    implementation("org.springframework.boot:spring-boot-starter-web")\n}\n',
			},
			findings: found(),
			fixed: null,
		},
	],
});
