import type { TextDocument } from '../../text/document';
import type { ManifestDependency, ManifestParts } from '../manifest';

/** Every match of a pattern whose groups are named `name`, `version` and `development`. */
function dependencies(document: TextDocument, pattern: RegExp): ManifestDependency[] {
	return [...document.text.matchAll(pattern)].map((match) => {
		const { name = '', version, development } = match.groups ?? {};
		const start = match.index + match[0].indexOf(name);
		return {
			name,
			range: document.range({ start, end: start + name.length }),
			...(version === undefined ? {} : { version }),
			...(development === undefined ? {} : { development: true }),
		};
	});
}

function named(document: TextDocument, pattern: RegExp): ManifestParts {
	const match = pattern.exec(document.text);
	const name = match?.[1];
	if (match === null || name === undefined) return {};
	const start = match.index + match[0].lastIndexOf(name);
	return { name, nameRange: document.range({ start, end: start + name.length }) };
}

/** `uvicorn[standard]>=0.34 ; python_version > "3.8"` at an offset. */
export function pythonDependency(
	document: TextDocument,
	text: string,
	start: number,
	development: boolean,
): ManifestDependency | undefined {
	const match = /^[ \t]*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)[ \t]*(?:\[[^\]]*\])?[ \t]*((?:[=<>!~]=?|@)[^;#]*)?/.exec(
		text,
	);
	const name = match?.[1];
	if (name === undefined) return undefined;
	const at = start + text.indexOf(name);
	const version = match?.[2]?.trim();
	return {
		name,
		range: document.range({ start: at, end: at + name.length }),
		...(version === undefined || version === '' ? {} : { version }),
		...(development ? { development } : {}),
	};
}

export function readRequirements(document: TextDocument): ManifestParts {
	const development = /(?:dev|test|lint|doc|ci)/i.test(document.path.slice(document.path.lastIndexOf('/') + 1));
	const found = [...document.text.matchAll(/^[ \t]*[A-Za-z0-9][^\r\n]*/gm)].flatMap(
		(match) => pythonDependency(document, match[0], match.index, development) ?? [],
	);
	return { dependencies: found };
}

export function readSetupCfg(document: TextDocument): ManifestParts {
	const requires = /^install_requires[ \t]*=[ \t]*((?:\r?\n[ \t]+[^\r\n]+)+)/m.exec(document.text);
	const python = /^python_requires[ \t]*=[ \t]*([^\r\n]+)/m.exec(document.text)?.[1]?.trim();
	const base = requires === null ? 0 : requires.index + requires[0].indexOf(requires[1] ?? '');
	const found = [...(requires?.[1] ?? '').matchAll(/^[ \t]+[A-Za-z0-9][^\r\n]*/gm)].flatMap(
		(match) => pythonDependency(document, match[0], base + match.index, false) ?? [],
	);
	return {
		...named(document, /^\[metadata\][^[]*?^name[ \t]*=[ \t]*([\w.-]+)/m),
		dependencies: found,
		engines: python === undefined ? {} : { python },
	};
}

/** `go.mod`, and the folders of `go.work`. A module is called by its last segment; a version suffix is no name. */
export function readGoMod(document: TextDocument): ManifestParts {
	const go = /^go[ \t]+([\d.]+)/m.exec(document.text)?.[1];
	const module = named(document, /^module[ \t]+"?([^\s"]+)/m);
	const name = module.name
		?.replace(/\/v\d+$/, '')
		.split('/')
		.at(-1);
	return {
		...module,
		...(name === undefined ? {} : { name }),
		dependencies: dependencies(document, /^(?:require)?[ \t]+(?<name>[\w-]+\.[\w./~-]+)[ \t]+(?<version>v[\w.+-]+)/gm),
		engines: go === undefined ? {} : { go },
		workspaces: document.path.endsWith('.work')
			? [...document.text.matchAll(/^(?:use)?[ \t]+(\.{0,2}\/?[\w./-]+)[ \t]*$/gm)].map((match) => match[1] ?? '')
			: [],
	};
}

export function readGemfile(document: TextDocument): ManifestParts {
	const ruby = /^[ \t]*ruby[ \t(]+["']([^"']+)/m.exec(document.text)?.[1];
	return {
		...named(document, /\.name[ \t]*=[ \t]*["']([^"']+)/),
		dependencies: dependencies(
			document,
			/(?:^[ \t]*gem|\.add_(?:runtime_|(?<development>development_))?dependency)[ \t(]+["'](?<name>[\w.-]+)["'](?:[ \t]*,[ \t]*["'](?<version>[^"']+))?/gm,
		),
		engines: ruby === undefined ? {} : { ruby },
	};
}

/** `implementation "group:artifact:1.0"` in Groovy and Kotlin; a dependency is called by its artifact. */
export function readGradle(document: TextDocument): ManifestParts {
	return {
		...named(document, /\brootProject\.name[ \t]*=[ \t]*["']([^"']+)/),
		dependencies: dependencies(
			document,
			/\b(?:(?<development>test\w*)|implementation|api|compileOnly|runtimeOnly|annotationProcessor|kapt|ksp|developmentOnly)[ \t(]+(?:platform\()?["'][\w.-]+:(?<name>[\w.-]+)(?::(?<version>[^"'@]+))?/g,
		),
		excludes: [...document.text.matchAll(/\bexclude\b[^\n]*?\bmodule\s*[:=]\s*["']([\w.-]+)/g)].map(
			(match) => match[1] ?? '',
		),
		workspaces: [...document.text.matchAll(/^[ \t]*include[ \t(]+(.+)$/gm)].flatMap((match) =>
			[...(match[1] ?? '').matchAll(/["']:?([\w:.-]+)["']/g)].map((item) => (item[1] ?? '').replaceAll(':', '/')),
		),
	};
}
