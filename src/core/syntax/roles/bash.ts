import type { RoleTable } from './table';

export const bash: RoleTable = {
	roles: {
		string: ['string', 'raw_string', 'ansi_c_string'],
		number: ['number'],
		comment: ['comment'],
		name: ['variable_name', 'word', 'command_name'],
		index: ['simple_expansion', 'expansion'],
		call: ['command'],
		array: ['array'],
		assignment: ['variable_assignment'],
		function: ['function_definition'],
		block: ['program', 'compound_statement', 'do_group'],
		statement: ['command', 'declaration_command', 'if_statement', 'pipeline', 'list'],
		case: ['case_item'],
	},
	parts: {
		callee: ['name'],
		key: ['name'],
		value: ['value'],
	},
	wrappers: ['command_name'],
	interpolation: ['simple_expansion', 'expansion', 'command_substitution'],
};
