import { requiredInProduction } from '../../../../src/core/rules/env/required-in-production';
import { ruleTester } from '../../../support/ruleTester';

const on = { catalogs: { 'render-daemon': 'on', 'interview-platform': 'on' } } as const;

ruleTester(requiredInProduction, {
	silent: [
		{ name: 'a file that sets it', config: on, files: { 'render-daemon/.env.production': 'AUTH_TOKEN=abc\n' } },
		{
			name: 'development',
			config: on,
			files: { 'render-daemon/.env': 'PORT=1\n', 'render-daemon/.env.development': 'PORT=1\n' },
		},
		{ name: 'an example', config: on, files: { 'render-daemon/.env.production.example': 'NODE_ENV=production\n' } },
		{
			name: 'another service',
			config: on,
			files: { 'render-daemon/package.json': '{}', 'web/.env.production': 'NODE_ENV=production\n' },
		},
		{
			name: 'a catalogue that is not relevant',
			files: { '.env.production': 'PORT=1\nRATE_LIMIT_RPM=1\nPRESET_DIR=x\n' },
		},
		{
			name: 'a Compose service whose env file sets it',
			config: on,
			files: {
				'compose.yml': 'services:\n  daemon:\n    env_file: prod.env\n    environment:\n      NODE_ENV: production\n',
				'prod.env': 'AUTH_TOKEN=abc\n',
			},
		},
		{
			name: 'a Compose service whose env file is not here',
			config: on,
			files: {
				'compose.yml': 'services:\n  daemon:\n    env_file: prod.env\n    environment:\n      NODE_ENV: production\n',
			},
		},
		{
			name: 'an image, which is no place for secrets',
			config: on,
			files: { 'render-daemon/Dockerfile': 'FROM node\nENV NODE_ENV=production\n' },
		},
	],
	flagged: [
		{
			name: 'a production file',
			config: on,
			files: { 'render-daemon/.env.production': 'PORT=8080\n‹NODE_ENV›=production\nHOST=0.0.0.0\n' },
			findings: [{ messageId: 'missing', data: { name: 'AUTH_TOKEN', service: 'daemon' } }],
			fixed: { 'render-daemon/.env.production': 'PORT=8080\nNODE_ENV=production\nAUTH_TOKEN=\nHOST=0.0.0.0\n' },
			stays: true,
		},
		{
			name: 'an empty value',
			config: on,
			files: { 'render-daemon/.env.prod': 'PORT=8080\n‹AUTH_TOKEN›=\n' },
			findings: [{ messageId: 'missing' }],
			fixed: null,
		},
		{
			name: 'a Compose service',
			config: on,
			files: {
				'compose.yml': 'services:\n  daemon:\n    environment:\n      - PORT=1\n      - ‹NODE_ENV›=production\n',
			},
			findings: [{ messageId: 'missing' }],
			fixed: null,
		},
		{
			name: 'a variable that is always required',
			config: on,
			files: { 'bot-backend/.env.production': '‹PORT›=8080\n' },
			findings: [{ messageId: 'missing', data: { name: 'INTERNAL_SERVICE_JWT_SECRET' } }],
			fixed: { 'bot-backend/.env.production': 'PORT=8080\nINTERNAL_SERVICE_JWT_SECRET=\n' },
			stays: true,
		},
	],
});
