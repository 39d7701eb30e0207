import fc from 'fast-check';

const pieces = [
	...['A', 'B', 'FOO', 'a.b', 'A-B', 'export ', 'export\t', 'é', '1', 'null', 'x'],
	...['=', '=', '=', ' = ', ': ', ':', '==', ' =', '= '],
	...['"', "'", '`', '"x"', "'x y'", '`x`', '"a\\"b"', "'a\\'b'", '"a\nb"', '"""', '""'],
	...['#', ' # c', '#c', '# A=1\n', '\t#'],
	...['$A', '${B}', '${B:-d}', '${A+${B}}', '${', '$$', '\\$A', '$(a b)', '${A:?e}', '}', '${A:-{}}'],
	...['\\', '\\n', '\\t', '\\0101', '\\\\'],
	...['\n', '\n', '\n', '\r\n', '\r', ' ', '\t', '\u00a0', '\ufeff', '😀'],
];

/** Texts made of what `.env` files are made of, so that most of them exercise a loader's corners. */
export const envText = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

/** Those and arbitrary ones; a lone surrogate cannot pass through a loader of bytes. */
export const anyText = fc.oneof({ weight: 5, arbitrary: envText }, fc.string({ unit: 'grapheme', maxLength: 60 }));

export const environment = fc.constantFrom<Record<string, string>>({}, { A: 'one', B: '' }, { FOO: '$A', B: 'x$FOO' });
