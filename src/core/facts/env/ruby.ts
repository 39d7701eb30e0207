import type { SyntaxNode } from '../../syntax/node';
import { callOver, indexOver, objectAt, readGetter, readIndex, type Getter } from './access';
import { collectCalls } from './calls';
import { createCollector, type Collector } from './collector';
import { collectConstants } from './constants';
import { nodeAt, type EnvContext, type EnvLanguage } from './context';
import { wrapperNames } from './wrapperNames';

const via = 'ENV';
const methods: readonly Getter[] = [
	{ callee: /^fetch$/, via, fallback: 1, presence: 'assumes' },
	{ callee: /^(?:key\?|has_key\?|include\?|member\?)$/, via, presence: 'guarded' },
	{ callee: /^(?:dig|values_at|slice|\[\]|assoc)$/, via, many: true },
	{ callee: /^fetch_values$/, via, many: true, presence: 'assumes' },
	{ callee: /^(?:delete|unset)$/, via, sets: 'remove' },
	{ callee: /^(?:store|\[\]=)$/, via, sets: 'assign' },
];

export const ruby: EnvLanguage = {
	markers: ['env'],
	needs: /\bENV\b/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node?.text === 'ENV' && node.type === 'constant')
				readEnvironment(context, collector, objectAt(context, node));
		}
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish();
	},
};

function readEnvironment(context: EnvContext, collector: Collector, object: SyntaxNode): void {
	const { reader } = context;
	const index = indexOver(context, object);
	if (index !== undefined) {
		readIndex(context, collector, index, via);
		return;
	}
	const found = callOver(context, object, 2);
	if (found === undefined || found.call.receiver?.startIndex !== object.startIndex) return;
	const block = found.at.childForFieldName('block');
	const [name] = found.call.arguments;
	if (found.call.name === 'fetch' && block !== null && name !== undefined) {
		// ENV.fetch('X') { 'default' }
		const body = block.childForFieldName('body');
		const isFailing = /\b(?:raise|abort|exit|fail)\b/.test(block.text);
		const fallback = body?.namedChildren[0] ?? undefined;
		collector.read({
			expression: found.at,
			name,
			via,
			presence: isFailing ? 'assumes' : 'defaulted',
			...(isFailing || fallback === undefined
				? {}
				: { fallback, fallbackSpan: { start: block.startIndex, end: block.endIndex } }),
		});
		return;
	}
	const second = found.call.arguments[1];
	if (found.call.name === 'fetch' && second?.text === 'nil' && name !== undefined) {
		collector.read({ expression: found.at, name, via });
		return;
	}
	if (readGetter(context, collector, found, methods)) return;
	if (/^(?:update|merge!)$/.test(found.call.name)) {
		for (const argument of found.call.arguments) {
			const own = reader.keyValue(argument);
			for (const { key, keyNode } of own === undefined ? reader.pairs(argument) : [own]) {
				if (key !== undefined)
					collector.set(
						key,
						reader.string(keyNode) ?? { start: keyNode.startIndex, end: keyNode.endIndex },
						'assign',
						via,
					);
			}
		}
	}
}
