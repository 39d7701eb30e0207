import { misspelled } from './code/misspelled';
import { wrongStatus } from './code/wrong-status';
import { unusedIgnore } from './ignore/unused';
import type { Rule } from './rule';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [misspelled, wrongStatus, unusedIgnore];
