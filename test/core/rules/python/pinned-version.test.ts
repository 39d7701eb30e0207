import { pinnedVersion } from '../../../../src/core/rules/python/pinned-version';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { 'interview-platform': 'on' } } as const;
const project = (requires: string): string => `[project]\nname = "app"\nrequires-python = "${requires}"\n`;
const workflow = (version: string, folder = 'bot-backend'): string =>
	`jobs:\n  bot:\n    defaults:\n      run:\n        working-directory: ${folder}\n    steps:\n      - uses: actions/setup-python@v5\n        with:\n          python-version: ${version}\n`;

ruleTester(pinnedVersion, {
	silent: [
		{
			name: 'the pin, in every place',
			config,
			files: {
				'bot-backend/Dockerfile': 'FROM python:3.13.2-slim\n',
				'bot-backend/.python-version': '3.13\n',
				'bot-backend/pyproject.toml': project('>=3.13,<3.14'),
				'.github/workflows/ci.yml': workflow('"3.13"'),
			},
		},
		{
			name: 'another service',
			config,
			files: { 'tools/Dockerfile': 'FROM python:3.11\n', 'bot-backend/pyproject.toml': project('>=3.13') },
		},
		{
			name: 'a version that is computed',
			config,
			files: {
				'bot-backend/Dockerfile': 'ARG TAG\nFROM python:$TAG\n',
				'.github/workflows/ci.yml': workflow('${{ matrix.python }}'),
			},
		},
		{
			name: 'a job of several folders',
			config,
			files: {
				'.github/workflows/ci.yml': `${workflow('"3.11"')}      - run: a\n        working-directory: other\n`,
				'bot-backend/.python-version': '3.13\n',
			},
		},
		{
			name: 'an image that the package allows',
			files: { Dockerfile: 'FROM python:3.12\n', 'pyproject.toml': project('>=3.10') },
		},
		{
			name: 'a range that is not understood',
			files: { Dockerfile: 'FROM python:3.12\n', 'pyproject.toml': project('===3.13 || 3.11') },
		},
	],
	flagged: [
		{
			name: 'an image',
			config,
			files: {
				'bot-backend/Dockerfile': 'FROM --platform=linux/amd64 docker.io/library/python:‹3.12.4›-slim AS base\n',
			},
			findings: [{ messageId: 'pinned', data: { pin: '3.13', version: '3.12.4' } }],
			fixed: { 'bot-backend/Dockerfile': 'FROM --platform=linux/amd64 docker.io/library/python:3.13-slim AS base\n' },
			title: 'Use Python 3.13',
		},
		{
			name: 'a build argument, a version file and a workflow',
			config,
			files: {
				'.github/workflows/ci.yml': workflow("'‹3.14›'"),
				'bot-backend/.python-version': '‹3.12›\n',
				'bot-backend/Dockerfile': 'ARG PYTHON_VERSION=‹3.11›\nFROM python:${PYTHON_VERSION}-slim\n',
			},
			findings: [{ messageId: 'pinned' }, { messageId: 'pinned' }, { messageId: 'pinned' }],
			fixed: {
				'.github/workflows/ci.yml': workflow("'3.13'"),
				'bot-backend/.python-version': '3.13\n',
				'bot-backend/Dockerfile': 'ARG PYTHON_VERSION=3.13\nFROM python:${PYTHON_VERSION}-slim\n',
			},
		},
		{
			name: 'a range that gives the pin up',
			config,
			files: { 'bot-backend/pyproject.toml': project('‹>=3.11›') },
			findings: [{ messageId: 'range', data: { next: '3.14' } }],
			fixed: { 'bot-backend/pyproject.toml': project('>=3.13,<3.14') },
		},
		{
			name: 'an image that another package does not allow',
			files: {
				'api/Dockerfile': 'FROM python:‹3.11›-alpine\n',
				'api/pyproject.toml': '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.12"\n',
			},
			findings: [{ messageId: 'excluded', severity: 'information', confidence: 'inferred' }],
			fixed: { 'api/Dockerfile': 'FROM python:3.12-alpine\n' },
		},
	],
});
