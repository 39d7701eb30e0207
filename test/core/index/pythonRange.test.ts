import assert from 'node:assert/strict';
import { isInRange, startOfRange } from '../../../src/core/index/pythonRange';

describe('isInRange', () => {
	const cases: readonly (readonly [string, string, boolean | undefined])[] = [
		['3.13', '>=3.13,<3.14', true],
		['3.12', '>=3.13,<3.14', false],
		['3.14', '>=3.13,<3.14', false],
		['3.13.4', '>=3.13.1', true],
		['3.12', '~=3.12.3', true],
		['3.13', '~=3.12.3', false],
		['3.13', '~=3.12', true],
		['4.0', '~=3.12', false],
		['3.13', '^3.12', true],
		['3.13', '~3.12', false],
		['3.13', '==3.13.*', true],
		['3.13', '3.13', true],
		['3.9', '>3.8', true],
		['3.8', '>3.8', false],
		['3.12', '!=3.12', false],
		['3.12', '<4', true],
		['3.12', '<4.0,>=3', true],
		['3.12', '', undefined],
		['3.12', '>=3.8 || ^2.7', undefined],
	];
	for (const [version, range, expected] of cases) {
		it(`${version} in «${range}»`, () => assert.equal(isInRange(version, range), expected));
	}
});

describe('startOfRange', () => {
	it('is the lowest version named', () => {
		assert.equal(startOfRange('>=3.13,<3.14'), '3.13');
		assert.equal(startOfRange('<4,>=3.10'), '3.10');
		assert.equal(startOfRange('^3.12.1'), '3.12');
		assert.equal(startOfRange('<4'), undefined);
	});
});
