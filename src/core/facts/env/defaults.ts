import type { SyntaxNode } from '../../syntax/node';
import type { Reader } from '../../syntax/read';

const secretName =
	/SECRET|TOKEN|PASSW(?:OR)?D|PASSPHRASE|PRIVATE|CREDENTIAL|SALT|(?:^|_)(?:PASS|PWD|DSN|KEY|PEPPER)(?:_|$)/i;
const credentials = /:\/\/[^/\s:@]*:[^/\s@]+@/;
const noValue = /^(?:null|undefined|None|nil|NULL|void 0|default)$/;

/** Whether the expression stands for «nothing», so that it is no default. */
export const isNothing = (node: SyntaxNode): boolean => noValue.test(node.text);

/** The literal text of a default, unless it may be a secret: of a secret's variable, with credentials, or a long random word. */
export function literalDefault(reader: Reader, node: SyntaxNode, variable: string): string | undefined {
	const inner = reader.unwrap(node);
	const call = reader.call(inner);
	// "x".to_string(), String::from("x")
	if (call !== undefined && /^(?:to_string|to_owned|into|from|freeze)$/.test(call.name)) {
		const subject =
			call.receiver !== undefined && reader.string(call.receiver) !== undefined ? call.receiver : call.arguments[0];
		return subject === undefined ? undefined : literalDefault(reader, subject, variable);
	}
	const text =
		reader.string(inner)?.value ?? (reader.is(inner, 'number') || reader.is(inner, 'boolean') ? inner.text : undefined);
	return text === undefined ? undefined : publicDefault(text, variable);
}

/** The text of a default, or undefined when it may be a secret. */
export function publicDefault(text: string, variable: string): string | undefined {
	if (text.length > 200 || credentials.test(text)) return undefined;
	if (text !== '' && secretName.test(variable) && !/^(?:true|false|\d{1,6})$/.test(text)) return undefined;
	return /[A-Za-z0-9+/_=-]{24,}/.test(text) && /\d/.test(text) && /[a-z]/i.test(text) && !/[/.:\s]/.test(text)
		? undefined
		: text;
}
