import { siteOf } from '../recognition/site';
import type { TextDocument } from '../text/document';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** A documented table in SQL or in a mapping of an ORM. Its range is the table's name. */
export interface TableUseFact extends FactBase {
	readonly kind: 'table-use';
	readonly table: string;
	readonly use: 'read' | 'write';
}

const tables = ['mod_scaimind_jobs'];

/** `FROM "public"."` before the name. */
const quoted = String.raw`\s+(?:only\s+|lateral\s+)?(?:["'\`[]?[\w$]+["'\`\]]?\.)?\\?["'\`[]?$`;
const reads = new RegExp(String.raw`(?<!\bdelete\s+)\b(?:from|join)${quoted}`, 'i');
const writes = new RegExp(
	String.raw`\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|create\s+(?:or\s+replace\s+)?(?:table|view)(?:\s+if\s+not\s+exists)?|alter\s+table|drop\s+table)${quoted}`,
	'i',
);
/** `__tablename__ = "`, `@Table(name = "`, `knex('`, `DB::table('`, `@@map("`. */
const mapping =
	/(?:\b__tablename__\s*=\s*|\bdb_table\s*=\s*|\btable_?name\s*[:=]\s*|@@map\(\s*|@?\bTable\(\s*(?:name\s*=\s*)?|@Entity\(\s*(?:\{\s*name:\s*)?|\b(?:knex|from|table|select_from|read_sql_table|define|pgTable|mysqlTable|sqliteTable)\(\s*)["'`]$/i;
const creation =
	/\b(?:create_table|createTable|alter_table|alterTable|drop_table|dropTable|addColumn|add_column)\(\s*["'`]$/;

/** Uses of tables that a catalogue documents as caches. */
export const tableUseExtractor: Extractor = {
	kinds: ['table-use'],
	markers: tables,
	*extract({ document, tree, words }) {
		if (prose.has(document.language)) return;
		for (const word of words) {
			const use = useOf(document, word.start);
			if (use === undefined) continue;
			const { place } = siteOf(document, tree(), word);
			if (place === 'comment') continue;
			const table = document.text.slice(word.start, word.end).toLowerCase();
			yield { kind: 'table-use', table, use, range: document.range(word) };
		}
	},
};

const prose = new Set(['markdown', 'plaintext', 'log', 'html']);

function useOf({ text }: TextDocument, start: number): TableUseFact['use'] | undefined {
	const before = text.slice(Math.max(0, start - 120), start);
	if (writes.test(before) || creation.test(before)) return 'write';
	return reads.test(before) || mapping.test(before) ? 'read' : undefined;
}
