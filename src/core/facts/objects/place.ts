import { ancestors, sameNode, type SyntaxNode } from '../../syntax/node';
import type { Reader } from '../../syntax/read';

/** What the code around a literal says about it. */
export interface Place {
	/** True when other code may add to the object before it is sent. */
	readonly open: boolean;
	/** Keys that other code sets. */
	readonly set: ReadonlySet<string>;
	/** True when the object is copied before it is sent: what is empty in it is filled in the copy. */
	readonly template?: true;
}

/** Calls that compare, look for or merge objects; theirs are no bodies. */
const noBody =
	/^(?:find\w*|where\w*|filter\w*|query\w*|count\w*|exists\w*|some|every|includes|assign|merge\w*|defaults\w*|extend\w*|deepmerge\w*|update|to(?:Strict)?Equal|toMatch\w*|toHave\w*|toContain\w*|objectContaining|arrayContaining|deep\w*|equals?|eql?|assert\w*|expect\w*|match(?:es)?|same\w*|with_?args|mock\w*|useState|useReducer|freeze)$/i;
/** Calls that only turn an object into text. */
const encode = /^(?:stringify|dumps|dumpb|encode|json_encode|to_json|json|Json|safe_dump|cast|dict)$/;

/** What is said of a call inside these is that it fails. */
const expects = /^(?:expect\w*|assert\w*|rejects|throws|raises\w*|should\w*)$/i;

const closed: Place = { open: false, set: new Set() };
const open: Place = { open: true, set: new Set() };
const template: Place = { ...open, template: true };

/** Undefined when the object is no body: an expectation, a query, a part of a merge. */
export function placeOf(reader: Reader, object: SyntaxNode): Place | undefined {
	let branch = object;
	for (const node of ancestors(object)) {
		if (sameNode(node, object)) continue;
		if (/comparison|^binary/.test(node.type) && /[!=]=/.test(node.text)) return undefined;
		const call = reader.call(node);
		if (call !== undefined) {
			if (noBody.test(call.name)) return undefined;
			if (!encode.test(call.name)) return isExpected(reader, node) ? undefined : closed;
		} else if (reader.is(node, 'assignment')) {
			return variablePlace(reader, node, branch);
		} else if (reader.is(node, 'function')) {
			return closed; // the value of an arrow function
		} else if (reader.is(node, 'statement')) {
			return /^(?:return|yield)\b/.test(node.text) ? closed : open;
		} else if (!isPassedThrough(reader, node)) return open;
		branch = node;
	}
	return open;
}

const isExpected = (reader: Reader, call: SyntaxNode): boolean =>
	[...ancestors(call)].slice(1, 8).some((node) => expects.test(reader.call(node)?.name ?? ''));

const isPassedThrough = (reader: Reader, node: SyntaxNode): boolean =>
	reader.is(node, 'arguments') ||
	reader.is(node, 'named-argument') ||
	reader.is(node, 'pair') ||
	reader.is(node, 'array') ||
	reader.is(node, 'object') ||
	!sameNode(reader.unwrap(node), node);

/** A variable that is sent as it is, or that later lines change, or spread, or export. */
function variablePlace(reader: Reader, assignment: SyntaxNode, value: SyntaxNode): Place | undefined {
	const pair = reader.keyValue(assignment);
	const name = pair === undefined ? undefined : reader.name(pair.keyNode);
	if (name === undefined || pair?.value === undefined || value.startIndex < pair.value.startIndex) return open;
	const scope = [...ancestors(assignment)].find((node) => reader.is(node, 'function') || node.parent === null);
	const statement = [...ancestors(assignment)].find((node) => reader.is(node, 'statement'));
	if (scope === undefined || /^export\b/.test(statement?.text ?? '') || /^export/.test(statement?.parent?.type ?? ''))
		return open;
	return usesOf(name, scope.text, assignment.endIndex - scope.startIndex);
}

/** `.sources.push(` and `["sources"].append(` fill what the object holds. */
const fills =
	/^(?:\.([\w$]+)|\[\s*["']([^"']+)["']\s*\])(?:\.[\w$]+|\[[^\]\n]*\])*\.(?:push|unshift|append|extend|insert|add|update|set|splice)\(/;

/** What the text after a declaration does with the variable. */
function usesOf(name: string, text: string, from: number): Place | undefined {
	const escaped = name.replace(/\$/g, '\\$&');
	const set = new Set<string>();
	let isUsed = false;
	for (const match of text.matchAll(new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])`, 'g'))) {
		const before = text.slice(Math.max(0, match.index - 40), match.index);
		const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
		if (/(?:\.\.\.|\*\*|\b(?:assign|merge|update|extend|defaults)\w*\(\s*)$/.test(before)) return template;
		if (/\b(?:deepcopy|copy|structuredClone|clone\w*)\(\s*$/.test(before) || /^\.(?:copy|model_copy)\(/.test(after))
			return template;
		if (match.index < from) continue;
		const key = /^(?:\.([\w$]+)|\[\s*["']([^"']+)["']\s*\])[^=!<>\n]*=(?![=>])/.exec(after);
		const filled = fills.exec(after);
		if (key !== null) set.add(key[1] ?? key[2] ?? '');
		else if (filled !== null) set.add(filled[1] ?? filled[2] ?? '');
		else if (/^\s*=(?!=)/.test(after) || /^\[[^\]]*\]\s*=(?!=)/.test(after)) return open;
		else if (/^\.(?:update|setdefault|set|push|append|merge)\b/.test(after)) return open;
		else if (!/^\s*[.[]/.test(after)) isUsed = true;
	}
	return isUsed ? { open: false, set } : open;
}
