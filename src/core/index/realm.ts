const tests =
	/(?:^|\/)(?:tests?|testing|__tests__|__mocks__|__fixtures__|specs?|e2e|cypress|playwright|mocks?|msw|fixtures?|benchmarks?|bench|k6|stories|\.storybook|storybook|testdata|test-utils|src\/test|integration-tests?)\/|\.(?:test|spec|e2e|stories|story|cy|mock|bench)\.[\w.]+$|_test\.(?:go|py|rb)$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|_spec\.rb$|(?:Tests?|IT|Spec)\.(?:java|kt|cs|php)$|(?:^|[./])[\w.]*Tests?\/|(?:^|\/)setupTests\.[jt]sx?$/i;
const documentation =
	/(?:^|\/)(?:docs?|documentation|website|site|blog|\.vitepress|\.docusaurus|docs-site|snippets|tutorials?)\/|\.(?:md|mdx|rst)$/i;
const samples = /^(.*?(?:^|\/)(?:examples?|samples?|demos?|templates?|starters?|playgrounds?|boilerplates?)\/[^/]+)\//i;
const generated =
	/(?:^|\/)(?:dist|build|out|public\/(?:assets|js|build|dist|vendor|static)|vendor|third_party|generated|__generated__)\/|\.min\.[cm]?js$|\.bundle\.js$/i;

/**
 * The project that a file belongs to: an example is one of its own, '' is the workspace. Undefined for tests, documentation
 * and generated files, which talk to no server of ours.
 */
export function realmOf(path: string): string | undefined {
	if (tests.test(path) || generated.test(path)) return undefined;
	const sample = samples.exec(path)?.[1];
	if (sample !== undefined) return sample;
	return documentation.test(path) ? undefined : '';
}
