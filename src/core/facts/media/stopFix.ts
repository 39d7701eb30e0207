import type { Range } from 'vscode-languageserver-types';
import { ancestors, descendants, namedChildren, type SyntaxNode } from '../../syntax/node';
import { lineText } from '../../text/document';
import type { Scope } from '../scope';
import type { Followed } from './fate';

/** A line that stops a clone, and where it goes. */
export interface StopInsertion {
	readonly at: Range;
	readonly text: string;
}

const teardown =
	/^(?:stop|close|dispose|destroy|clean_?up|teardown|tearDown|disconnect|leave|end|finish|release|hangUp|hangup|unmount|disconnectedCallback|ngOnDestroy|componentWillUnmount)/;

/** Where a clone can be stopped: when its recorder stops, in the class's teardown, in the function that is returned to clean up. */
export function stopInsertion(scope: Scope, { holders, recorders }: Followed): StopInsertion | undefined {
	const [holder] = holders;
	if (holder === undefined || holders.length > 1) return undefined;
	const name = holder.text;
	const [recorder] = recorders;
	const statement = recorder === undefined ? undefined : statementOf(scope, recorder);
	if (
		recorder !== undefined &&
		statement !== undefined &&
		/^[\w$]+$/.test(name) &&
		sameFunction(scope, holder, recorder)
	) {
		return below(scope, statement, `${recorder.text}.addEventListener('stop', () => ${name}.stop());`);
	}
	const body = /^this\./.test(name) ? methodBody(scope, holder) : returnedBody(scope, holder);
	if (body === undefined) return undefined;
	return first(scope, body, /^[\w$]+$/.test(name) ? `${name}.stop();` : `${name}?.stop();`);
}

function sameFunction(scope: Scope, one: SyntaxNode, other: SyntaxNode): boolean {
	const home = (node: SyntaxNode) =>
		[...ancestors(node)].find((outer) => scope.reader.is(outer, 'function'))?.startIndex;
	return home(one) === home(other);
}

const statementOf = ({ reader }: Scope, node: SyntaxNode): SyntaxNode | undefined =>
	[...ancestors(node)].find((outer) => reader.is(outer, 'statement'));

function methodBody({ reader }: Scope, node: SyntaxNode): SyntaxNode | undefined {
	const holder = [...ancestors(node)].find((outer) => reader.is(outer, 'class'));
	const members = holder?.childForFieldName('body');
	const method =
		members === undefined || members === null
			? undefined
			: namedChildren(members).find(
					(member) =>
						teardown.test(member.childForFieldName('name')?.text ?? '') && member.type === 'method_definition',
				);
	return method?.childForFieldName('body') ?? undefined;
}

/** `return () => { … };` of the function that holds the clone. */
function returnedBody({ reader }: Scope, node: SyntaxNode): SyntaxNode | undefined {
	const fn = [...ancestors(node)].find((outer) => reader.is(outer, 'function'));
	if (fn === undefined) return undefined;
	const returns = [...descendants(fn)].filter((item) => item.type === 'return_statement');
	for (const item of returns) {
		const body = namedChildren(item)
			.find(({ type }) => type === 'arrow_function')
			?.childForFieldName('body');
		if (body?.type === 'statement_block') return body;
	}
	return undefined;
}

function below({ document }: Scope, statement: SyntaxNode, text: string): StopInsertion {
	const end = document.positionAt(statement.endIndex);
	const indent = /^\s*/.exec(lineText(document, document.positionAt(statement.startIndex).line))?.[0] ?? '';
	return { at: { start: end, end }, text: `\n${indent}${text}` };
}

function first({ document }: Scope, body: SyntaxNode, text: string): StopInsertion | undefined {
	const [statement] = namedChildren(body);
	const start = document.positionAt(body.startIndex + 1);
	if (statement === undefined) return undefined;
	const line = document.positionAt(statement.startIndex);
	if (line.line === start.line) return undefined;
	return { at: { start, end: start }, text: `\n${lineText(document, line.line).slice(0, line.character)}${text}` };
}
