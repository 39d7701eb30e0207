import { mustMatch } from '../../../../src/core/rules/env/must-match';
import { ruleTester } from '../../../support/ruleTester';

const on = { catalogs: { scaibunker: 'on', 'interview-platform': 'on' } } as const;
const token = (value: string): string => `SCAIBUNKER_WORKER_TOKEN=${value}\n`;

ruleTester(mustMatch, {
	silent: [
		{
			name: 'one value in other quotes',
			config: on,
			files: { 'worker/.env': token('a1'), 'controller/.env': token('"a1"') },
		},
		{
			name: 'examples',
			config: on,
			files: { 'worker/.env.example': token('a'), 'controller/.env.example': token('b') },
		},
		{
			name: 'other environments',
			config: on,
			files: { 'worker/.env': token('a'), 'controller/.env.production': token('b') },
		},
		{ name: 'references', config: on, files: { 'worker/.env': token('$T'), 'controller/.env': token('b') } },
		{ name: 'folders that are no service', config: on, files: { 'a/.env': token('a'), 'b/.env': token('b') } },
		{
			name: 'a local file that brings the same value',
			config: on,
			files: { 'worker/.env': token('a'), 'worker/.env.local': token('b'), 'controller/.env': token('b') },
		},
	],
	flagged: [
		{
			name: 'one against two',
			config: on,
			files: {
				'worker/.env': 'ID=1\n‹SCAIBUNKER_WORKER_TOKEN›="one"\n',
				'controller/.env': token('two'),
				'storage-proxy/.env': token('two'),
			},
			findings: [{ messageId: 'differs', data: { others: 'controller and storage-proxy' } }],
			fixed: { 'worker/.env': 'ID=1\nSCAIBUNKER_WORKER_TOKEN="two"\n' },
			title: 'Copy the value from `controller/.env`',
		},
		{
			name: 'Compose services',
			config: on,
			files: {
				'compose.yml':
					'services:\n  controller:\n    environment:\n      SCAIBUNKER_WORKER_TOKEN: one\n  worker:\n    environment:\n      - ‹SCAIBUNKER_WORKER_TOKEN›=two\n',
			},
			findings: [{ messageId: 'differs', data: { others: 'controller' } }],
			fixed: {
				'compose.yml':
					'services:\n  controller:\n    environment:\n      SCAIBUNKER_WORKER_TOKEN: one\n  worker:\n    environment:\n      - SCAIBUNKER_WORKER_TOKEN=one\n',
			},
		},
		{
			name: 'another name of the variable, in production',
			config: on,
			files: {
				'bot-backend/.env.production': 'INTERNAL_JWT_SECRET=aaaaaaaaaaaaaaaa\n',
				'user-management/.env.production': '‹INTERNAL_SERVICE_JWT_SECRET›=bbbbbbbbbbbbbbb\n',
			},
			findings: [{ messageId: 'differs' }],
			fixed: { 'user-management/.env.production': 'INTERNAL_SERVICE_JWT_SECRET=aaaaaaaaaaaaaaaa\n' },
		},
		{
			name: 'a value that cannot be copied without its quotes',
			config: on,
			files: { 'controller/.env': token('"a b"'), 'worker/.env': '‹SCAIBUNKER_WORKER_TOKEN›=two\n' },
			findings: [{ messageId: 'differs' }],
			fixed: null,
		},
	],
});
