import { validateWithoutMigrations } from '../../../../src/core/rules/spring/validate-without-migrations';
import { ruleTester } from '../../../support/ruleTester';

const pom = (...names: readonly string[]): string =>
	`<project><artifactId>app</artifactId><dependencies>${names.map((name) => `<dependency><artifactId>${name}</artifactId></dependency>`).join('')}</dependencies></project>\n`;
const jpa = pom('spring-boot-starter-data-jpa');
const yaml = (value: string): string => `spring:\n  jpa:\n    hibernate:\n      ddl-auto: ${value}\n`;
const found = [{ messageId: 'validate', severity: 'information', confidence: 'inferred' }];
const settings = 'src/main/resources/application.yml';

ruleTester(validateWithoutMigrations, {
	silent: [
		{ name: 'Flyway', files: { [settings]: yaml('validate'), 'pom.xml': pom('flyway-core') } },
		{
			name: 'Liquibase in another module of the build',
			files: {
				[`app/${settings}`]: yaml('validate'),
				'app/pom.xml': jpa,
				'db/pom.xml': pom('liquibase-core'),
				'pom.xml': '<project><modules><module>app</module></modules></project>\n',
			},
		},
		{
			name: 'migrations that something else applies',
			files: { [settings]: yaml('validate'), 'pom.xml': jpa, 'db/migration/V1__init.sql': 'select 1;\n' },
		},
		{
			name: 'another value, or one from the environment',
			files: {
				[settings]: yaml('update'),
				'src/main/resources/application-dev.yml': yaml('${DDL:validate}'),
				'pom.xml': jpa,
			},
		},
		{
			name: 'the settings of tests',
			files: { 'src/test/resources/application.yml': yaml('validate'), 'pom.xml': jpa },
		},
		{ name: 'no manifest', files: { [settings]: yaml('validate') } },
		{ name: 'a key of somebody else', files: { [settings]: 'my:\n  ddl-auto: validate\n', 'pom.xml': jpa } },
	],
	flagged: [
		{ name: 'YAML', files: { [settings]: yaml('‹validate› # never update'), 'pom.xml': jpa }, findings: found },
		{
			name: 'a dotted key and a profile',
			files: {
				'src/main/resources/application-prod.yaml': 'spring.jpa.hibernate:\n  ddlAuto: ‹"validate"›\n',
				'build.gradle': "dependencies { implementation 'org.springframework.boot:spring-boot-starter-data-jpa' }\n",
			},
			findings: found,
		},
		{
			name: 'properties',
			files: {
				'src/main/resources/application.properties': 'spring.jpa.hibernate.ddl-auto = ‹validate›\n',
				'pom.xml': jpa,
			},
			findings: found,
		},
		{
			name: 'the environment of a service',
			files: {
				'pom.xml': jpa,
				'docker-compose.yml': 'services:\n  app:\n    environment:\n      SPRING_JPA_HIBERNATE_DDL_AUTO: ‹validate›\n',
			},
			findings: found,
		},
	],
});
