import { gapFacts, gapsOf } from '../../env/gaps';
import { defineRule } from '../rule';
import { addToExample, gapReport } from './missing-from-example';

export const optionalMissingFromExample = defineRule({
	id: 'env/optional-missing-from-example',
	scope: 'workspace',
	severity: 'hint',
	optIn: true,
	reads: gapFacts,
	docs: {
		what: 'Code reads a variable with a default, or asks whether it is there, and the example env file above it does not name it. Off unless a level is set for the rule.',
		why: 'Nobody who sets the service up learns that it can be tuned.',
		fix: 'Name the variable in the example. The quick fix adds it with the default that the code has.',
		notWhen: 'The example is meant to hold only what must be set.',
		bad: [{ 'src/db.ts': "const size = process.env.‹POOL_SIZE› ?? '10';\n", '.env.example': 'PORT=3000\n' }],
		good: [{ 'src/db.ts': "const size = process.env.POOL_SIZE ?? '10';\n", '.env.example': '# POOL_SIZE=10\n' }],
	},
	messages: {
		optional:
			'The code reads `{name}` if it is set, but `{example}` does not name it. Add it if people should know of it.',
	},
	*detect(context) {
		for (const gap of gapsOf(context)) {
			if (gap.need === 'optional') yield { ...gapReport(context, gap, 'optional'), severity: 'hint' };
		}
	},
	fix: (finding, context) => addToExample(finding, context, 'suggestion'),
});
