import { namedPaths } from '../env/namedPaths';
import type { RuleContext } from '../rules/rule';
import { uriBeside } from './localFiles';
import type { MutableIndex } from './workspaceIndex';

/** Looks for the files and folders that env files name: they may be ignored by Git, or of a kind that is not read. */
export async function lookForPaths(
	context: RuleContext & { readonly index: MutableIndex },
	exists: (uri: string) => Promise<boolean>,
): Promise<void> {
	for (const { file, target } of [...namedPaths(context)]) {
		context.index.learn(target, await exists(uriBeside(file, target)));
	}
}
