import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Setting {
	readonly description?: string;
	readonly markdownDescription?: string;
	readonly default?: unknown;
}

/** What the documentation needs of package.json. */
export interface Manifest {
	readonly settings: Readonly<Record<string, Setting>>;
	readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
}

export function readManifest(root: string): Manifest {
	const { contributes = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		contributes?: { configuration?: Section | Section[]; commands?: Manifest['commands'] };
	};
	const sections = [contributes.configuration ?? []].flat();
	return {
		settings: Object.assign({}, ...sections.map(({ properties }) => properties)) as Manifest['settings'],
		commands: contributes.commands ?? [],
	};
}

interface Section {
	readonly properties?: Manifest['settings'];
}
