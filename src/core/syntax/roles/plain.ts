import type { RoleTable } from './table';

/** JSON and YAML nodes carry role names already. */
export const plain: RoleTable = {
	roles: {
		string: ['string'],
		number: ['number'],
		boolean: ['boolean'],
		object: ['object'],
		literal: ['object'],
		null: ['null'],
		pair: ['pair'],
		array: ['array'],
		comment: ['comment'],
	},
	parts: { key: ['key'], value: ['value'] },
	wrappers: [],
	interpolation: [],
};
