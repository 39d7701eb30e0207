import type { TextDocument } from '../../text/document';
import type { ManifestDependency, ManifestParts } from '../manifest';

/** Comments blanked, so that offsets stay true. */
const withoutComments = (text: string): string =>
	text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '));

const element = (text: string, name: string): { value: string; start: number } | undefined => {
	const match = new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(text);
	return match === null
		? undefined
		: { value: match[1] ?? '', start: match.index + match[0].indexOf(match[1] ?? '', name.length + 2) };
};

/** Maven: a package and its dependencies are called by their artifact ids. */
export function readPom(document: TextDocument): ManifestParts {
	const text = withoutComments(document.text);
	const own = text.replace(
		/<(parent|dependencies|dependencyManagement|build|profiles|properties)>[\s\S]*?<\/\1>/g,
		(part) => part.replace(/[^\r\n]/g, ' '),
	);
	const name = element(own, 'artifactId');
	const java = element(text, 'java.version') ?? element(text, 'maven.compiler.release');
	const dependencies = [...text.matchAll(/<(?:dependency|parent)>[\s\S]*?<\/(?:dependency|parent)>/g)].flatMap(
		(match): ManifestDependency[] => {
			const id = element(match[0], 'artifactId');
			if (id === undefined) return [];
			const version = element(match[0], 'version')?.value;
			const start = match.index + id.start;
			return [
				{
					name: id.value,
					range: document.range({ start, end: start + id.value.length }),
					...(version === undefined ? {} : { version }),
					...(element(match[0], 'scope')?.value === 'test' ? { development: true } : {}),
				},
			];
		},
	);
	return {
		...(name === undefined
			? {}
			: { name: name.value, nameRange: document.range({ start: name.start, end: name.start + name.value.length }) }),
		dependencies,
		excludes: [...text.matchAll(/<exclusion>[\s\S]*?<\/exclusion>/g)].flatMap(
			(match) => element(match[0], 'artifactId')?.value ?? [],
		),
		engines: java === undefined ? {} : { java: java.value },
		workspaces: [...text.matchAll(/<module>\s*([^<]+?)\s*<\/module>/g)].map((match) => match[1] ?? ''),
	};
}

/** .NET projects and their central package list. A project is called by its file. */
export function readProject(document: TextDocument): ManifestParts {
	const text = withoutComments(document.text);
	const file = document.path.slice(document.path.lastIndexOf('/') + 1);
	const target = element(text, 'TargetFramework')?.value;
	const dependencies = [...text.matchAll(/<Package(?:Reference|Version)\b[^>]*?\bInclude="([^"]+)"([^>]*)/g)].map(
		(match): ManifestDependency => {
			const name = match[1] ?? '';
			const start = match.index + match[0].indexOf(`"${name}"`) + 1;
			const version = /\bVersion="([^"]+)"/.exec(match[0])?.[1];
			return {
				name,
				range: document.range({ start, end: start + name.length }),
				...(version === undefined ? {} : { version }),
			};
		},
	);
	return {
		...(/proj$/i.test(file) ? { name: file.replace(/\.\w+$/, '') } : {}),
		dependencies,
		engines: target === undefined ? {} : { dotnet: target },
	};
}
