import type { SyntaxNode } from '../../syntax/node';
import { escape, type Scope } from '../scope';

/** Words without which a file has nothing to do with cameras and microphones. */
export const aboutMedia =
	/MediaStream|getUserMedia|getDisplayMedia|get(?:Audio|Video)?Tracks|RTCPeerConnection|mediaStreamTrack|captureStream/;

const tracks =
	/\.get(?:Audio|Video)?Tracks\(\)|\.mediaStreamTrack\b|\b(?:sender|receiver|transceiver\.\w+|event|evt|ev)\.track\b/;
const streams = /getUserMedia\(|getDisplayMedia\(|captureStream\(|new MediaStream\(|\.srcObject\b/;

/** Whether an expression is a `MediaStreamTrack` or a `MediaStream`, as far as the file tells; undefined when it does not. */
export function mediaKind(scope: Scope, expression: SyntaxNode): 'track' | 'stream' | undefined {
	const { reader, document } = scope;
	const node = reader.unwrap(expression);
	const text = node.text.replace(/[?!](?=\.|\[|$)/g, '');
	if (tracks.test(text)) return 'track';
	if (streams.test(text)) return 'stream';
	const name = reader.lastName(node);
	if (name === undefined || !/^(?:(?:this|self)\.)?#?[\w$]+(?:\.current|\.value)?$/.test(text)) return undefined;
	const own = /\.(?:current|value)$/.test(text) ? text.split('.').at(-2) : name;
	const id = `(?<![\\w$])${escape(own ?? name)}`;
	const typed = new RegExp(
		`${id}\\s*[?!]?\\s*(?::\\s*|=\\s*(?:React\\.)?(?:useRef|ref|shallowRef)<)(?:readonly\\s+)?MediaStream(Track)?\\b`,
	).exec(document.text);
	if (typed !== null) return typed[1] === undefined ? 'stream' : 'track';
	if (
		new RegExp(
			`(?:\\[\\s*${id}(?![\\w$])[^\\]\\n]*\\]\\s*=|(?:const|let|var|of)\\s+${id}\\s*(?:of|=))[^;\\n]*\\.get(?:Audio|Video)?Tracks\\(\\)`,
		).test(document.text)
	)
		return 'track';
	if (
		new RegExp(
			`\\.get(?:Audio|Video)?Tracks\\(\\)\\s*\\.(?:forEach|map|find|filter|some)\\(\\s*(?:async\\s*)?\\(?\\s*${id}(?![\\w$])`,
		).test(document.text)
	)
		return 'track';
	const value = scope.valueOf(node);
	return value === undefined || value === node ? undefined : directKind(value);
}

function directKind({ text }: SyntaxNode): 'track' | 'stream' | undefined {
	if (tracks.test(text)) return 'track';
	return streams.test(text) ? 'stream' : undefined;
}
