import { commands as editor, window, type QuickPickItem, type TextEditor } from 'vscode';
import type { CatalogSet } from '../core/catalog/set';
import { targetId, type Target } from '../core/catalog/tokens';
import { titleOf } from '../core/present/card';
import type { Explanation } from '../core/present/explain';
import type { Guard } from './guard';
import { commands, type CommandHandlers } from './names';
import type { Session } from './session';

interface Item extends QuickPickItem {
	readonly target: string;
}

/** `Look Up…` and `Explain Selection`. */
export function lookUpCommands(
	session: Session,
	guard: Guard,
): Pick<CommandHandlers, 'runbookLens.lookUp' | 'runbookLens.explainSelection'> {
	return {
		'runbookLens.lookUp': (value) =>
			guard('look up', undefined, async () => {
				await session.ready;
				lookUp(session, typeof value === 'string' ? value : '');
			}),
		'runbookLens.explainSelection': () =>
			guard('explain', undefined, async () => {
				await session.ready;
				const { activeTextEditor } = window;
				if (activeTextEditor === undefined) lookUp(session, '');
				else await explainSelection(session, activeTextEditor);
			}),
	};
}

/** Every entry and token, found by typing; pasted envelopes and log lines are explained as they come. */
function lookUp(session: Session, value: string): void {
	const { catalogs } = session.service;
	const all = itemsOf(catalogs);
	const pick = window.createQuickPick<Item>();
	pick.title = 'Runbook Lens: Look Up';
	pick.placeholder = 'A code, a variable, a permission, or paste an error or log lines';
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.items = all;
	pick.onDidChangeValue((text) => {
		const found = text.trim().length < 3 ? [] : session.service.explain(text).map(explained);
		const ids = new Set(found.map(({ target }) => target));
		const rest = all.filter(({ target }) => !ids.has(target));
		pick.items = [...found, ...rest.map((item) => (holdsWords(item, text) ? { ...item, alwaysShow: true } : item))];
	});
	pick.onDidAccept(() => {
		const [chosen] = pick.selectedItems;
		pick.hide();
		if (chosen !== undefined) void editor.executeCommand(commands.openPage, chosen.target);
	});
	pick.onDidHide(() => pick.dispose());
	pick.value = value;
	pick.show();
}

/** VS Code looks for the text as it is; `store budget` should find `RENDER_STORE_BUDGET_MB`, too. */
function holdsWords({ label, detail = '' }: Item, text: string): boolean {
	const words = text
		.toLowerCase()
		.split(/[\s_]+/)
		.filter((word) => word !== '');
	const haystack = `${label} ${detail}`.toLowerCase();
	return words.length > 1 && words.length < 6 && words.every((word) => haystack.includes(word));
}

function itemsOf(catalogs: CatalogSet): Item[] {
	const byTarget = new Map<string, { target: Target; tokens: string[] }>();
	for (const { target, text } of catalogs.tokens) {
		const id = targetId(target);
		const known = byTarget.get(id) ?? { target, tokens: [] };
		known.tokens.push(text);
		byTarget.set(id, known);
	}
	return [...byTarget].map(([id, { target, tokens }]) => ({
		label: titleOf(target).replaceAll('`', ''),
		description: target.catalog.title,
		detail: tokens.join('  '),
		target: id,
	}));
}

/** Always shown: what explains pasted text need not match it letter by letter. */
const explained = ({ title, catalog, token, target }: Explanation): Item => ({
	label: `$(lightbulb) ${title.replaceAll('`', '')}`,
	description: catalog,
	detail: token,
	target,
	alwaysShow: true,
});

async function explainSelection(session: Session, { document, selection }: TextEditor): Promise<void> {
	const word = document.getWordRangeAtPosition(selection.active, /[\w:.-]+/);
	const text = selection.isEmpty
		? document.getText(word ?? document.lineAt(selection.active).range)
		: document.getText(selection);
	const found = session.service.explain(text);
	const [first] = found;
	if (first === undefined) lookUp(session, text.length < 80 ? text.trim() : '');
	else if (found.length === 1) await editor.executeCommand(commands.openPage, first.target);
	else {
		const chosen = await window.showQuickPick(found.map(explained), { title: 'Runbook Lens: Explain Selection' });
		if (chosen !== undefined) await editor.executeCommand(commands.openPage, chosen.target);
	}
}
