import { grammarOf, type GrammarName, type LanguageId } from './languages';

/**
 * What a node is, whatever the language calls it. A language is added by one row of {@link tables};
 * nothing outside `syntax/` knows a grammar's names.
 */
export type Role =
	| 'string'
	| 'number'
	| 'boolean'
	| 'comment'
	| 'name'
	| 'member'
	| 'index'
	| 'call'
	| 'arguments'
	| 'named-argument'
	| 'object'
	| 'pair'
	| 'array'
	| 'assignment'
	| 'enum-member'
	| 'function'
	| 'class'
	| 'block'
	| 'statement'
	| 'annotation'
	| 'case';

/** Fields that hold a node's parts, first match wins; `#n` is the n-th named child, `#last` the last one. */
interface Parts {
	readonly callee?: readonly string[];
	readonly receiver?: readonly string[];
	readonly arguments?: readonly string[];
	readonly object?: readonly string[];
	readonly property?: readonly string[];
	readonly key?: readonly string[];
	readonly value?: readonly string[];
}

interface RoleTable {
	readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
	readonly parts: Parts;
	/** Nodes that wrap one expression and mean it: `x!`, `x as T`, `(x)`, an argument. */
	readonly wrappers: readonly string[];
	/** Children of a string that make its value unknown. */
	readonly interpolation: readonly string[];
	/** Nodes that hold `key = value` or `key: value` as a flat run of children. */
	readonly flatPairs?: readonly string[];
}

const ecmascript: RoleTable = {
	roles: {
		string: ['string', 'template_string'],
		number: ['number'],
		boolean: ['true', 'false'],
		comment: ['comment', 'html_comment'],
		name: [
			'identifier',
			'property_identifier',
			'private_property_identifier',
			'shorthand_property_identifier',
			'shorthand_property_identifier_pattern',
			'type_identifier',
		],
		member: ['member_expression', 'nested_identifier'],
		index: ['subscript_expression'],
		call: ['call_expression', 'new_expression'],
		arguments: ['arguments'],
		object: ['object', 'object_type', 'interface_body', 'object_pattern'],
		pair: [
			'pair',
			'property_signature',
			'public_field_definition',
			'field_definition',
			'jsx_attribute',
			'pair_pattern',
		],
		array: ['array'],
		assignment: ['assignment_expression', 'variable_declarator', 'augmented_assignment_expression'],
		'enum-member': ['enum_assignment', 'enum_body'],
		function: [
			'function_declaration',
			'function_expression',
			'arrow_function',
			'method_definition',
			'generator_function',
			'generator_function_declaration',
		],
		class: ['class_declaration', 'class'],
		block: ['statement_block', 'program', 'switch_case', 'switch_default'],
		statement: [
			'expression_statement',
			'return_statement',
			'throw_statement',
			'lexical_declaration',
			'variable_declaration',
			'if_statement',
			'for_statement',
			'for_in_statement',
			'while_statement',
			'try_statement',
			'switch_statement',
			'export_statement',
			'import_statement',
		],
		annotation: ['decorator'],
		case: ['switch_case'],
	},
	parts: {
		callee: ['function', 'constructor'],
		arguments: ['arguments'],
		object: ['object'],
		property: ['property', 'index'],
		key: ['key', 'name', 'left', '#0'],
		value: ['value', 'right', '#1'],
	},
	wrappers: [
		'non_null_expression',
		'as_expression',
		'satisfies_expression',
		'parenthesized_expression',
		'await_expression',
		'jsx_expression',
	],
	interpolation: ['template_substitution'],
};

const tables: Readonly<Record<GrammarName, RoleTable>> = {
	typescript: ecmascript,
	tsx: ecmascript,
	javascript: ecmascript,
	python: {
		roles: {
			string: ['string'],
			number: ['integer', 'float'],
			boolean: ['true', 'false'],
			comment: ['comment'],
			name: ['identifier'],
			member: ['attribute'],
			index: ['subscript'],
			call: ['call'],
			arguments: ['argument_list'],
			'named-argument': ['keyword_argument', 'default_parameter', 'typed_default_parameter'],
			object: ['dictionary'],
			pair: ['pair'],
			array: ['list', 'tuple', 'set', 'expression_list'],
			assignment: ['assignment', 'augmented_assignment'],
			function: ['function_definition', 'lambda'],
			class: ['class_definition'],
			block: ['block', 'module'],
			statement: [
				'expression_statement',
				'return_statement',
				'raise_statement',
				'if_statement',
				'for_statement',
				'while_statement',
				'try_statement',
				'with_statement',
				'match_statement',
			],
			annotation: ['decorator'],
			case: ['case_clause'],
		},
		parts: {
			callee: ['function'],
			arguments: ['arguments'],
			object: ['object', 'value'],
			property: ['attribute', 'subscript'],
			key: ['key', 'name', 'left'],
			value: ['value', 'right'],
		},
		wrappers: ['parenthesized_expression', 'await'],
		interpolation: ['interpolation'],
	},
	go: {
		roles: {
			string: ['interpreted_string_literal', 'raw_string_literal'],
			number: ['int_literal', 'float_literal'],
			boolean: ['true', 'false'],
			comment: ['comment'],
			name: ['identifier', 'field_identifier', 'package_identifier', 'type_identifier'],
			member: ['selector_expression', 'qualified_type'],
			index: ['index_expression'],
			call: ['call_expression'],
			arguments: ['argument_list'],
			object: ['literal_value'],
			pair: ['keyed_element'],
			array: [],
			assignment: ['assignment_statement', 'short_var_declaration', 'var_spec', 'const_spec'],
			'enum-member': ['const_spec'],
			function: ['function_declaration', 'method_declaration', 'func_literal'],
			block: ['block', 'source_file', 'expression_case', 'statement_list'],
			statement: [
				'expression_statement',
				'return_statement',
				'if_statement',
				'for_statement',
				'expression_switch_statement',
			],
			case: ['expression_case'],
		},
		parts: {
			callee: ['function'],
			arguments: ['arguments'],
			object: ['operand', 'package'],
			property: ['field', 'index', 'name'],
			key: ['name', 'left', '#0'],
			value: ['value', 'right', '#1'],
		},
		wrappers: ['parenthesized_expression', 'literal_element', 'expression_list', 'unary_expression'],
		interpolation: [],
	},
	java: {
		roles: {
			string: ['string_literal'],
			number: ['decimal_integer_literal'],
			boolean: ['true', 'false'],
			comment: ['line_comment', 'block_comment'],
			name: ['identifier', 'type_identifier'],
			member: ['field_access', 'scoped_identifier'],
			index: ['array_access'],
			call: ['method_invocation', 'object_creation_expression'],
			arguments: ['argument_list', 'annotation_argument_list'],
			pair: ['element_value_pair'],
			array: ['array_initializer', 'element_value_array_initializer'],
			assignment: ['assignment_expression', 'variable_declarator'],
			'enum-member': ['enum_constant'],
			function: ['method_declaration', 'constructor_declaration', 'lambda_expression'],
			class: ['class_declaration', 'interface_declaration', 'enum_declaration', 'record_declaration'],
			block: ['block', 'program', 'switch_block_statement_group'],
			statement: [
				'expression_statement',
				'return_statement',
				'throw_statement',
				'local_variable_declaration',
				'if_statement',
				'for_statement',
				'while_statement',
				'try_statement',
			],
			annotation: ['annotation', 'marker_annotation'],
			case: ['switch_label'],
		},
		parts: {
			callee: ['name', 'type'],
			receiver: ['object'],
			arguments: ['arguments'],
			object: ['object', 'scope'],
			property: ['field', 'name', 'index'],
			key: ['key', 'name', 'left'],
			value: ['value', 'right'],
		},
		wrappers: ['parenthesized_expression', 'cast_expression'],
		interpolation: ['string_interpolation'],
	},
	'c-sharp': {
		roles: {
			string: ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'],
			number: ['integer_literal'],
			boolean: ['boolean_literal'],
			comment: ['comment'],
			name: ['identifier'],
			member: ['member_access_expression', 'qualified_name'],
			index: ['element_access_expression'],
			call: ['invocation_expression', 'object_creation_expression'],
			arguments: ['argument_list', 'bracketed_argument_list', 'attribute_argument_list'],
			'named-argument': ['argument'],
			object: ['initializer_expression', 'anonymous_object_creation_expression'],
			pair: [],
			array: ['array_creation_expression', 'implicit_array_creation_expression', 'collection_expression'],
			assignment: ['assignment_expression', 'variable_declarator'],
			'enum-member': ['enum_member_declaration'],
			function: ['method_declaration', 'lambda_expression', 'local_function_statement', 'constructor_declaration'],
			class: ['class_declaration', 'record_declaration', 'struct_declaration'],
			block: ['block', 'compilation_unit', 'switch_section', 'declaration_list'],
			statement: [
				'expression_statement',
				'return_statement',
				'throw_statement',
				'local_declaration_statement',
				'if_statement',
				'global_statement',
			],
			annotation: ['attribute'],
		},
		parts: {
			callee: ['function', 'type'],
			arguments: ['arguments'],
			object: ['expression', 'qualifier'],
			property: ['name', 'subscript'],
			key: ['left', 'name', '#0'],
			value: ['right', 'value', '#last'],
		},
		wrappers: ['parenthesized_expression', 'argument', 'cast_expression', 'await_expression', 'equals_value_clause'],
		interpolation: ['interpolation'],
		flatPairs: ['anonymous_object_creation_expression'],
	},
	rust: {
		roles: {
			string: ['string_literal', 'raw_string_literal'],
			number: ['integer_literal'],
			boolean: ['boolean_literal'],
			comment: ['line_comment', 'block_comment'],
			name: ['identifier', 'field_identifier', 'type_identifier', 'shorthand_field_identifier'],
			member: ['field_expression', 'scoped_identifier', 'scoped_type_identifier'],
			index: ['index_expression'],
			call: ['call_expression', 'macro_invocation'],
			arguments: ['arguments', 'token_tree'],
			object: ['field_initializer_list'],
			pair: ['field_initializer'],
			array: ['array_expression', 'tuple_expression'],
			assignment: ['assignment_expression', 'let_declaration', 'const_item', 'static_item'],
			'enum-member': ['enum_variant'],
			function: ['function_item', 'closure_expression'],
			class: ['struct_item', 'enum_item', 'impl_item'],
			block: ['block', 'source_file', 'match_block'],
			statement: ['expression_statement', 'let_declaration', 'return_expression'],
			annotation: ['attribute_item', 'attribute'],
			case: ['match_arm'],
		},
		parts: {
			callee: ['function', 'macro'],
			arguments: ['arguments', '#last'],
			object: ['value', 'path'],
			property: ['field', 'name'],
			key: ['field', 'name', 'pattern', 'left'],
			value: ['value', 'right'],
		},
		wrappers: [
			'parenthesized_expression',
			'reference_expression',
			'try_expression',
			'await_expression',
			'type_cast_expression',
		],
		interpolation: [],
	},
	ruby: {
		roles: {
			string: ['string', 'simple_symbol', 'heredoc_body'],
			number: ['integer', 'float'],
			boolean: ['true', 'false'],
			comment: ['comment'],
			name: ['identifier', 'constant', 'hash_key_symbol', 'instance_variable'],
			member: ['scope_resolution'],
			index: ['element_reference'],
			call: ['call', 'method_call', 'command_call'],
			arguments: ['argument_list'],
			object: ['hash'],
			pair: ['pair'],
			array: ['array', 'string_array', 'symbol_array'],
			assignment: ['assignment', 'operator_assignment'],
			function: ['method', 'singleton_method', 'lambda', 'block', 'do_block'],
			class: ['class', 'module'],
			block: ['body_statement', 'program', 'then', 'else', 'block_body'],
			statement: ['return', 'if', 'unless', 'case', 'begin'],
			case: ['when'],
		},
		parts: {
			callee: ['method'],
			receiver: ['receiver'],
			arguments: ['arguments'],
			object: ['scope', 'object', '#0'],
			property: ['name', '#1'],
			key: ['key', 'left'],
			value: ['value', 'right'],
		},
		wrappers: ['parenthesized_statements'],
		interpolation: ['interpolation'],
	},
	php: {
		roles: {
			string: ['string', 'encapsed_string', 'heredoc', 'nowdoc'],
			number: ['integer', 'float'],
			boolean: ['boolean'],
			comment: ['comment'],
			name: ['name', 'variable_name', 'qualified_name'],
			member: ['member_access_expression', 'class_constant_access_expression', 'nullsafe_member_access_expression'],
			index: ['subscript_expression'],
			call: [
				'function_call_expression',
				'member_call_expression',
				'nullsafe_member_call_expression',
				'scoped_call_expression',
				'object_creation_expression',
			],
			arguments: ['arguments'],
			object: ['array_creation_expression'],
			pair: ['array_element_initializer'],
			array: ['array_creation_expression'],
			assignment: ['assignment_expression', 'const_element'],
			'enum-member': ['enum_case'],
			function: ['method_declaration', 'function_definition', 'anonymous_function', 'arrow_function'],
			class: ['class_declaration', 'enum_declaration'],
			block: ['compound_statement', 'program', 'case_statement'],
			statement: ['expression_statement', 'return_statement', 'if_statement', 'throw_expression'],
			annotation: ['attribute'],
			case: ['case_statement'],
		},
		parts: {
			callee: ['function', 'name', '#0'],
			receiver: ['object', 'scope'],
			arguments: ['arguments', '#last'],
			object: ['object', '#0'],
			property: ['name', '#1'],
			key: ['key', 'left', 'name', '#0'],
			value: ['value', 'right', '#1'],
		},
		wrappers: ['parenthesized_expression', 'argument', 'cast_expression'],
		interpolation: ['variable_name', 'member_access_expression', 'subscript_expression'],
	},
	bash: {
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
	},
};

/** JSON and YAML nodes carry role names already. */
const plain: RoleTable = {
	roles: {
		string: ['string'],
		number: ['number'],
		boolean: ['boolean'],
		object: ['object'],
		pair: ['pair'],
		array: ['array'],
		comment: ['comment'],
	},
	parts: { key: ['key'], value: ['value'] },
	wrappers: [],
	interpolation: [],
};

/** A {@link RoleTable} in the form that readers want. */
export interface Roles {
	readonly of: ReadonlyMap<string, ReadonlySet<Role>>;
	readonly parts: Parts;
	readonly wrappers: ReadonlySet<string>;
	readonly interpolation: ReadonlySet<string>;
	readonly flatPairs: ReadonlySet<string>;
}

const compiled = new Map<RoleTable, Roles>();

export function rolesFor(language: LanguageId): Roles {
	const grammar = grammarOf(language);
	const table = grammar === undefined ? plain : tables[grammar];
	let roles = compiled.get(table);
	if (roles === undefined) {
		roles = compile(table);
		compiled.set(table, roles);
	}
	return roles;
}

function compile(table: RoleTable): Roles {
	const of = new Map<string, Set<Role>>();
	for (const [role, types] of Object.entries(table.roles) as [Role, readonly string[]][]) {
		for (const type of types) {
			const set = of.get(type) ?? new Set<Role>();
			set.add(role);
			of.set(type, set);
		}
	}
	return {
		of,
		parts: table.parts,
		wrappers: new Set(table.wrappers),
		interpolation: new Set(table.interpolation),
		flatPairs: new Set(table.flatPairs),
	};
}
