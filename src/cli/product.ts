import { displayName, name, publisher, version } from '../../package.json';

/** What the package says about itself. */
export const product = {
	name,
	title: displayName,
	version,
	url: `https://marketplace.visualstudio.com/items?itemName=${publisher}.${name}`,
} as const;
