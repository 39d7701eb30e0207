import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogModes, ruleLevels } from '../../src/core/config/model';
import { commands } from '../../src/vscode/names';

interface Manifest {
	readonly activationEvents: readonly string[];
	readonly capabilities: {
		readonly untrustedWorkspaces: { readonly supported: boolean };
		readonly virtualWorkspaces: boolean;
	};
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
		readonly configuration: {
			readonly properties: Readonly<
				Record<
					string,
					{ readonly default: unknown; readonly additionalProperties?: { readonly enum: readonly string[] } }
				>
			>;
		};
		readonly jsonValidation: readonly { readonly url: string }[];
	};
}

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** Commands that only links call; they have no title. */
const internal: readonly string[] = [commands.openPage];

describe('package.json', () => {
	it('contributes the commands that the extension registers', () => {
		const contributed = manifest.contributes.commands.map(({ command }) => command);
		const registered = Object.values(commands).filter((command) => !internal.includes(command));
		assert.deepEqual(contributed.sort(), registered.sort());
		for (const { category } of manifest.contributes.commands) assert.equal(category, 'Runbook Lens');
	});

	it('offers the levels and modes that the core knows', () => {
		const { properties } = manifest.contributes.configuration;
		assert.deepEqual(properties['runbookLens.rules']?.additionalProperties?.enum, ruleLevels);
		assert.deepEqual(
			[...(properties['runbookLens.catalogs']?.additionalProperties?.enum ?? [])].sort(),
			[...catalogModes].sort(),
		);
	});

	it('names schemas that exist', () => {
		for (const { url } of manifest.contributes.jsonValidation) assert.ok(existsSync(join(root, url)), url);
	});

	it('works in untrusted and virtual workspaces', () => {
		assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
		assert.equal(manifest.capabilities.virtualWorkspaces, true);
	});

	it('reads every setting with the default it declares', () => {
		const text = readFileSync(join(root, 'src', 'vscode', 'settings.ts'), 'utf8');
		for (const [key, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
			const name = key.slice('runbookLens.'.length);
			assert.ok(text.includes(`'${name}'`), `${key} is declared but never read`);
			if (typeof value === 'number')
				assert.ok(text.includes(value.toLocaleString('en').replaceAll(',', '_')) || text.includes(String(value)), key);
		}
	});
});
