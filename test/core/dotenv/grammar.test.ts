import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

const grammarFile = new URL('../../../syntaxes/dotenv.tmLanguage.json', import.meta.url);
const wasmFile = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

async function loadGrammar(): Promise<IGrammar> {
	await oniguruma.loadWASM(readFileSync(wasmFile));
	const registry = new textmate.Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
			createOnigString: (text) => new oniguruma.OnigString(text),
		}),
		loadGrammar: (scope) =>
			Promise.resolve(
				scope === 'source.dotenv.runbook-lens'
					? textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), 'dotenv.tmLanguage.json')
					: null,
			),
	});
	const grammar = await registry.loadGrammar('source.dotenv.runbook-lens');
	assert(grammar !== null);
	return grammar;
}

/**
 * A line of dotenv, then lines of `^^^ scope` under what must carry that scope. A scope behind `-` must be absent.
 * The first column of a mark line is its line's first column.
 */
const marked = `
# comment
^^^^^^^^^ comment.line.number-sign.dotenv
  # A=1
    ^^^ comment.line.number-sign.dotenv
A=b
^ variable.other.constant.dotenv
 ^ keyword.operator.assignment.dotenv
  ^ string.unquoted.dotenv
export A = b c # note
^^^^^^ keyword.other.export.dotenv
       ^ variable.other.constant.dotenv
         ^ keyword.operator.assignment.dotenv
           ^^^ string.unquoted.dotenv
               ^^^^^^ comment.line.number-sign.dotenv
A=b#c
  ^^^ string.unquoted.dotenv
A= # note
   ^^^^^^ comment.line.number-sign.dotenv
A=#b
  ^^ comment.line.number-sign.dotenv
A: b
 ^ keyword.operator.assignment.dotenv
   ^ string.unquoted.dotenv
A_B.c-d=http://x:80/?a=b&c=#e
^^^^^^^ variable.other.constant.dotenv
        ^^^^^^^^^^^^^^^^^^^^^ string.unquoted.dotenv
A=8080
  ^^^^ constant.numeric.dotenv
A=true # on
  ^^^^ constant.language.dotenv
       ^^^^ comment.line.number-sign.dotenv
A=80 81
  ^^^^^ string.unquoted.dotenv
  ^^ - constant.numeric.dotenv
A="b \\n $C \${D:-e} # f" # g
  ^ punctuation.definition.string.begin.dotenv
   ^^ string.quoted.double.dotenv
     ^^ constant.character.escape.dotenv
         ^ variable.other.readwrite.dotenv
             ^ variable.other.readwrite.dotenv
              ^^ keyword.operator.expansion.dotenv
                 ^ punctuation.definition.variable.end.dotenv
                   ^^^ string.quoted.double.dotenv
                   ^^^ - comment.line.number-sign.dotenv
                      ^ punctuation.definition.string.end.dotenv
                        ^^^ comment.line.number-sign.dotenv
A='b $C # d'
  ^^^^^^^^^^ string.quoted.single.dotenv
     ^^ - variable.other.readwrite.dotenv
A=\`b\`
  ^^^ string.quoted.other.dotenv
A=x$B-$$C
  ^^^^^^^ string.unquoted.dotenv
    ^ variable.other.readwrite.dotenv
      ^^ constant.character.escape.dotenv
A="-----BEGIN
   ^^^^^^^^^^ string.quoted.double.dotenv
# b
^^^ string.quoted.double.dotenv
^^^ - comment.line.number-sign.dotenv
QUJD=
^^^^^ string.quoted.double.dotenv
-----"
^^^^^ string.quoted.double.dotenv
     ^ punctuation.definition.string.end.dotenv
B=c
^ variable.other.constant.dotenv
A="forgotten
   ^^^^^^^^^ string.quoted.double.dotenv
B=c
^ variable.other.constant.dotenv
  ^ string.unquoted.dotenv
export B
^^^^^^ keyword.other.export.dotenv
       ^ variable.other.constant.dotenv
`;

describe('dotenv grammar', () => {
	it('gives every marked character its scope', async () => {
		const grammar = await loadGrammar();
		let stack = textmate.INITIAL;
		let source = '';
		let scopes: readonly (readonly string[])[] = [];
		for (const line of marked.trim().split('\n')) {
			const mark = /^( *)(\^+) (- )?([\w.-]+)$/.exec(line);
			if (mark === null) {
				const tokens = grammar.tokenizeLine(line, stack);
				stack = tokens.ruleStack;
				source = line;
				scopes = tokens.tokens.flatMap((token) =>
					Array.from({ length: token.endIndex - token.startIndex }, () => token.scopes),
				);
				continue;
			}
			const [, indent = '', carets = '', absent, scope = ''] = mark;
			for (let column = indent.length; column < indent.length + carets.length; column++) {
				const has = scopes[column]?.includes(scope) === true;
				assert.equal(has, absent === undefined, `${source}: column ${column} ${absent ?? ''}${scope}`);
			}
		}
	});
});
