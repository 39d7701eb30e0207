import type { LoadedCatalog } from '../../src/core/catalog/load';
import type { Rule } from '../../src/core/rules/rule';
import { catalogTable } from './catalogs';
import type { Manifest } from './manifest';
import { table } from './markdown';
import { ruleTable } from './rules';

interface Sources {
	readonly rules: readonly Rule[];
	readonly catalogs: readonly LoadedCatalog[];
	readonly manifest: Manifest;
}

const blocks: Readonly<Record<string, (sources: Sources) => string>> = {
	rules: ({ rules }) => ruleTable(rules, 'docs/rules/'),
	catalogs: ({ catalogs }) => `${catalogTable(catalogs)}\n\n[All entries](docs/catalogs.md)`,
	settings: ({ manifest }) =>
		table(
			['Setting', 'Default', 'What it does'],
			Object.entries(manifest.settings).map(([name, setting]) => [
				`\`${name}\``,
				`\`${JSON.stringify(setting.default)}\``,
				(setting.markdownDescription ?? setting.description ?? '').replace(/`#([\w.]+)#`/g, '`$1`'),
			]),
		),
	commands: ({ manifest }) =>
		table(
			['Command', 'Id'],
			manifest.commands.map(({ title, category, command }) => [
				category === undefined ? title : `${category}: ${title}`,
				`\`${command}\``,
			]),
		),
};

const marked = /<!-- generated:([\w-]+) -->\n[\s\S]*?<!-- \/generated:\1 -->/g;

/** A text with what stands between its markers made anew. A marker that nothing is known for is an error. */
export function withBlocks(text: string, sources: Sources): string {
	return text.replace(marked, (_, name: string) => {
		const block = blocks[name];
		if (block === undefined) throw new Error(`Nothing generates \`${name}\`.`);
		return `<!-- generated:${name} -->\n\n${block(sources)}\n\n<!-- /generated:${name} -->`;
	});
}
