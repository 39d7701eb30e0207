import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What no folder below `src/core` may reach: the core runs in Node, in a web worker and in tests alike. */
const outsideCore = {
	paths: [{ name: 'vscode', message: 'src/core is pure: take a port instead.' }],
	patterns: [{ group: ['node:*', '**/vscode/**', '**/cli/**'], message: 'src/core is pure: take a port instead.' }],
};

export default tseslint.config(
	{ ignores: ['dist', 'node_modules', '.vscode-test', 'examples', 'coverage', 'test/workspaces'] },
	js.configs.recommended,
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
		},
	},
	{
		files: ['src/core/**/*.ts'],
		rules: {
			'no-restricted-imports': ['error', outsideCore],
			'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname'],
		},
	},
	{ files: ['test/**/*.ts'], rules: { 'max-lines': 'off', '@typescript-eslint/no-floating-promises': 'off' } },
	{
		files: ['**/*.mjs'],
		languageOptions: {
			globals: {
				process: 'readonly',
				console: 'readonly',
				URL: 'readonly',
				setTimeout: 'readonly',
				clearTimeout: 'readonly',
				fetch: 'readonly',
				Buffer: 'readonly',
			},
		},
	},
);
