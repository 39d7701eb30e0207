import { ancestors, sameNode, type SyntaxNode } from '../../syntax/node';
import { escape, type Scope } from '../scope';

/** What becomes of a cloned track: stopped, handed to code that may stop it, or neither. */
export type Fate = 'stopped' | 'escaped' | 'kept';

export interface Followed {
	readonly fate: Fate;
	/** Names that hold the clone itself. */
	readonly holders: readonly SyntaxNode[];
	/** Names of recorders that record it. */
	readonly recorders: readonly SyntaxNode[];
}

type Kind = 'media' | 'recorder';

/** Calls that use media without taking it over. */
const neutral =
	/^(?:log|debug|info|warn|error|createMediaStreamSource|createMediaStreamTrackSource|MediaStreamTrackProcessor|ImageCapture|setTrack|includes|indexOf|Boolean|String)$/;
/** Methods by which a class lets go of what it holds. */
const teardown =
	/(?:^|\n)\s*(?:async\s+|public\s+)*#?(?:stop|close|dispose|destroy|clean_?[uU]p|teardown|tearDown|disconnect|leave|end|finish|release|hangUp|disconnectedCallback|ngOnDestroy|componentWillUnmount)\w*\s*\(/;
const stops = /\bstop\s*\(/;
const lists =
	/^(?:get(?:Audio|Video)?Tracks|getSenders|getReceivers|values|entries|forEach|map|filter|find|at|get|stream|current|value|track|srcObject)$/;

/** Follows a value through names, streams and recorders of the file. */
export function follow(scope: Scope, value: SyntaxNode): Followed {
	const holders: SyntaxNode[] = [];
	const recorders: SyntaxNode[] = [];
	const seen = new Set<string>();

	function worse(one: Fate, other: Fate): Fate {
		if (one === 'stopped' || other === 'stopped') return 'stopped';
		return one === 'escaped' || other === 'escaped' ? 'escaped' : 'kept';
	}

	/** What happens where an expression stands. */
	function at(node: SyntaxNode, kind: Kind, own: boolean): Fate {
		const { reader } = scope;
		const { parent } = node;
		if (parent === null) return 'kept';
		if (
			/^(?:parenthesized_expression|non_null_expression|as_expression|satisfies_expression|await_expression|optional_chain)$/.test(
				parent.type,
			)
		)
			return at(parent, kind, own);
		const member = reader.member(parent);
		if (member !== undefined && sameNode(member.object, node)) return ofMember(parent, member.property, kind);
		if (reader.is(parent, 'assignment') || /field_definition/.test(parent.type)) {
			const pair = reader.keyValue(parent);
			if (pair?.value === undefined || !sameNode(pair.value, reader.unwrap(node))) return 'kept';
			return named(pair.keyNode, kind, own);
		}
		if (reader.is(parent, 'arguments')) return ofArgument(parent.parent, kind, own);
		if (reader.is(parent, 'array')) {
			const call = parent.parent?.parent ?? null;
			const isStream =
				call !== null &&
				parent.parent !== null &&
				reader.is(parent.parent, 'arguments') &&
				reader.call(call)?.name === 'MediaStream';
			return isStream ? at(call, 'media', false) : 'escaped';
		}
		if (/^(?:if|while|for)_statement$|^expression_statement$|^unary_expression$/.test(parent.type)) return 'kept';
		if (/^for_in_statement$/.test(parent.type)) return stops.test(parent.text) ? 'stopped' : 'kept';
		if (/^binary_expression$/.test(parent.type)) {
			const isLast = parent.childForFieldName('right')?.startIndex === node.startIndex;
			const operator = parent.childForFieldName('operator')?.text ?? '';
			return /^(?:\|\||\?\?|&&)$/.test(operator) && isLast ? at(parent, kind, own) : 'kept';
		}
		if (/^ternary_expression$/.test(parent.type)) {
			return parent.childForFieldName('condition')?.startIndex === node.startIndex ? 'kept' : at(parent, kind, own);
		}
		return 'escaped';
	}

	function ofMember(member: SyntaxNode, property: string | undefined, kind: Kind): Fate {
		const { reader } = scope;
		const call = member.parent === null ? undefined : reader.call(member.parent);
		if (property === 'stop' && call !== undefined) return kind === 'media' ? 'stopped' : 'kept';
		if (/^(?:push|add|set|unshift)$/.test(property ?? '')) return 'kept';
		if (kind === 'recorder' && property !== 'stream') return 'kept';
		if (property === undefined || !lists.test(property)) return 'kept';
		const statement = [...ancestors(member)].find(
			(node) => reader.is(node, 'statement') || /statement$/.test(node.type),
		);
		const loop = statement?.parent?.type === 'for_in_statement' ? statement.parent : statement;
		if (stops.test(loop?.text ?? '')) return 'stopped';
		return /^(?:current|value|stream|srcObject|track)$/.test(property) ? at(member, 'media', false) : held(member);
	}

	/** `const tracks = stream.getTracks();` */
	function held(member: SyntaxNode): Fate {
		const call = member.parent;
		const holder = call?.parent ?? null;
		const pair = holder === null || !scope.reader.is(holder, 'assignment') ? undefined : scope.reader.keyValue(holder);
		return pair === undefined ? 'kept' : named(pair.keyNode, 'media', false);
	}

	function ofArgument(call: SyntaxNode | null, kind: Kind, own: boolean): Fate {
		const read = call === null ? undefined : scope.reader.call(call);
		if (call === null || read === undefined) return 'escaped';
		if (read.name === 'MediaStream') return at(call, 'media', false);
		if (read.name === 'MediaRecorder') return at(call, 'recorder', false);
		if (neutral.test(read.name)) return 'kept';
		if (/^(?:addTrack|push|set|add|unshift)$/.test(read.name) && read.receiver !== undefined)
			return named(read.receiver, 'media', own && read.name !== 'addTrack');
		return kind === 'recorder' && read.name === 'addEventListener' ? 'kept' : 'escaped';
	}

	/** Every use of a name that holds the value. */
	function named(key: SyntaxNode, kind: Kind, own: boolean): Fate {
		const { document, reader } = scope;
		const plain = key.text.replace(/(?:[?!]?\.(?:current|value|srcObject))+$/, '').replace(/[?!]/g, '');
		const name = plain.split('.').at(-1) ?? plain;
		if (!/^#?[\w$]+$/.test(name)) return 'escaped';
		if (own) holders.push(key);
		if (kind === 'recorder') recorders.push(key);
		const id = `${kind} ${name}`;
		if (seen.has(id)) return 'kept';
		seen.add(id);
		let fate: Fate = isShared(key) ? 'escaped' : 'kept';
		const pattern = new RegExp(`(?<![\\w$#])${escape(name)}(?![\\w$])`, 'g');
		for (const match of document.text.matchAll(pattern)) {
			const use = scope.nodeAt({ start: match.index, end: match.index + name.length });
			if (use === undefined || reader.is(use, 'comment') || reader.is(use, 'string') || use.text !== name) continue;
			const member = use.parent === null ? undefined : reader.member(use.parent);
			const whole = member !== undefined && sameNode(member.propertyNode, use) ? use.parent : use;
			if (whole === null || isTarget(whole)) continue;
			fate = worse(fate, /shorthand_property_identifier$/.test(use.type) ? 'escaped' : at(whole, kind, own));
			if (fate === 'stopped') return fate;
		}
		return fate;
	}

	/** A name that is given a value, or declared, where it stands. */
	function isTarget(node: SyntaxNode): boolean {
		const { reader } = scope;
		const pair = node.parent === null ? undefined : reader.keyValue(node.parent);
		if (node.parent !== null && pair !== undefined && !reader.is(node.parent, 'pair'))
			return sameNode(pair.keyNode, node);
		return /parameter|type_annotation|import|property_signature/.test(node.parent?.type ?? '');
	}

	/** Others may stop what a parameter, an export, another object or a class without a teardown of its own holds. */
	function isShared(key: SyntaxNode): boolean {
		const { document, reader } = scope;
		const text = key.text.replace(/(?:[?!]?\.(?:current|value|srcObject))+$/, '').replace(/[?!]/g, '');
		if (/^this\.#/.test(text)) return false;
		const field = /^this\.([\w$]+)$/.exec(text)?.[1];
		if (field !== undefined) {
			const holder = [...ancestors(key)].find((node) => reader.is(node, 'class'));
			if (holder === undefined) return true;
			const isPrivate = new RegExp(`\\bprivate\\s[^=;\\n]*(?<![\\w$])${escape(field)}(?![\\w$])`).test(holder.text);
			return !isPrivate && !field.startsWith('_') && !teardown.test(holder.text);
		}
		if (!/^[\w$]+$/.test(text)) return true;
		const name = escape(text);
		if (isElement(text) || /Ref$/.test(text)) return false;
		const declared = new RegExp(
			`(export\\s+)?\\b(?:const|let|var)\\s+(?:[\\[{][^=;]*)?(?<![\\w$])${name}(?![\\w$])`,
		).exec(document.text);
		return declared === null || declared[1] !== undefined || isParameter(key, text);
	}

	const isElement = (name: string): boolean =>
		new RegExp(`(?<![\\w$.])${escape(name)}(?:\\.current|\\.value)?\\.srcObject\\b`).test(scope.document.text);

	function isParameter(key: SyntaxNode, name: string): boolean {
		return [...ancestors(key)].some((node) => {
			const list = scope.reader.is(node, 'function')
				? (node.childForFieldName('parameters') ?? node.childForFieldName('parameter'))
				: null;
			return list !== null && new RegExp(`(?<![\\w$.])${escape(name)}(?![\\w$])`).test(list.text);
		});
	}

	return { fate: at(value, 'media', true), holders, recorders };
}
