import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import type { GenericSchema } from 'valibot';
import { catalogSchema } from '../../src/core/catalog/model';
import { projectSchema } from '../../src/core/config/model';

/** The JSON schemas, from the models that validate. VS Code reads draft 07. */
export async function schemaFiles(): Promise<readonly (readonly [path: string, text: string])[]> {
	return [
		['schemas/catalog.schema.json', await schemaText('Runbook Lens catalogue', catalogSchema)],
		['schemas/config.schema.json', await schemaText('Runbook Lens project file', projectSchema)],
	];
}

function schemaText(title: string, model: GenericSchema): Promise<string> {
	const { $schema, ...schema } = toJsonSchema(model, {
		target: 'draft-07',
		typeMode: 'input',
		errorMode: 'ignore', // checks that only code can make stay with the validator
	});
	const text = JSON.stringify({ $schema, title, allowComments: true, allowTrailingCommas: true, ...schema });
	return format(text, { parser: 'json', useTabs: true, printWidth: 120, trailingComma: 'none' });
}
