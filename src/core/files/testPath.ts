const inFolder =
	/(?:^|\/)(?:tests?|__tests__|__mocks__|__fixtures__|spec|e2e|cypress|playwright|fixtures|testdata|test-data|mocks?)\//i;
const byName =
	/[._-](?:test|spec|e2e|cy|mock|stories)\.[cm]?[jt]sx?$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|_(?:test|spec)\.(?:py|go|rb|exs|dart|rs)$|(?:Tests?|IT|Spec)\.(?:java|kt|cs|scala|groovy|php)$/;

/** Whether a file is there to test: what it holds is made up, and often wrong on purpose. */
export const isTestPath = (path: string): boolean => inFolder.test(path) || byName.test(path);
