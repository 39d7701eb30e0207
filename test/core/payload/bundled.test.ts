import assert from 'node:assert/strict';
import { bundledRule } from '../../support/rules';
import { relevantEverywhere } from '../../support/ruleTester';
import { bundledCatalogs, createWorkspace, unmark } from '../../support/workspace';

describe('constraints of the bundled catalogues', () => {
	for (const { catalog } of bundledCatalogs) {
		for (const payload of catalog.payloads ?? []) {
			describe(`${catalog.id}/${payload.id}`, () => {
				it('is documented with bodies of both kinds', () => {
					assert.ok(payload.docs !== undefined);
					assert.ok(payload.docs.bad.length > 0 && payload.docs.good.length > 0);
				});

				it('has a fix that mends every bad body', async () => {
					for (const example of bundledRule(`${catalog.id}/${payload.id}`).docs.bad) {
						const files = Object.fromEntries(Object.entries(example).map(([path, text]) => [path, unmark(text).text]));
						const workspace = await createWorkspace(files, { config: relevantEverywhere });
						const [finding] = await workspace.findings(`${catalog.id}/${payload.id}`);
						assert.ok(finding !== undefined);
						const [fix] = await workspace.service.fixes(finding);
						assert.ok(fix !== undefined);
						await workspace.apply(fix);
						assert.deepEqual(await workspace.findings(`${catalog.id}/${payload.id}`), []);
					}
				});

				it('says it in one short sentence', () => {
					assert.ok(payload.message.length <= 140, `${payload.message.length} characters`);
				});
			});
		}
	}
});
