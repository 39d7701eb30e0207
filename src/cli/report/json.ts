import type { Format } from './model';

/** The report as it is. */
export const json: Format = (report) => `${JSON.stringify(report, undefined, 2)}\n`;
