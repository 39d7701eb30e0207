import assert from 'node:assert/strict';
import { createCatalogSet } from '../../../src/core/catalog/set';
import { targetId } from '../../../src/core/catalog/tokens';
import { explain } from '../../../src/core/present/explain';
import { bundledCatalogs } from '../../support/workspace';
import { rows as grpc } from './inventory/grpc';
import { rows as http } from './inventory/http';
import { rows as interviewPlatform } from './inventory/interview-platform';
import { rows as node } from './inventory/node';
import { rows as postgres } from './inventory/postgres';
import { rows as renderDaemon } from './inventory/render-daemon';
import type { InventoryRow } from './inventory/row';
import { rows as scaibunker } from './inventory/scaibunker';
import { rows as scaiecho } from './inventory/scaiecho';
import { rows as scaimind } from './inventory/scaimind';
import { rows as websocket } from './inventory/websocket';

const inventory: Readonly<Record<string, readonly InventoryRow[]>> = {
	grpc,
	http,
	'interview-platform': interviewPlatform,
	node,
	postgres,
	'render-daemon': renderDaemon,
	scaibunker,
	scaiecho,
	scaimind,
	websocket,
};

const catalogs = createCatalogSet(bundledCatalogs);

/** Text as a reader sees it: Markdown's escapes, code and bold marks left out. */
const plain = (markdown: string): string =>
	markdown
		.replace(/\\([^\w\s])/g, '$1')
		.replace(/[`*\u200B]/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ')
		.toLowerCase();

describe('inventory', () => {
	it('has a table for every bundled catalogue', () => {
		assert.deepEqual(Object.keys(inventory).sort(), bundledCatalogs.map(({ catalog }) => catalog.id).sort());
	});
	it('has a row for everything that the catalogues of the systems explain', () => {
		const explained = catalogs.tokens
			.filter(({ target }) => target.catalog.standard !== true)
			.map(({ target }) => targetId(target));
		const listed = new Set(
			Object.entries(inventory).flatMap(([id, rows]) => rows.map(({ entry }) => `${id}/${entry}`)),
		);
		assert.deepEqual(
			[...new Set(explained)].filter((id) => !listed.has(id)),
			[],
		);
	});
	for (const [id, rows] of Object.entries(inventory)) {
		describe(id, () => {
			for (const { entry, tokens, facts } of rows) {
				it(`answers for ${entry}`, () => {
					assert.ok(tokens.length > 0);
					assert.ok(facts.length > 0);
					for (const token of tokens) {
						const answers = explain(token, catalogs, { catalog: id });
						const entries = answers.map((answer) => answer.entry);
						assert.ok(entries.includes(entry), `${token} leads to ${entries.join(', ') || 'nothing'}`);
					}
					const page = explain(`${id}/${entry}`, catalogs)[0]?.markdown ?? '';
					const card = plain(page);
					const missing = facts.filter((fact) => !card.includes(plain(fact)));
					assert.deepEqual(missing, [], `facts that the card of ${entry} leaves out`);
				});
			}
		});
	}
});
