import { watchMode } from '../../../../src/core/rules/test/watch-mode';
import { ruleTester } from '../../../support/ruleTester';

const scripts = (others: Record<string, string>, test = 'react-scripts test', more = ''): string =>
	`{ ${more}"scripts": ${JSON.stringify({ test, ...others })} }\n`;
const found = [{ messageId: 'watches' }];

ruleTester(watchMode, {
	silent: [
		{
			name: 'a prefix',
			files: {
				'package.json': scripts({ verify: 'CI=true npm test && npm run build', ci: 'cross-env CI=1 npm test && a' }),
			},
		},
		{
			name: 'an option that runs once',
			files: {
				'package.json': scripts({ verify: 'npm test -- --watchAll=false && npm run build' }),
				Dockerfile: 'RUN npm test -- --watchAll=false\n',
			},
		},
		{
			name: 'the test script itself, and one that a person watches',
			files: { 'package.json': scripts({ dev: 'npm start & npm test', 'test:unit': 'npm test' }) },
		},
		{
			name: 'scripts side by side',
			files: {
				'package.json': scripts({ dev: 'concurrently "npm start && npm test" "a"', all: 'npm test & npm start' }),
			},
		},
		{
			name: 'a runner that exits',
			files: { 'package.json': scripts({ verify: 'npm test && npm run build' }, 'jest'), Dockerfile: 'RUN npm test\n' },
		},
		{
			name: 'a test script that says CI',
			files: { 'package.json': scripts({ verify: 'npm test && npm run build' }, 'CI=true react-scripts test') },
		},
		{
			name: 'pipelines that set CI',
			files: {
				'package.json': scripts({}),
				'.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: npm test\n',
				'.gitlab-ci.yml': 'a:\n  script:\n    - npm test\n',
			},
		},
		{
			name: 'an image that sets CI',
			files: { 'package.json': scripts({}), Dockerfile: 'ENV CI=true\nRUN npm test\n' },
		},
		{
			name: 'another package’s tests',
			files: { 'package.json': scripts({ verify: 'npm test --prefix api && npm run build' }) },
		},
		{ name: 'a comment', files: { 'package.json': scripts({}), 'a.sh': '# npm test\necho "npm test"\n' } },
	],
	flagged: [
		{
			name: 'a script in the middle',
			files: { 'package.json': scripts({ verify: 'npm run lint && ‹npm test› && npm run build' }) },
			findings: [{ messageId: 'watches', data: { command: 'npm test' } }],
			fixed: { 'package.json': scripts({ verify: 'npm run lint && CI=true npm test && npm run build' }) },
			title: 'Run the tests once (`CI=true`)',
		},
		{
			name: 'a hook at its end, the runner itself, cross-env',
			files: {
				'package.json': scripts(
					{ precommit: 'lint-staged && ‹yarn test --coverage›', build: '‹react-scripts test› && react-scripts build' },
					'craco test',
					'"devDependencies": { "cross-env": "7" }, ',
				),
			},
			findings: [...found, ...found],
			fixed: {
				'package.json': scripts(
					{
						precommit: 'lint-staged && cross-env CI=true yarn test --coverage',
						build: 'cross-env CI=true react-scripts test && react-scripts build',
					},
					'craco test',
					'"devDependencies": { "cross-env": "7" }, ',
				),
			},
		},
		{
			name: 'an image, a script and pipelines that do not set CI',
			files: {
				'web/package.json': scripts({}),
				'web/Dockerfile': 'RUN npm ci && ‹npm test› && npm run build\n',
				'web/Jenkinsfile': "stage('Test') { steps {\n  sh 'npm ci'\n  sh '‹npm run test›'\n} }\n",
				'web/build.sh': 'set -e\n‹npm test›\n',
				'web/buildspec.yml': 'phases:\n  build:\n    commands:\n      - ‹yarn test›\n',
			},
			findings: [...found, ...found, ...found, ...found],
			fixed: {
				'web/Dockerfile': 'RUN npm ci && CI=true npm test && npm run build\n',
				'web/Jenkinsfile': "stage('Test') { steps {\n  sh 'npm ci'\n  sh 'CI=true npm run test'\n} }\n",
				'web/build.sh': 'set -e\nCI=true npm test\n',
				'web/buildspec.yml': 'phases:\n  build:\n    commands:\n      - CI=true yarn test\n',
			},
		},
		{
			name: 'a workflow that switches CI off',
			files: {
				'package.json': scripts({}),
				'.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: ‹CI=false npm test›\n',
			},
			findings: found,
			fixed: { '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: CI=true npm test\n' },
		},
	],
});
