import { frameworksOf } from '../../index/envFrameworks';
import { envReadKinds, resolveEnvReads } from '../../index/envReads';
import { packagesOf } from '../../index/packages';
import { defineRule, type RuleContext } from '../rule';

const prefixes = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP|NG_APP|PUBLIC)_/;
/** What nobody publishes on purpose. Keys that are made for browsers (`API_KEY`, `SITE_KEY`, `ANON_KEY`) stay silent. */
const secret =
	/(?:^|_)(?:SECRET|SECRET_KEY|CLIENT_SECRET|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_KEY|SERVICE_ROLE(?:_KEY)?|SERVICE_KEY|ADMIN_KEY|ADMIN_TOKEN|MASTER_KEY|SIGNING_KEY|ENCRYPTION_KEY|SECRET_ACCESS_KEY|REFRESH_TOKEN|DATABASE_URL|DB_URL|MONGO_?(?:DB_)?URI|CONNECTION_STRING)$/;

/** Everyone is told these. */
const published = /(?:^|_)(?:DEMO|GUEST|SAMPLE|PUBLIC_KEY|TEST|E2E|SHOW|HAS|ENABLE|DISABLE)_/;

export const clientExposedSecret = defineRule({
	id: 'env/client-exposed-secret',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', ...envReadKinds, 'manifest', 'env-load'],
	docs: {
		what: 'A variable that bundlers copy into the browser is called a secret: `VITE_…_SECRET`, `NEXT_PUBLIC_…_PASSWORD`.',
		why: 'Its value is written into the JavaScript that everyone downloads.',
		fix: 'Read it on the server under a name without the public prefix, and replace the leaked value.',
		notWhen: 'The value is public by design: give it a name that says so.',
		bad: [{ '.env.example': '‹VITE_STRIPE_SECRET_KEY›=\n' }],
		good: [{ '.env.example': 'VITE_STRIPE_PUBLISHABLE_KEY=\nSTRIPE_SECRET_KEY=\n' }],
	},
	messages: {
		exposed:
			'`{name}` ends up in the browser, since its name starts with `{prefix}`. Read it on the server under another name.',
	},
	*detect(context) {
		const reported = new Set<string>();
		for (const { file, fact } of [...context.index.facts('env-definition'), ...codeReads(context)]) {
			const prefix = prefixes.exec(fact.name)?.[0];
			if (prefix === undefined || !secret.test(fact.name.slice(prefix.length))) continue;
			if (published.test(fact.name)) continue;
			if (prefix === 'PUBLIC_' && !frameworksOf(context.index, file.path).includes('vite')) continue;
			const home = `${packagesOf(context.index).of(file.path)?.directory ?? ''} ${fact.name}`;
			if (fact.kind === 'env-read' && reported.has(home)) continue;
			reported.add(home);
			yield { messageId: 'exposed', data: { name: fact.name, prefix }, uri: file.uri, range: fact.range };
		}
	},
});

/** Reads count where no env file names the variable. */
const codeReads = ({ index }: RuleContext) =>
	resolveEnvReads(index).filter(({ fact }) => fact.dynamic === undefined && fact.source === 'code');
