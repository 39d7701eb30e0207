import { codeExtractor } from './code';
import { corsPolicyExtractor } from './corsPolicy';
import { envDefinitionExtractor } from './envDefinition';
import { envLoadExtractor } from './envLoad';
import { envMentionExtractor } from './envMention';
import { envReadExtractor } from './envRead';
import type { Extractor } from './extractor';
import { headerConstantExtractor } from './headerConstant';
import { gitIgnoreExtractor } from './gitIgnore';
import { headerReadExtractor } from './headerRead';
import { headerSentExtractor } from './headerSent';
import { ignoreExtractor } from './ignore';
import { inlineFileExtractor } from './inlineFile';
import { manifestExtractor } from './manifest';
import { mediaTypeExtractor } from './mediaType';
import { misspelledExtractor } from './misspelled';
import { pageOriginExtractor } from './pageOrigin';
import { objectExtractor } from './object';
import { packageUseExtractor } from './packageUse';
import { pythonVersionExtractor } from './pythonVersion';
import { reactiveReturnExtractor } from './reactiveReturn';
import { socketExtractor } from './socket';
import { springSettingExtractor } from './springSetting';
import { tableUseExtractor } from './tableUse';
import { testRunExtractor } from './testRun';
import { textFrameExtractor } from './textFrame';
import { proxyLocationExtractor } from './proxyLocation';
import { routeMountExtractor } from './routeMount';
import { streamRouteExtractor } from './streamRoute';
import { streamReadExtractor } from './streamRead';
import { mediaSourceExtractor } from './mediaSource';
import { retryBranchExtractor } from './retryBranch';
import { trackCloneExtractor } from './trackClone';
import { teardownOrderExtractor } from './teardownOrder';

/** Every extractor, sorted by name. */
export const extractors: readonly Extractor[] = [
	codeExtractor,
	corsPolicyExtractor,
	envDefinitionExtractor,
	envLoadExtractor,
	envMentionExtractor,
	envReadExtractor,
	headerConstantExtractor,
	headerReadExtractor,
	headerSentExtractor,
	gitIgnoreExtractor,
	ignoreExtractor,
	inlineFileExtractor,
	manifestExtractor,
	mediaTypeExtractor,
	misspelledExtractor,
	pageOriginExtractor,
	objectExtractor,
	packageUseExtractor,
	pythonVersionExtractor,
	reactiveReturnExtractor,
	socketExtractor,
	springSettingExtractor,
	tableUseExtractor,
	testRunExtractor,
	textFrameExtractor,
	proxyLocationExtractor,
	routeMountExtractor,
	streamRouteExtractor,
	streamReadExtractor,
	mediaSourceExtractor,
	retryBranchExtractor,
	trackCloneExtractor,
	teardownOrderExtractor,
];
