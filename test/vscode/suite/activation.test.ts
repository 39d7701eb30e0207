import { extensions } from 'vscode';
import { equal, ok } from '../support/assert';

describe('activation', () => {
	it('finds the extension and activates it', async () => {
		const extension = extensions.getExtension('runbook-lens.runbook-lens');
		ok(extension, 'The extension under development is not there.');
		await extension.activate();
		equal(extension.isActive, true);
	});
});
