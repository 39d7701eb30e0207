import { loadSuites } from '#suites';
import { runSuites } from './support/runner';

/** What a VS Code calls in its Node extension host; it fails if a test failed. */
export async function run(): Promise<void> {
	// Mocha is an ES module and a VS Code with Node 20 can only import one.
	const { default: Mocha } = await import('mocha');
	const mocha = new Mocha();
	// The second argument is the file that registers its suites; no file of ours needs its name.
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	await runSuites(mocha, loadSuites);
}
