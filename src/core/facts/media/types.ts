/** Types of audio files by extension, the registered one first. */
const typesByExtension: Readonly<Record<string, readonly string[]>> = {
	wav: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
	mp3: ['audio/mpeg', 'audio/mp3', 'audio/mpeg3', 'audio/x-mpeg-3'],
	ogg: ['audio/ogg', 'audio/opus', 'audio/vorbis', 'application/ogg', 'audio/x-ogg'],
	oga: ['audio/ogg', 'audio/opus', 'audio/vorbis', 'application/ogg'],
	opus: ['audio/ogg', 'audio/opus'],
	webm: ['audio/webm', 'video/webm'],
	flac: ['audio/flac', 'audio/x-flac'],
	m4a: ['audio/mp4', 'audio/m4a', 'audio/x-m4a', 'audio/aac'],
	aac: ['audio/aac', 'audio/aacp', 'audio/mp4', 'audio/x-aac'],
	aiff: ['audio/aiff', 'audio/x-aiff'],
	amr: ['audio/amr'],
};

/** The type of a file with this extension, undefined when it is no audio. */
export const audioTypeOf = (extension: string): string | undefined => typesByExtension[extension.toLowerCase()]?.[0];

/** Whether two types name the same format, parameters aside. */
export function isSameAudio(one: string, other: string): boolean {
	const plain = (type: string): string => type.replace(/[;\s].*$/s, '').toLowerCase();
	const [a, b] = [plain(one), plain(other)];
	return a === b || Object.values(typesByExtension).some((types) => types.includes(a) && types.includes(b));
}
