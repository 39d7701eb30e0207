import { Hover, languages, MarkdownString } from 'vscode';
import type { Disposable } from './disposable';
import { toRange } from './convert';
import { sourceOf } from './files';
import type { Guard } from './guard';
import { commands } from './names';
import type { Session } from './session';

/** Cards on hover, in every document of every scheme. */
export function registerHover(session: Session, guard: Guard): Disposable {
	return languages.registerHoverProvider(
		{ pattern: '**' },
		{
			provideHover: (document, position, token) =>
				guard(
					'hover',
					undefined,
					async () => {
						await session.ready;
						const hover = await session.service.hover(sourceOf(document), position);
						if (hover === undefined) return undefined;
						const markdown = new MarkdownString(hover.markdown);
						markdown.isTrusted = { enabledCommands: [commands.openPage] };
						return new Hover(markdown, toRange(hover.range));
					},
					token,
				),
		},
	);
}
