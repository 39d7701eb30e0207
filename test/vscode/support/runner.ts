/** How long a test may take, in milliseconds: a first activation reads every catalogue and a grammar. */
const timeout = 30_000;

/**
 * Runs suites and tells the terminal about them, through the console that VS Code forwards.
 * In: a mocha whose globals are set, and what registers the suites.
 * Out: nothing, or an error that says how many tests failed.
 */
export async function runSuites(mocha: Mocha, loadSuites: () => void): Promise<void> {
	mocha.timeout(timeout);
	// It prints nothing itself, and unlike the browser's own it needs no document.
	mocha.reporter('base');
	loadSuites();
	const failures = await new Promise<number>((resolve) => report(mocha.run(resolve)));
	if (failures > 0) {
		throw new Error(`${failures} failed`);
	}
}

/** One line a test, then the sums as JSON, each with the mark that the terminal's side looks for. */
function report(runner: Mocha.Runner): void {
	let depth = 0;
	let passes = 0;
	let failures = 0;
	const say = (line: string) => console.log(`runbook-lens-suite ${'  '.repeat(depth)}${line}`);
	runner.on('suite', (suite) => {
		if (!suite.root) {
			say(suite.title);
		}
		depth++;
	});
	runner.on('suite end', () => depth--);
	runner.on('pass', (test) => {
		passes++;
		say(`✔ ${test.title} (${test.duration ?? 0} ms)`);
	});
	runner.on('pending', (test) => say(`- ${test.title}`));
	runner.on('fail', (test, error: unknown) => {
		failures++;
		say(`✘ ${test.title}`);
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		for (const line of text.split('\n')) {
			say(`    ${line}`);
		}
	});
	runner.on('end', () => console.log(`runbook-lens-result ${JSON.stringify({ passes, failures })}`));
}
