import { ancestors, namedChildren, sameNode, type SyntaxNode } from '../../../syntax/node';
import type { Collector } from '../collector';
import { spanOf, variableName, type EnvContext } from '../context';
import { escape, wordPattern } from '../lookup';
import { emitExported, emitObject } from './exported';
import { readPattern } from './patterns';
import { readSchema, runtimePresence } from './schemas';

export interface EnvObjects {
	/** Reads whatever is done with an expression that is the environment. */
	use(node: SyntaxNode, via: string): void;
	/** Reads the uses of a name that stands for the environment within `scope`. */
	alias(name: string, scope: SyntaxNode, from: number, via: string): void;
}

/** Functions that hand the environment on, changed in its values at most. */
const hands = /env|secret|^with|^wrap|proxy|^strip|^omit|^clean|^remove|^expand|^freeze$/i;
const methods = /^(?:get|has|toObject|getOrThrow)$/;

/** Follows the environment through members, indexes, patterns, aliases, parameters, spreads and schemas. */
export function createEnvObjects(context: EnvContext, collector: Collector): EnvObjects {
	const { document, reader, root } = context;
	const visited = new Set<string>();

	const objects: EnvObjects = {
		use(node, via) {
			const key = `${node.startIndex} ${node.endIndex}`;
			if (visited.has(key) || node.parent === null) return;
			visited.add(key);
			useIn(node, node.parent, via);
		},
		alias(name, scope, from, via) {
			const key = `${name} ${scope.startIndex} ${scope.endIndex}`;
			if (visited.has(key)) return;
			visited.add(key);
			const pattern = wordPattern(name);
			for (const match of document.text.slice(0, scope.endIndex).matchAll(pattern)) {
				if (match.index < Math.max(from, scope.startIndex)) continue;
				const node = root.descendantForIndex(match.index, match.index + name.length);
				if (node?.type === 'identifier' || node?.type === 'shorthand_property_identifier') objects.use(node, via);
			}
		},
	};

	function useIn(node: SyntaxNode, parent: SyntaxNode, via: string): void {
		const member = reader.member(parent);
		if (member !== undefined && sameNode(member.object, node)) {
			readMember(parent, member.propertyNode, via);
			return;
		}
		if (parent.type === 'binary_expression') {
			inBinary(node, parent, via);
			return;
		}
		if (parent.type === 'spread_element') {
			inSpread(parent, via);
			return;
		}
		if (parent.type === 'export_statement') {
			emitObject(context, 'default', node);
			return;
		}
		if (parent.type === 'arguments') {
			inArguments(node, parent, via);
			return;
		}
		if (parent.type === 'return_statement' || parent.type === 'arrow_function') return;
		if (
			parent.type === 'assignment_pattern' ||
			parent.type === 'required_parameter' ||
			parent.type === 'optional_parameter'
		) {
			const target = parent.childForFieldName('left') ?? parent.childForFieldName('pattern');
			if (target !== null && !sameNode(target, node)) bind(target, parent, via);
			return;
		}
		const pair = reader.keyValue(parent);
		if (pair !== undefined) {
			if (pair.value !== undefined && pair.keyNode.endIndex <= node.startIndex) bindPair(parent, pair.keyNode, via);
			return;
		}
		if (isPassing(parent)) objects.use(parent, via);
	}

	function readMember(expression: SyntaxNode, property: SyntaxNode, via: string): void {
		const outer = expression.parent;
		const isElement = expression.type === 'subscript_expression';
		const call = outer === null ? undefined : reader.call(outer);
		if (!isElement && outer !== null && call?.nameNode !== undefined && sameNode(call.nameNode, property)) {
			const [first] = call.arguments;
			if (first !== undefined && methods.test(call.name)) {
				collector.read({
					expression: outer,
					name: first,
					via,
					...(call.name === 'has' ? { presence: 'guarded' as const } : {}),
				});
			} else if (first !== undefined && /^(?:hasOwnProperty|has)$/.test(call.name)) {
				collector.read({ expression: outer, name: first, via, presence: 'guarded' });
			} else if (/^(?:set|delete)$/.test(call.name) && first !== undefined) {
				const name = reader.string(first);
				if (name !== undefined) collector.set(name.value, name, call.name === 'set' ? 'assign' : 'remove', via);
			}
			return;
		}
		const literal = isElement ? reader.string(property)?.value : property.text;
		if (!isElement && /^(?:env|hasOwnProperty)$/.test(property.text) && via !== 'process.env') return;
		// What is called by another name may hold more than variables.
		if (literal !== undefined && !isDirect(expression) && !/^(?:[A-Z][A-Z0-9_]*|\w*_\w*)$/.test(literal)) return;
		if (outer !== null && isWrite(expression, outer, literal, property, via)) return;
		const checked = outer === null ? undefined : runtimePresence(context, outer);
		const site = { expression, name: property, via: viaOf(expression, via), ...checked };
		collector.read(isElement || literal === undefined ? site : { ...site, literal });
	}

	/** `import.meta.env.X` keeps its own name through an alias that is either of two. */
	const viaOf = (expression: SyntaxNode, via: string): string =>
		expression.text.startsWith('import.meta.env') ? 'import.meta.env' : via;

	function isWrite(
		expression: SyntaxNode,
		outer: SyntaxNode,
		literal: string | undefined,
		property: SyntaxNode,
		via: string,
	): boolean {
		const left = outer.childForFieldName('left');
		const span = reader.string(property) ?? { start: property.startIndex, end: property.endIndex };
		if (outer.type === 'augmented_assignment_expression' && left !== null && sameNode(left, expression)) {
			if (literal !== undefined) collector.set(literal, span, 'default', via);
			const fallback = outer.childForFieldName('right');
			if (fallback !== null) {
				collector.read({
					expression,
					name: property,
					via,
					fallback,
					detached: true,
					...(literal === undefined ? {} : { literal }),
				});
			}
			return true;
		}
		if (outer.type === 'assignment_expression' && left !== null && sameNode(left, expression)) {
			if (literal !== undefined) collector.set(literal, span, 'assign', via);
			return true;
		}
		if (outer.type === 'unary_expression' && outer.text.startsWith('delete')) {
			if (literal !== undefined) collector.set(literal, span, 'remove', via);
			return true;
		}
		return false;
	}

	function inBinary(node: SyntaxNode, parent: SyntaxNode, via: string): void {
		const operator = parent.childForFieldName('operator')?.text;
		const left = parent.childForFieldName('left');
		if (operator === 'in' && left !== null && !sameNode(left, node)) {
			collector.read({ expression: parent, name: left, via, presence: 'guarded' });
		} else if (operator === '||' || operator === '??' || operator === '&&') objects.use(parent, via);
	}

	/** `{ ...process.env, X: 1 }` gives a child its environment. */
	function inSpread(spread: SyntaxNode, via: string): void {
		const object = spread.parent;
		if (object?.type !== 'object') return;
		for (const { key, keyNode } of reader.pairs(object))
			if (key !== undefined) collector.set(key, reader.string(keyNode) ?? spanOf(keyNode), 'child', via);
		for (const child of namedChildren(object)) {
			if (child.type === 'shorthand_property_identifier') collector.set(child.text, spanOf(child), 'child', via);
		}
		const outer = object.parent;
		const pair = outer === null ? undefined : reader.keyValue(outer);
		if (outer?.type === 'arguments') objects.use(object, via);
		else if (outer?.type === 'variable_declarator' && pair !== undefined) bindPair(outer, pair.keyNode, via);
	}

	function inArguments(node: SyntaxNode, list: SyntaxNode, via: string): void {
		const at = list.parent;
		const call = at === null ? undefined : reader.call(at);
		if (at === null || call === undefined) return;
		if (readSchema(context, collector, call, node)) return;
		// schema.parse(withoutEmpty(process.env))
		if (at.parent?.type === 'arguments' && at.parent.parent !== null) inArguments(at, at.parent, via);
		// export default withSecrets(process.env)
		if (hands.test(call.name) && !/^process\.env\.\w/.test(at.text)) objects.use(at, via);
		const index = call.arguments.findIndex((argument) => covers(argument, node));
		for (const fn of functionsNamed(call.name)) {
			const parameters = fn.childForFieldName('parameters');
			const parameter = parameters === null ? undefined : namedChildren(parameters)[index];
			const target = parameter?.childForFieldName('pattern') ?? parameter;
			if (target !== undefined) bind(target, fn, via);
		}
		if (/^(?:keys|entries|values|fromEntries|assign)$/.test(call.name)) readKeys(at);
	}

	/** `Object.keys(process.env).filter((key) => key.startsWith('X_'))` can touch every name of that prefix. */
	function readKeys(at: SyntaxNode): void {
		const around = [...ancestors(at)].find((outer) => reader.is(outer, 'statement')) ?? at;
		const prefixes = [...around.text.matchAll(/\bstartsWith\(\s*['"`]([A-Za-z_]\w*)['"`]/g)].map(
			(match) => match[1] ?? '',
		);
		for (const name of prefixes) {
			collector.named({ name, dynamic: { suffix: '' }, span: spanOf(at), via: 'process.env', presence: 'plain' });
		}
	}

	function functionsNamed(name: string): SyntaxNode[] {
		return [
			...document.text.matchAll(
				new RegExp(`\\b(?:function\\s+${escape(name)}|(?:const|let|var)\\s+${escape(name)}\\s*=)`, 'g'),
			),
		].flatMap((match) => {
			const node = root.descendantForIndex(match.index + match[0].length - 1);
			for (const outer of node === null ? [] : ancestors(node)) {
				if (reader.is(outer, 'function')) return [outer];
				const value = outer.type === 'variable_declarator' ? outer.childForFieldName('value') : null;
				if (value !== null) return reader.is(value, 'function') ? [value] : [];
			}
			return [];
		});
	}

	function bindPair(at: SyntaxNode, key: SyntaxNode, via: string): void {
		if (reader.is(at, 'pair') && at.type !== 'public_field_definition' && at.type !== 'field_definition') {
			bindProperty(key);
			return;
		}
		if (reader.is(at, 'pair') || key.type === 'member_expression') {
			bindField(key, via);
			return;
		}
		bind(key, at, via);
	}

	/** `createEnv({ runtimeEnv: process.env })` and its kin are schemas. */
	function bindProperty(key: SyntaxNode): void {
		const object = key.parent?.parent;
		const at = object?.parent?.parent;
		const call = at === null || at === undefined ? undefined : reader.call(at);
		if (call !== undefined && key.parent !== null) readSchema(context, collector, call, key.parent);
	}

	/** `this.env = process.env`, `private env = process.env` */
	function bindField(key: SyntaxNode, via: string): void {
		const name = key.childForFieldName('property')?.text ?? key.text;
		for (const match of document.text.matchAll(new RegExp(`\\bthis\\.${escape(name)}(?![\\w$])`, 'g'))) {
			const node = root.descendantForIndex(match.index, match.index + match[0].length);
			if (node?.type === 'member_expression' && node.startIndex !== key.startIndex) objects.use(node, via);
		}
	}

	function bind(target: SyntaxNode, at: SyntaxNode, via: string): void {
		if (target.type === 'object_pattern') {
			readPattern(context, collector, objects, target, via);
			return;
		}
		if (target.type !== 'identifier' || !variableName.test(target.text)) return;
		if (at.type === 'variable_declarator') emitExported(context, target, at);
		const scope = [...ancestors(at)].find((outer) => reader.is(outer, 'function') || reader.is(outer, 'block')) ?? root;
		objects.alias(target.text, scope, at.type === 'variable_declarator' ? at.endIndex : scope.startIndex, via);
	}

	return objects;
}

const isDirect = (expression: SyntaxNode): boolean =>
	/^(?:[\w.()]+\.)?(?:process|meta|Bun|Deno)\b[!?)]*\.?(?:\.env|\[.env.\])/.test(expression.text);
const covers = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
	outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
const isPassing = (node: SyntaxNode): boolean =>
	/^(?:parenthesized_expression|as_expression|satisfies_expression|non_null_expression|type_assertion|ternary_expression|object)$/.test(
		node.type,
	);
