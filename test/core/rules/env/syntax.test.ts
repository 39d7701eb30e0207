import { syntax } from '../../../../src/core/rules/env/syntax';
import { ruleTester } from '../../../support/ruleTester';

const node = { 'package.json': '{ "dependencies": { "dotenv": "16" } }' };
const python = { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["python-dotenv"]\n' };
const go = { 'go.mod': 'module example.com/a\n\nrequire github.com/joho/godotenv v1.5.1\n' };
const ruby = { Gemfile: "gem 'dotenv-rails'\n" };
const node22 = { 'package.json': '{ "scripts": { "dev": "node --env-file=.env ." } }' };

ruleTester(syntax, {
	silent: [
		{ name: 'every usual form', files: { ...node, '.env': '# c\nexport A=1\nB="x" # c\nC=\'y\'\nD=a b\n\nE=\n' } },
		{ name: 'a key alone, which Python takes as no value', files: { ...python, '.env': 'KEY\nA=1\n' } },
		{ name: 'a key alone where nobody knows the loader', files: { '.env': 'KEY\n' } },
		{ name: 'a dash in a key, which only some refuse', files: { '.env': 'a-b=1\n' } },
		{ name: 'one loader', files: { ...node, '.env': 'A=x#y\nB=$C\n' } },
		{ name: 'a colon, which Node takes', files: { ...node, '.env': 'KEY: value\n' } },
		{ name: 'a required reference of Compose', files: { '.env': 'A=${B:?no}\n', 'compose.yml': 'services: {}\n' } },
	],
	flagged: [
		{
			name: 'a line that Node drops',
			files: { ...node, '.env': 'A=1\n‹KEY›\n' },
			findings: [{ messageId: 'dropped', data: { loader: 'dotenv' } }],
			fixed: null,
		},
		{
			name: 'a line that nobody takes',
			files: { '.env.example': 'A=1\n‹API URL=x›\n' },
			findings: [{ messageId: 'key' }],
			fixed: null,
		},
		{
			name: 'an open quote',
			files: { ...python, '.env': '‹A="open›\nB=2\n' },
			findings: [{ messageId: 'open', data: { loader: 'python-dotenv' } }],
			fixed: null,
		},
		{
			name: 'text behind a quote',
			files: { ...node, '.env': '‹A="x" y›\n' },
			findings: [{ messageId: 'after' }],
			fixed: null,
		},
		{
			name: 'a file that Go rejects',
			files: { ...go, '.env': '‹KEY›\nA=1\n' },
			findings: [{ messageId: 'rejected', data: { loader: 'godotenv' } }],
			fixed: null,
		},
		{
			name: 'a dash in a key of Ruby',
			files: { ...ruby, '.env': '‹a-b=1›\n' },
			findings: [{ messageId: 'key', data: { loader: 'dotenv for Ruby' } }],
			fixed: null,
		},
		{
			name: 'no name',
			files: { ...node, '.env': '‹=v›\nA=1\n' },
			findings: [{ messageId: 'nameless' }],
			fixed: null,
		},
		{
			name: 'a byte order mark',
			files: { ...node22, '.env': '‹\uFEFF›A=1\n' },
			findings: [{ messageId: 'mark' }],
			fixed: { '.env': 'A=1\n' },
		},
		{
			name: 'a blank that makes Node 22 take the next line',
			files: { ...node22, '.env': 'A=‹ ›\nB=2\n' },
			findings: [{ messageId: 'swallowed' }],
			fixed: { '.env': 'A=\nB=2\n' },
		},
		{
			name: 'a value that two loaders read differently',
			files: { ...node, 'compose.yml': 'services:\n  a:\n    env_file: .env\n', '.env': '‹A›=x#y\nB="x#y"\n' },
			findings: [{ messageId: 'differs', severity: 'information' }],
			fixed: null,
		},
	],
});
