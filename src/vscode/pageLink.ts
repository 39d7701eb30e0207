import type { LinkTo } from '../core/present/card';
import { commands } from './names';

/** A link in Markdown that opens a page: a command of our own, which hovers are told to trust. */
export const pageLink: LinkTo = (id) => `command:${commands.openPage}?${encodeURIComponent(JSON.stringify([id]))}`;
