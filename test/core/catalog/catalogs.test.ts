import assert from 'node:assert/strict';
import { RE2JS } from 're2js';
import type { CatalogVariable } from '../../../src/core/catalog/model';
import { createCatalogSet } from '../../../src/core/catalog/set';
import { targetId, tokensOf } from '../../../src/core/catalog/tokens';
import { bundledCatalogs } from '../../support/workspace';

/** Specific tokens that the documents themselves explain in two places. */
const shared = new Set(['TokenExchangeDep']);

const set = createCatalogSet(bundledCatalogs);

describe('bundled catalogues', () => {
	it('have ids of their own', () => {
		const ids = bundledCatalogs.map(({ catalog }) => catalog.id);
		assert.deepEqual(ids, [...new Set(ids)]);
	});

	for (const { catalog } of bundledCatalogs) {
		describe(catalog.id, () => {
			const variables = catalog.variables ?? [];
			const permissions = catalog.permissions ?? [];
			const routes = [...(catalog.sockets ?? []), ...(catalog.streams ?? []), ...(catalog.guarded ?? [])];
			const tokens = tokensOf(catalog);

			it('refers to entries that exist', () => {
				const references = [
					...catalog.entries.flatMap((entry) => entry.related ?? []),
					...[...variables, ...permissions, ...routes, ...(catalog.payloads ?? [])].flatMap((item) => item.entry ?? []),
				];
				const dangling = references.filter((reference) => set.entry(reference, catalog) === undefined);
				assert.deepEqual(dangling, []);
			});

			it('never relates an entry to itself or twice to one', () => {
				for (const { id, related = [] } of catalog.entries) {
					assert.equal(new Set([id, ...related]).size, related.length + 1, id);
				}
			});

			it('names services that exist, two or more where values must match', () => {
				const services = new Set((catalog.services ?? []).map((service) => service.id));
				for (const variable of variables) {
					const named = variable.services ?? [];
					assert.deepEqual(
						named.filter((service) => !services.has(service)),
						[],
						variable.name,
					);
					if (variable.mustMatch === true) assert.ok(named.length >= 2, variable.name);
				}
			});

			it('gives every variable limits that its default keeps', () => {
				for (const variable of variables) assertConsistent(variable, variables);
			});

			it('triggers codes that it documents', () => {
				const codes = new Set(
					tokens.filter((token) => token.kind === 'code' || token.kind === 'grpc').map((token) => token.text),
				);
				const triggers = variables.flatMap((variable) => variable.triggers ?? []);
				assert.deepEqual(
					triggers.filter((code) => !codes.has(code)),
					[],
				);
			});

			it('finds every token where it is written plainly', () => {
				const sources = catalog.entries.filter((entry) => entry.retired === undefined).flatMap((entry) => entry.match);
				assert.ok(tokens.length >= sources.length, 'a token without a word cannot be found');
				for (const token of tokens) {
					const written = token.written.replace(/\{[^}]*\}|<[^>]*>|\*|…|\.{3,4}$/g, 'x1');
					const found = [`see ${written} there`, `Status::${written}`].flatMap((line) => set.find(line));
					assert.ok(
						found.some((item) => item.token.text === token.text),
						`${token.kind} ${token.text}`,
					);
				}
			});

			it('claims no specific token twice', () => {
				const owners = new Map<string, string>();
				for (const token of tokens.filter((item) => !item.generic)) {
					const key = token.text;
					if (shared.has(key)) continue;
					const owner = targetId(token.target);
					assert.equal(owners.get(key) ?? owner, owner, key);
					owners.set(key, owner);
				}
			});

			it('uses regular expressions that run in linear time', () => {
				JSON.stringify(catalog, (key, value: unknown) => {
					if ((key === 'pattern' || key === 'matches') && typeof value === 'string') RE2JS.compile(value);
					return value;
				});
			});

			it('says something in every entry', () => {
				for (const entry of catalog.entries) {
					assert.ok(entry.match.length > 0, `${entry.id} cannot be found`);
					assert.ok(entry.causes.length > 0 || entry.next !== undefined, `${entry.id} helps nobody`);
				}
			});
		});
	}
});

function assertConsistent(variable: CatalogVariable, all: readonly CatalogVariable[]): void {
	const { name, type, default: value, min, max, atMost } = variable;
	if (min !== undefined && max !== undefined) assert.ok(min <= max, name);
	if (atMost !== undefined)
		assert.ok(
			all.some((other) => other.name === atMost),
			`${name}: ${atMost}`,
		);
	if (variable.enum !== undefined) assert.equal(type, 'enum', name);
	if (value === undefined) return;
	if (type === 'integer' || type === 'number' || type === 'port') {
		assert.equal(typeof value, 'number', name);
		assert.ok(Number(value) >= (min ?? -Infinity) && Number(value) <= (max ?? Infinity), name);
	}
	if (type === 'boolean') assert.equal(typeof value, 'boolean', name);
	if (variable.enum !== undefined) assert.ok(variable.enum.includes(String(value)), name);
	assert.notEqual(variable.secret, true, `${name}: a secret has no default`);
}
