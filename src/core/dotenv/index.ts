export { compareDialects, type DotenvDifference, type DotenvDifferenceCause, type DotenvReading } from './compare';
export { dialects, dotenvDialects } from './dialects';
export { evaluateDotenv, parseDotenv } from './parse';
export type * from './types';
