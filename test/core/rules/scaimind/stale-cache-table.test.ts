import { staleCacheTable } from '../../../../src/core/rules/scaimind/stale-cache-table';
import { ruleTester } from '../../../support/ruleTester';

const stale = [{ messageId: 'stale', severity: 'information' }];

ruleTester(staleCacheTable, {
	silent: [
		{
			name: 'prose',
			files: { 'a.md': 'Rows come from `mod_scaimind_jobs`.\n', 'a.py': '# read from mod_scaimind_jobs\n' },
		},
		{
			name: 'the bridge, which writes it',
			files: {
				'requirements.txt': 'sqlalchemy\n',
				'a.py': 'Q = "SELECT 1 FROM mod_scaimind_jobs"\n',
				'b.py': 'U = "INSERT INTO mod_scaimind_jobs (id) VALUES (1)"\n',
			},
		},
		{ name: 'a migration', files: { 'a.py': 'op.create_table("mod_scaimind_jobs", sa.Column("id"))\n' } },
		{ name: 'the name alone', files: { 'a.ts': "const cache = 'mod_scaimind_jobs';\n" } },
	],
	flagged: [
		{
			name: 'SQL in Python',
			files: { 'a.py': 'Q = text("""\n    SELECT state\n    FROM ‹mod_scaimind_jobs›\n""")\n' },
			findings: stale,
		},
		{
			name: 'a join in a template',
			files: { 'a.ts': 'db.query(`select * from users u left join public."‹mod_scaimind_jobs›" j on true`);\n' },
			findings: stale,
		},
		{ name: 'a file of SQL', files: { 'a.sql': 'select count(*)\nfrom ‹mod_scaimind_jobs›;\n' }, findings: stale },
		{
			name: 'a dashboard',
			files: { 'a.json': '{ "rawSql": "SELECT 1 FROM ‹mod_scaimind_jobs›" }\n' },
			findings: stale,
		},
		{
			name: 'mappings',
			files: {
				'a.py': 'class Job(Base):\n    __tablename__ = "‹mod_scaimind_jobs›"\n',
				'b.java': '@Table(name = "‹mod_scaimind_jobs›")\nclass Job {}\n',
				'c.ts': "knex('‹mod_scaimind_jobs›').select();\n",
				'd.php': "<?php DB::table('‹mod_scaimind_jobs›')->get();\n",
			},
			findings: [...stale, ...stale, ...stale, ...stale],
		},
	],
});
