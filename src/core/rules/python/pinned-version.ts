import type { PythonVersionFact } from '../../facts/pythonVersion';
import type { IndexedFact, WorkspaceIndex } from '../../index/workspaceIndex';
import { isInRange, startOfRange } from '../../index/pythonRange';
import { isBelow, packagesOf } from '../../index/packages';
import { foldersOfService } from '../../index/services';
import { defineRule, type RuleContext } from '../rule';

export const pinnedVersion = defineRule({
	id: 'python/pinned-version',
	scope: 'workspace',
	severity: 'warning',
	reads: ['python-version', 'manifest', 'env-file', 'env-definition'],
	docs: {
		what: 'An image, a workflow or a version file asks for another Python than the service is pinned to, or than its `requires-python` allows.',
		why: 'A pin is there because something breaks without it: packages do not install, or the worker behaves differently.',
		fix: 'Ask for the pinned version. The quick fix does.',
		bad: [
			{
				'bot-backend/Dockerfile': 'FROM python:‹3.12›-slim\n',
				'bot-backend/pyproject.toml': '[project]\nname = "bot-backend"\nrequires-python = ">=3.13,<3.14"\n',
			},
		],
		good: [
			{
				'bot-backend/Dockerfile': 'FROM python:3.13-slim\n',
				'bot-backend/pyproject.toml': '[project]\nname = "bot-backend"\nrequires-python = ">=3.13,<3.14"\n',
			},
		],
	},
	messages: {
		pinned: '`{service}` is pinned to Python {pin}, but this asks for `{version}`. Use {pin}.',
		range: '`{service}` is pinned to Python {pin}, but `{version}` does not hold it there. Require `>={pin},<{next}`.',
		excluded: 'This asks for Python {version}, but `requires-python` is `{range}`, so the package does not install.',
	},
	*detect(context) {
		for (const item of context.index.facts('python-version')) {
			const pin = pinOf(context, item);
			const { file, fact } = item;
			if (pin !== undefined) {
				if (isAt(fact, pin.version)) continue;
				yield {
					messageId: fact.source === 'requires' ? 'range' : 'pinned',
					data: { service: pin.service, pin: pin.version, version: fact.version, next: after(pin.version) },
					uri: file.uri,
					range: fact.range,
					entry: pin.entry,
				};
				continue;
			}
			const required = fact.source === 'requires' ? undefined : requiredAt(context.index, fact.directory);
			if (required === undefined || isInRange(fact.version, required.fact.version) !== false) continue;
			yield {
				messageId: 'excluded',
				data: { version: fact.version, range: required.fact.version, pin: startOfRange(required.fact.version) ?? '' },
				uri: file.uri,
				range: fact.range,
				severity: 'information',
				confidence: 'inferred',
				related: [{ uri: required.file.uri, range: required.fact.range, message: 'The package requires this.' }],
			};
		}
	},
	fix({ messageId, data, uri, range }) {
		const pin = String(data['pin']);
		if (pin === '') return Promise.resolve([]);
		const newText = messageId === 'range' ? `>=${pin},<${String(data['next'])}` : pin;
		const title = messageId === 'range' ? `Require Python ${pin}` : `Use Python ${pin}`;
		return Promise.resolve([{ title, safety: 'suggestion', edits: [{ uri, range, newText }] }]);
	},
});

interface Pin {
	readonly service: string;
	readonly version: string;
	readonly entry: string | undefined;
}

/** The pin of a catalogue's service that a version is for. */
function pinOf({ index, catalogs, isRelevant }: RuleContext, { fact }: IndexedFact<'python-version'>): Pin | undefined {
	for (const { catalog } of catalogs.catalogs) {
		if (!isRelevant(catalog.id)) continue;
		for (const { id, python } of catalog.services ?? []) {
			if (python === undefined) continue;
			const isHere = foldersOfService(index, catalog, id).some((folder) => isBelow(`${fact.directory}/`, folder));
			if (isHere)
				return {
					service: id,
					version: python.version,
					entry: python.entry === undefined ? undefined : `${catalog.id}/${python.entry}`,
				};
		}
	}
	return undefined;
}

const after = (version: string): string => version.replace(/\d+$/, (minor) => String(Number(minor) + 1));
const before = (version: string): string => version.replace(/\d+$/, (minor) => String(Number(minor) - 1));

/** A range must hold the pin and nothing below; all else must be it, whatever the patch. */
function isAt({ source, version }: PythonVersionFact, pin: string): boolean {
	if (source !== 'requires') return version === pin || version.startsWith(`${pin}.`);
	return isInRange(pin, version) !== false && isInRange(before(pin), version) !== true;
}

/** What the package of a folder requires, when it says so once. */
function requiredAt(index: WorkspaceIndex, directory: string): IndexedFact<'python-version'> | undefined {
	const home = packagesOf(index).of(`${directory === '' ? '' : `${directory}/`}x`)?.directory;
	const found = [...index.facts('python-version')].filter(
		({ fact }) => fact.source === 'requires' && fact.directory === home,
	);
	return found.length === 1 ? found[0] : undefined;
}
