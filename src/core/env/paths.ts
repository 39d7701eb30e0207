import { isTestPath as isTestFile } from '../files/testPath';

/** What only helps tests, beside the tests themselves. */
const testSupport =
	/(?:^|\/)(?:specs?|fixture|test[-_]utils?|testing|testutils?|benches|benchmarks?|integration[-_]tests?|test[-_][\w-]+|[\w-]+[-_](?:tests?|e2e|spec))\/|(?:^|\/)(?:jest|vitest|playwright|cypress|karma|ava|mocha|wdio|codecept|phpunit|testem)[.\w-]*\.\w+$|(?:^|\/)(?:setup-?tests?|test-?setup|test-?helpers?|spec_helper|rails_helper)[.\w-]*\.\w+$|[._-](?:e2e-spec|bench)\.\w+$|(?:^|\/)mocks?\.\w+$/i;
const developmentFolder =
	/(?:^|\/)(?:scripts?|tools?|tooling|hack|examples?|samples?|demos?|docs?|website|seeds?|seeders?|dev|devtools|\.github|\.storybook|\.devcontainer|\.husky|(?:\w+_)?migrat(?:e|ions?)|sandbox|playground|templates?|ci|benchmark)\//i;
const binFolder = /(?:^|\/)bin\//i;
/** Configuration of bundlers and of what only runs on a developer's machine. `next.config.js` belongs to the product. */
const developmentFile =
	/(?:^|\/)(?:(?!next|nuxt|astro|app|config)[\w-]+(?:\.[\w-]+)?\.config\.(?:c|m)?[jt]s|codegen\.(?:c|m)?[jt]s|(?:gulp|grunt)file[\w.]*|seeds?\.\w+|rakefile|[\w-]+\.rake|makefile|justfile|build\.rs|noxfile\.py|fabfile\.py|tasks\.py|setup\.py|capfile|dangerfile[\w.]*)$/i;

/** A test, by its path below the folder that its env files govern. */
export const isTestPath = (path: string): boolean => isTestFile(path) || testSupport.test(path);

/** Something that developers run, not the product: scripts, tools, examples, bundler configuration. */
export const isDevelopmentPath = (path: string): boolean =>
	developmentFolder.test(path) ||
	developmentFile.test(path) ||
	(binFolder.test(path) && !/(?:^|\/)src\/bin\//.test(path));

/** A path below a folder. */
export const below = (path: string, folder: string): string => (folder === '' ? path : path.slice(folder.length + 1));
