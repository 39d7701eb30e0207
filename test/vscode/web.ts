import 'mocha/mocha.js';
import { loadSuites } from '#suites';
import { runSuites } from './support/runner';

/** What a VS Code calls in the extension host of a browser's worker; it fails if a test failed. */
export async function run(): Promise<void> {
	mocha.setup({ ui: 'bdd' });
	await runSuites(mocha, loadSuites);
}
