import type { Command } from '../command';
import { catalogs } from './catalogs';
import { check } from './check';
import { explain } from './explain';
import { facts } from './facts';
import { fix } from './fix';

/** Every command by name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = { check, fix, explain, facts, catalogs };
