import type { EnvDefinitionFact } from '../facts/envDefinition';
import { directoryOf } from '../facts/manifest';
import { joinPath } from '../index/packages';
import type { IndexedFact } from '../index/workspaceIndex';
import type { RuleContext } from '../rules/rule';
import { documentedVariables } from './documented';

/** Certificates and keys: a program reads them and does not make them. */
const readOnly =
	/(?:^|_)(?:CERT|CERTIFICATE|CA|TLS|SSL|KEY|PEM)(?:_\w+)?_(?:FILE|PATH)$|(?:^|_)(?:CERT|CERTIFICATE|KEY)_?(?:FILE|PATH)$/;

export interface NamedPath extends IndexedFact<'env-definition'> {
	/** As written. */
	readonly path: string;
	/** Below the workspace root. */
	readonly target: string;
	/** The catalogue target that says it is a path. */
	readonly entry?: string;
}

/** The relative paths in env files that must lead somewhere: those that a document calls a path, and certificates. */
export function* namedPaths(context: RuleContext): Generator<NamedPath> {
	for (const { file, fact } of context.index.facts('env-definition')) {
		const { value, name } = fact;
		if (fact.commented === true || !isEnvFile(fact)) continue;
		const path = relativePath(value.literal);
		const target = path === undefined ? undefined : joinPath(directoryOf(file.path), path);
		if (path === undefined || target === undefined || target === '') continue;
		const documented = documentedVariables(context, name, file, fact).find(
			({ variable }) => variable.path !== undefined,
		);
		if (documented !== undefined) yield { file, fact, path, target, entry: documented.entry };
		else if (readOnly.test(name)) yield { file, fact, path, target };
	}
}

const isEnvFile = ({ role }: EnvDefinitionFact): boolean =>
	role === 'base' || role === 'local' || role === 'mode' || role === 'mode-local';

/** `./certs/ca.pem`, `certs/ca.pem`; an absolute path may exist where the service runs. */
const relativePath = (text: string | undefined): string | undefined =>
	text !== undefined && /^(?:\.{1,2}\/|[\w-]+\/)/.test(text) && !/^[a-z]+:|[*,;]/i.test(text) ? text : undefined;
