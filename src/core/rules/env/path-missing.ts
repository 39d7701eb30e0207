import { namedPaths } from '../../env/namedPaths';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { defineRule } from '../rule';

export const pathMissing = defineRule({
	id: 'env/path-missing',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'manifest'],
	docs: {
		what: 'A relative path in an env file leads to nothing in the workspace.',
		why: 'The service starts with an empty folder, or fails when it opens the file.',
		fix: 'Create the folder or file, or correct the path.',
		notWhen: 'The path is made at run time or mounted: use an absolute path or ignore the finding.',
		bad: [{ 'render-daemon/.env': 'PRESET_DIR=‹./presets-v2›\n', 'render-daemon/presets/a.json': '{}' }],
		good: [{ 'render-daemon/.env': 'PRESET_DIR=./presets\n', 'render-daemon/presets/a.json': '{}' }],
	},
	messages: {
		missing: '`{path}` does not exist beside this file, so `{name}` leads to nothing. Create it or correct the path.',
	},
	*detect(context) {
		for (const { file, fact, path, target, entry } of namedPaths(context)) {
			if (exists(context.index, target)) continue;
			yield {
				messageId: 'missing',
				data: { name: fact.name, path },
				uri: file.uri,
				range: fact.value.range,
				...(entry === undefined ? { severity: 'information', confidence: 'inferred' } : { entry }),
			};
		}
	},
});

function exists(index: WorkspaceIndex, path: string): boolean {
	const known = index.exists(path);
	if (known !== undefined) return known;
	for (const file of index.files()) if (file.path === path || file.path.startsWith(`${path}/`)) return true;
	return false;
}
