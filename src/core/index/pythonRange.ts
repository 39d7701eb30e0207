/** Whether a version such as `3.13` is in a range such as `>=3.12,<4`; undefined when the range says something else. */
export function isInRange(version: string, range: string): boolean | undefined {
	const wanted = numbers(version);
	const parts = range
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (parts.length === 0 || range.includes('|')) return undefined;
	const results = parts.map((part) => meets(wanted, part));
	return results.includes(undefined) ? undefined : results.every((result) => result === true);
}

/** The lowest version that a range names as its start: `3.13` of `>=3.13,<3.14`. */
export function startOfRange(range: string): string | undefined {
	return /(?:^|[\s,])(?:>=|~=|==|\^|~)?\s*(\d+\.\d+)/.exec(range)?.[1];
}

const numbers = (text: string): number[] => text.split('.').map(Number);

/** Only major and minor count: an image of 3.12 has some patch of it. */
function meets([major = 0, minor = 0]: readonly number[], part: string): boolean | undefined {
	const match = /^(>=|<=|>|<|==|!=|~=|\^|~|)\s*v?(\d+)(?:\.(\d+|\*))?(?:\.(\d+|\*))?$/.exec(part);
	if (match === null) return undefined;
	const [, operator = '', first = '', second, third] = match;
	const bound = Number(first);
	const other = second === undefined || second === '*' ? undefined : Number(second);
	const difference = major - bound || (other === undefined ? 0 : minor - other);
	switch (operator) {
		case '>=':
			return difference >= 0;
		case '<=':
			return difference <= 0;
		case '>':
			return third === undefined ? difference > 0 : difference >= 0;
		case '<':
			return third === undefined || third === '0' ? difference < 0 : difference <= 0;
		case '!=':
			return third === undefined ? difference !== 0 : true;
		case '~=':
			return third === undefined ? major === bound && difference >= 0 : difference === 0;
		case '^':
			return major === bound && difference >= 0;
		case '~':
		case '==':
		case '':
			return difference === 0;
	}
	return undefined;
}
