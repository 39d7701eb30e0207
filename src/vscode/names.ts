/** Ids that `package.json` declares; a test holds the two together. */
export const section = 'runbookLens';
export const source = 'runbook-lens';

export const commands = {
	lookUp: 'runbookLens.lookUp',
	explainSelection: 'runbookLens.explainSelection',
	openPage: 'runbookLens.openPage',
	rescan: 'runbookLens.rescan',
	showOutput: 'runbookLens.showOutput',
} as const;

/** What each command does; its arguments come from links and are not to be trusted. */
export type CommandHandlers = Readonly<
	Record<(typeof commands)[keyof typeof commands], (...args: unknown[]) => unknown>
>;

/** The scheme of pages that open as text: `runbook-lens:/rules/code/wrong-status.md`. */
export const pageScheme = 'runbook-lens';
