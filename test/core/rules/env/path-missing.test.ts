import { pathMissing } from '../../../../src/core/rules/env/path-missing';
import { ruleTester } from '../../../support/ruleTester';

const daemon = { catalogs: { 'render-daemon': 'on' } } as const;

ruleTester(pathMissing, {
	silent: [
		{
			name: 'a folder that is here',
			config: daemon,
			files: { '.env': 'PRESET_DIR=./presets\n', 'presets/a/b.json': '{}' },
		},
		{ name: 'an absolute path', config: daemon, files: { '.env': 'PRESET_DIR=/srv/presets\n' } },
		{ name: 'an example', config: daemon, files: { '.env.example': 'PRESET_DIR=./presets\n' } },
		{ name: 'a reference', config: daemon, files: { '.env': 'PRESET_DIR=./$NAME\n' } },
		{ name: 'a path outside of the workspace', config: daemon, files: { '.env': 'PRESET_DIR=../presets\n' } },
		{ name: 'a path that a program makes', files: { '.env': 'UPLOAD_DIR=./uploads\nLOG_PATH=./logs/a.log\n' } },
		{ name: 'a certificate that is here', files: { 'a/.env': 'TLS_CERT_FILE=../certs/ca.txt\n', 'certs/ca.txt': 'x' } },
	],
	flagged: [
		{
			name: 'a documented folder',
			config: daemon,
			files: { '.env': 'A=1\nPRESET_DIR="‹./presets-v2›"\n', 'presets/a.json': '{}' },
			findings: [{ messageId: 'missing', data: { name: 'PRESET_DIR', path: './presets-v2' }, severity: 'warning' }],
		},
		{
			name: 'a certificate',
			files: { '.env.local': 'TLS_CERT_FILE=‹./certs/server.crt›\n' },
			findings: [{ messageId: 'missing', severity: 'information', confidence: 'inferred' }],
		},
		{
			name: 'a path from the folder of the file',
			config: daemon,
			files: { 'render-daemon/.env': 'PRESET_DIR=‹presets/new›\n', 'presets/new/a.json': '{}' },
			findings: [{ messageId: 'missing' }],
		},
	],
});
