import type { CatalogSet } from '../catalog/set';
import { factsOf } from '../facts/model';
import { compilePayloads, type Payload } from '../payload/compile';
import { editsOf } from '../payload/edit';
import { judge } from '../payload/judge';
import { exampleOf } from './payloadExample';
import { defineRule, type Fix, type Rule, type RuleDocs, type RuleId } from './rule';

/** One rule for each constraint that a catalogue puts on a body. */
export const payloadRules = (catalogs: CatalogSet): Rule[] => compilePayloads(catalogs).all.map(ruleOf);

function ruleOf(payload: Payload): Rule {
	const { source, catalog } = payload;
	const entry = source.entry?.includes('/') === true ? source.entry : `${catalog.id}/${source.entry ?? ''}`;
	return defineRule({
		id: payload.id as RuleId,
		scope: 'file',
		severity: source.severity,
		reads: ['object'],
		docs: docsOf(payload),
		messages: { body: source.message },
		*detect(file, { isRelevant }) {
			if (!isRelevant(catalog.id)) return;
			for (const fact of factsOf(file, 'object')) {
				if (!fact.payloads.includes(payload.id)) continue;
				for (const { range, value, expected } of judge(payload, fact)) {
					yield {
						messageId: 'body',
						data: { value, ...(expected === undefined ? {} : { expected }) },
						uri: file.uri,
						range,
						...(source.entry === undefined ? {} : { entry }),
					};
				}
			}
		},
		async fix({ uri, range }, { index, document: read }) {
			const file = index.file(uri);
			const document = await read(uri);
			if (file === undefined || document === undefined) return [];
			for (const fact of factsOf(file, 'object')) {
				if (!fact.payloads.includes(payload.id)) continue;
				const verdict = judge(payload, fact).find((item) => JSON.stringify(item.range) === JSON.stringify(range));
				if (verdict === undefined) continue;
				return (source.fixes ?? []).flatMap((fix): Fix[] => {
					const edits = editsOf(fix, { document, payload, fact, verdict });
					if (edits === undefined) return [];
					return [{ title: fix.title, safety: fix.safety, edits: edits.map((edit) => ({ uri, ...edit })) }];
				});
			}
			return [];
		},
	});
}

function docsOf(payload: Payload): RuleDocs {
	const { docs, message } = payload.source;
	return {
		what: docs?.what ?? message,
		why: docs?.why ?? message,
		fix: docs?.fix ?? message,
		get bad() {
			return (docs?.bad ?? []).map((body) => exampleOf(payload, body, true));
		},
		get good() {
			return (docs?.good ?? []).map((body) => exampleOf(payload, body, false));
		},
	};
}
