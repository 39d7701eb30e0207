import assert from 'node:assert/strict';
import type { ObjectFact } from '../../../src/core/facts/object';
import { createWorkspace } from '../../support/workspace';

async function objects(path: string, text: string): Promise<ObjectFact[]> {
	const { service } = await createWorkspace({ [path]: text });
	return [...service.index.facts('object')].map(({ fact }) => fact);
}

describe('object facts', () => {
	it('keep no text but what a catalogue spells out', async () => {
		const [fact] = await objects(
			'a.json',
			'{ "network_profile": "registry", "interfaces": [{ "password": "hunter2" }], "network_allowlist": ["https://me:hunter2@git.example.com"], "token": "hunter2" }\n',
		);
		assert.ok(fact !== undefined);
		const json = JSON.stringify(fact);
		assert.ok(json.includes('registry'));
		assert.ok(!json.includes('hunter2') && !json.includes('git.example.com') && !json.includes('token'));
	});

	it('name the endpoint that they are sent to', async () => {
		const [fact] = await objects('a.ts', "api.post(`/bunkers/${id}/exec`, { command: 'ls' });\n");
		assert.deepEqual(fact?.endpoints, ['POST /bunkers/{id}/exec']);
	});

	it('are read only where a constraint may ask', async () => {
		assert.deepEqual(await objects('a.json', '{ "interfaces": [], "command": "npm ci", "force": true }\n'), []);
		assert.deepEqual(await objects('a.ts', "api.post('/users', { name: 'a' });\n"), []);
	});

	it('survive broken texts', async () => {
		for (const text of [
			'{ "network_profile": ',
			'{ "network_profile": "transit", "interfaces": [',
			'}{',
			'"network_profile"',
		])
			await objects('a.json', text);
		await objects('a.sh', 'curl -d \'{"network_profile": "transit", "interfaces": [ \\\n');
		await objects('a.md', '```json\n{ "network_profile": "transit", "interfaces"');
		await objects('a.http', 'POST /bunkers\n\n{ "network_profile"');
		await objects('a.py', 'x = {"network_profile": "transit", "interfaces": [');
	});
});
