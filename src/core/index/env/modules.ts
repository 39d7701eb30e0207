import type { EnvCallee, EnvWrapperFact } from '../../facts/env/types';
import type { FileFacts } from '../../facts/model';
import type { FindModules } from './scripts';

const fillers = /^(?:|\.\.?|@|~|src|lib|crate|super|self|index|mod|main|__init__|App|default)$/;
const distinctive = /env|config|setting|secret|require|variable|param/i;
const selves = /^(?:this|self|Self|static|cls|parent|super)$/;

export const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** Languages that call each other's functions. */
export function familyOf({ language }: FileFacts): string {
	if (/^(?:typescript|tsx|javascript|vue|svelte|astro)$/.test(language)) return 'script';
	return language === 'kotlin' ? 'java' : language;
}

const normal = (text: string): string => text.toLowerCase().replace(/[-_]/g, '');

export interface Wrapper {
	readonly fact: EnvWrapperFact;
	readonly file: FileFacts;
}

/** How surely a call means a function: 3 by its place, 2 by its import or receiver, 1 by a telling name alone, 0 not at all. */
export function plausibility(
	call: EnvCallee,
	file: FileFacts,
	{ fact, file: home }: Wrapper,
	find: FindModules,
): 0 | 1 | 2 | 3 {
	if (familyOf(file) !== familyOf(home)) return 0;
	const { receiver, source } = call;
	const isSelf = receiver !== undefined && selves.test(receiver);
	if (file.uri === home.uri) {
		if (source !== undefined && receiver === undefined) return 0;
		if (!isSelf || call.container === undefined || fact.container === undefined)
			return receiver === undefined || isSelf ? 3 : 2;
		return call.container === fact.container ? 3 : 1;
	}
	if (receiver !== undefined && !isSelf && fact.container !== undefined && isNamedAfter(receiver, fact.container))
		return 2;
	const modules = source !== undefined && familyOf(home) === 'script' ? find(source, file.path) : [];
	if (modules.length > 0)
		return modules.includes(home.path) ? 2 : distinctive.test(fact.name) && fact.parameter >= 0 ? 1 : 0;
	if (source !== undefined)
		return leadsTo(source, call.imported, home.path, fact) ? 2 : isOwn(source) && distinctive.test(fact.name) ? 1 : 0;
	if (receiver === undefined && home.language === 'go')
		return directoryOf(file.path) === directoryOf(home.path) ? 3 : 0;
	if (receiver === undefined && fact.container === undefined && /^(?:ruby|php)$/.test(home.language)) return 2;
	return distinctive.test(`${fact.container ?? ''} ${fact.name}`) && fact.name.length > 4 ? 1 : 0;
}

/** `config` may hold a `ConfigService`, `env` an `EnvReader`. */
function isNamedAfter(receiver: string, container: string): boolean {
	const [short, long] = [normal(receiver), normal(container)].sort((a, b) => a.length - b.length);
	return short !== undefined && long !== undefined && short.length > 2 && long.includes(short);
}

/** Whether a module as written can be the file: its last name is the file's, or a directory's above it, or the class. */
function leadsTo(source: string, imported: string | undefined, path: string, fact: EnvWrapperFact): boolean {
	const parts = source.split(/[/\\.:]+/).filter((part) => !fillers.test(part));
	const places = path
		.replace(/\.[^/.]+$/, '')
		.split('/')
		.filter((part) => !fillers.test(part))
		.map(normal);
	const last = parts.at(-1);
	if (last === undefined) return true;
	const names = [...places, normal(fact.container ?? '')];
	return (
		names.includes(normal(last)) ||
		(imported !== undefined && imported !== fact.name && names.includes(normal(imported)))
	);
}

/** A path within the workspace rather than a package: it may be a barrel that hands the function on. */
const isOwn = (source: string): boolean =>
	/^(?:\.|@\/|~|#|\$|src\/|app[./]|@\w[\w-]*\/)/.test(source) ||
	/^(?:crate|super|self)\b/.test(source) ||
	/^[\w]+(?:\.[\w]+)+$/.test(source);
