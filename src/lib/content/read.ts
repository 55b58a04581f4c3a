import * as v from 'valibot';
import { encodingProblem } from './encoding';
import type { ContentFiles } from './files';
import { fieldList, hint, nearest, type Problem } from './problems';
import { FACTS, WORDS, type Facts, type LanguageWords } from './schema';
import { fieldsAt, type Fields } from './schema-fields';
import { syntaxProblems } from './syntax';
import { textProblems } from './texts';
import { YamlFile } from './yaml-file';

/** All files as they were read; complete only when no problem was added. */
interface Reading {
	readonly facts: Partial<Facts>;
	readonly words: Map<string, Partial<LanguageWords>>;
	readonly problems: Problem[];
	/** The files that could be read, by their path: they know the line of everything in them. */
	readonly yaml: Map<string, YamlFile>;
}

/** A file that is missing. */
export const missingFile = (file: string): Problem => ({
	file,
	id: '',
	sentence: 'This file is missing; every language and every kind of fact has its file.'
});

/** What one file says by itself. */
interface FileReading {
	readonly text: string;
	/** Null when it cannot be read at all. */
	readonly file: YamlFile | null;
	/** What the schema makes of it; null when it cannot be used. */
	readonly output: unknown;
	readonly problems: readonly Problem[];
}

/** The last reading of each path: after an edit only the edited file is parsed again. */
const lastReadings = new Map<string, FileReading>();

/** One YAML file, checked against its schema; null when it cannot be used. */
function readFile(
	files: ContentFiles,
	path: string,
	schema: v.GenericSchema,
	{ problems, yaml }: Pick<Reading, 'problems' | 'yaml'>
): unknown {
	const text = files.get(path);
	if (text === undefined) {
		problems.push(missingFile(path));
		return null;
	}
	const last = lastReadings.get(path);
	const reading = last?.text === text ? last : parse(path, text, schema);
	lastReadings.set(path, reading);
	problems.push(...reading.problems);
	if (reading.file) yaml.set(path, reading.file);
	return reading.output;
}

function parse(path: string, text: string, schema: v.GenericSchema): FileReading {
	const encoding = encodingProblem(path, text);
	if (encoding) return { text, file: null, output: null, problems: [encoding] };
	const file = new YamlFile(path, text);
	const syntax = syntaxProblems(file);
	if (!syntax.readable) return { text, file: null, output: null, problems: syntax.problems };

	const root: unknown = file.document.toJS();
	const entry = (keys: readonly unknown[]) =>
		keys.length === 1 ? String(keys[0]) : entryOf(keys, root);
	const found = textProblems(file, entry);
	const result = v.safeParse(schema, root);
	const fields: FieldsAt = (keys) => fieldsAt(schema, keys, root);
	const issues = (result.issues ?? []).filter(
		({ path: keys }) => !(String(keys?.at(-1)?.key) in Object.prototype)
	);
	// A misspelt field is one mistake: the field that was meant is not missing besides.
	const meant = new Set(issues.filter(isUnknown).map((issue) => meantBy(keysOf(issue), fields)));
	found.push(
		...issues
			.filter((issue) => !(isMissing(issue) && meant.has(pathText(keysOf(issue)))))
			.map((issue) => problemOf(file, issue, entry, fields))
	);
	// What is lost from a line is told already; what is left of it need not fit.
	const told = new Set(syntax.problems.map(({ line }) => line));
	return {
		text,
		file,
		output: result.success ? result.output : null,
		problems: [
			...syntax.problems,
			...found.filter(({ line }) => line === undefined || !told.has(line))
		]
	};
}

type Issue = v.BaseIssue<unknown>;
/** The fields that an object of the file may have. */
type FieldsAt = (keys: readonly (string | number)[]) => Fields | null;

const keysOf = (issue: Issue) => (issue.path ?? []).map(({ key }) => key as string | number);
const pathText = (keys: readonly (string | number)[]) => JSON.stringify(keys);
const isMissing = ({ received }: Issue) => received === 'undefined';
const isUnknown = ({ type, expected }: Issue) => type === 'strict_object' && expected === 'never';
/** An id that is none, rather than what stands under it. */
const isId = ({ path, type }: Issue) =>
	type === 'regex' && (path?.at(-1) as { origin?: string } | undefined)?.origin === 'key';

/** The path of the field that an unknown one was meant to be. */
function meantBy(keys: readonly (string | number)[], fields: FieldsAt): string {
	const object = keys.slice(0, -1);
	const near = nearest(String(keys.at(-1)), fields(object)?.all ?? []);
	return pathText([...object, near ?? '']);
}

/** A schema's finding as a sentence. */
function problemOf(
	file: YamlFile,
	issue: Issue,
	entry: (keys: readonly unknown[]) => string,
	fields: FieldsAt
): Problem {
	const keys = keysOf(issue);
	const field = String(keys.findLast((key) => typeof key === 'string') ?? '');
	return {
		file: file.path,
		line: file.lineOf(keys),
		id: isId(issue) ? '' : entry(keys),
		sentence: sentenceOf(issue, field, fields)
	};
}

function sentenceOf(issue: Issue, field: string, fields: FieldsAt): string {
	const { input, expected } = issue;
	const keys = keysOf(issue);
	if (isId(issue)) return `“${field}” ${issue.message}`;
	if (isMissing(issue)) return `The field “${field}” is missing.`;
	if (isUnknown(issue)) {
		const near = hint(field, fields(keys.slice(0, -1))?.all ?? []);
		const comma =
			issue.path?.at(-1)?.value === null
				? ' A comma begins a new field: a decimal has a point, and a text with a comma stands in quotes.'
				: '';
		return `The field “${field}” is unknown here.${near || comma}`;
	}
	if (/^[a-z“]/.test(issue.message)) return `The field “${field}” ${issue.message}`;
	if (input === null) {
		const inside = fields(keys);
		return inside && inside.required.length > 0
			? `The ${inside.entry ? 'entry' : 'field'} “${field}” has no fields; it needs ${fieldList(inside.required)}.`
			: `The field “${field}” is empty; write it or take it out.`;
	}
	const allowed = (String(expected).match(/"[^"]+"/g) ?? []).map((word) => word.slice(1, -1));
	const given = typeof input === 'object' ? 'something else' : `“${String(input)}”`;
	if (allowed.length > 0) {
		return `The field “${field}” is ${given}; allowed are ${allowed.join(', ')}.${hint(String(input), allowed)}`;
	}
	if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) {
		return `The field “${field}” is ${given} without quotes, which is no text; write '${String(input)}'.`;
	}
	const kind = KINDS.find(([name]) => String(expected).includes(name))?.[1] ?? String(expected);
	const inside = fields(keys)?.required ?? [];
	const which = inside.length > 0 ? ` (${fieldList(inside)})` : '';
	return `The field “${field}” must be ${kind}${which} and is ${given}.`;
}

/** What a field must be, in words; the schema's own name for it first. */
const KINDS = [
	['string', 'a text'],
	['number', 'a number (a decimal has a point)'],
	['boolean', 'true or false'],
	['Array', 'a list in [ ]'],
	['Object', 'fields of its own']
] as const;

/** “beat rumour” rather than “sections.3.beats.0”: the nearest thing on the path that has an id. */
function entryOf(keys: readonly unknown[], root: unknown): string {
	let node: unknown = root;
	let entry = '';
	for (const key of keys.slice(0, -1)) {
		node = (node as Record<string, unknown> | undefined)?.[key as string];
		const own = (node as { id?: unknown } | undefined)?.id;
		if (typeof own === 'string') entry = own;
		else if (
			typeof key === 'string' &&
			!['works', 'beats', 'sections', 'number'].includes(key) &&
			!entry
		) {
			entry = key;
		}
	}
	const inBeats = keys[0] === 'beats' ? String(keys[1] ?? '') : '';
	return inBeats || entry;
}

/** Reads and checks every file. */
export function readAll(files: ContentFiles, languages: readonly string[]): Reading {
	const problems: Problem[] = [];
	const yaml = new Map<string, YamlFile>();
	const read = (schemas: Record<string, v.GenericSchema>, folder: string) =>
		Object.fromEntries(
			Object.entries(schemas).map(([name, schema]) => [
				name,
				readFile(files, folder + name, schema, { problems, yaml }) ?? undefined
			])
		);
	return {
		facts: read(FACTS, '') as Partial<Facts>,
		words: new Map(
			languages.map((lang) => [lang, read(WORDS, `${lang}/`) as Partial<LanguageWords>])
		),
		problems,
		yaml
	};
}
