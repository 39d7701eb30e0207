export { compareDialects, type DotenvDifference, type DotenvDifferenceCause, type DotenvReading } from './compare';
export { dialects, dotenvDialects } from './dialects';
export { evaluateDotenv, parseDotenv } from './parse';
export type * from './types';
export { envFile, envFileRole, type EnvFile, type EnvFileRole } from './files';
export {
	envFrameworks,
	listWinner,
	loaderDialect,
	precedence,
	processWins,
	readsOneFile,
	type EnvFramework,
} from './loaders';
