import type { EnvDefinitionFact } from '../../facts/envDefinition';
import type { SpringSettingFact } from '../../facts/springSetting';
import { isTestPath } from '../../files/testPath';
import { isBelow } from '../../index/packages';
import { springAppAt, type SpringApp } from '../../index/springApps';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { defineRule, type Report } from '../rule';

const migrates = /flyway|liquibase|mybatis-migrations|\bmigrations?\b/i;
const isMigration =
	/(?:^|\/)(?:db\/)?(?:migrations?|changelogs?|flyway|liquibase)(?:\/|\.)|(?:^|\/)V\d[\w.]*__\w+\.sql$/i;
const pom = (...names: readonly string[]): string =>
	`<project><dependencies>${names.map((name) => `<dependency><artifactId>${name}</artifactId></dependency>`).join('')}</dependencies></project>`;

export const validateWithoutMigrations = defineRule({
	id: 'spring/validate-without-migrations',
	scope: 'workspace',
	severity: 'information',
	reads: ['spring-setting', 'env-definition', 'manifest'],
	docs: {
		what: '`ddl-auto` is `validate`, and neither Flyway nor Liquibase is among the dependencies.',
		why: 'The application does not start when an entity names a column that the database lacks, and nothing brings it there by itself.',
		fix: 'Apply the migration before the deployment, or let Flyway or Liquibase do it.',
		bad: [
			{
				'src/main/resources/application.yml': 'spring:\n  jpa:\n    hibernate:\n      ddl-auto: ‹validate›\n',
				'pom.xml': pom('spring-boot-starter-data-jpa'),
			},
		],
		good: [
			{
				'src/main/resources/application.yml': 'spring:\n  jpa:\n    hibernate:\n      ddl-auto: validate\n',
				'pom.xml': pom('spring-boot-starter-data-jpa', 'flyway-core'),
			},
		],
	},
	messages: {
		validate:
			'The schema is validated at start, but nothing migrates it: a missing column stops the boot. Migrate before you deploy.',
	},
	*detect({ index, isRelevant }) {
		const entry = isRelevant('interview-platform') ? 'interview-platform/schema-validation' : undefined;
		const report = (uri: string, { range }: Pick<SpringSettingFact, 'range'>): Report => ({
			messageId: 'validate',
			uri,
			range,
			confidence: 'inferred',
			entry,
		});
		for (const { file, fact } of index.facts('spring-setting')) {
			if (fact.name !== 'ddl-auto' || fact.value.toLowerCase() !== 'validate') continue;
			if (!isMigrated(index, file.path)) yield report(file.uri, fact);
		}
		for (const { file, fact } of index.facts('env-definition')) {
			if (!validates(fact) || isTestPath(file.path)) continue;
			if (!isMigrated(index, file.path)) yield report(file.uri, fact.value);
		}
	},
});

const validates = ({ name, value, commented }: EnvDefinitionFact): boolean =>
	name === 'SPRING_JPA_HIBERNATE_DDL_AUTO' && value.literal === 'validate' && commented !== true;

/** True also when nothing says what the application depends on. */
function isMigrated(index: WorkspaceIndex, path: string): boolean {
	const app = springAppAt(index, path);
	return app === undefined || app.all.some(({ name }) => migrates.test(name)) || hasMigrations(index, app);
}

function hasMigrations(index: WorkspaceIndex, { directory }: SpringApp): boolean {
	for (const { path } of index.files()) if (isBelow(path, directory) && isMigration.test(path)) return true;
	return false;
}
