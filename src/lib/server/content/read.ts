import * as v from 'valibot';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { ContentFiles } from './files';
import { hint, type Problem } from './problems';
import { FACTS, WORDS, type Facts, type LanguageWords } from './schema';

/** One YAML file, checked against its schema; null when it cannot be used. */
function readFile(
	files: ContentFiles,
	path: string,
	schema: v.GenericSchema,
	problems: Problem[]
): unknown {
	const text = files.get(path);
	if (text === undefined) {
		problems.push({
			file: path,
			id: '',
			sentence: 'This file is missing; every language and every kind of fact has its file.'
		});
		return null;
	}
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	for (const error of document.errors) {
		const { line } = lines.linePos(error.pos[0]);
		const sentence =
			error.code === 'DUPLICATE_KEY'
				? `Line ${line} repeats a key; every id stands once.`
				: `Line ${line} is no YAML: ${error.message}`;
		problems.push({ file: path, id: '', sentence });
	}
	if (document.errors.length > 0) return null;
	const result = v.safeParse(schema, isMap(document.contents) ? document.toJS() : {});
	if (result.success) return result.output;
	for (const issue of result.issues) problems.push(problemOf(path, issue, document.toJS()));
	return null;
}

/** A schema's finding as a sentence. */
function problemOf(file: string, issue: v.BaseIssue<unknown>, root: unknown): Problem {
	const keys = issue.path?.map(({ key }) => key) ?? [];
	return {
		file,
		id: entryOf(keys, root),
		sentence: sentenceOf(issue, String(keys.findLast((key) => typeof key === 'string') ?? ''))
	};
}

function sentenceOf(issue: v.BaseIssue<unknown>, field: string): string {
	if (issue.type === 'strict_object') {
		const missing = issue.received === 'undefined';
		if (missing) return `The field “${field}” is missing.`;
		const known = String(issue.expected ?? '').includes('never');
		if (known) {
			const parent = issue.path?.at(-1);
			const entries = Object.keys((issue.requirement as object | undefined) ?? {});
			return `The field “${field}” is unknown here.${hint(field, entries.length ? entries : siblingsOf(parent))}`;
		}
	}
	if (issue.type === 'picklist') {
		const allowed = String(issue.expected).replace(/[()"]/g, '').split(' | ');
		const received = String(issue.received).replace(/"/g, '');
		return `The field “${field}” is “${received}”; allowed are ${allowed.join(', ')}.${hint(received, allowed)}`;
	}
	const own = /^[a-z“]/.test(issue.message);
	return own
		? `The field “${field}” ${issue.message}`
		: `The field “${field}” should be ${String(issue.expected)} and is ${String(issue.received)}.`;
}

/** Keys that stand beside an unknown one: the nearest is often the one meant. */
function siblingsOf(item: v.IssuePathItem | undefined): string[] {
	const input = item && 'input' in item ? item.input : null;
	return input && typeof input === 'object'
		? Object.keys(input).filter((key) => key !== item?.key)
		: [];
}

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

/** Reads and checks every file; the result is complete only when no problem was added. */
export function readAll(
	files: ContentFiles,
	languages: readonly string[]
): { facts: Partial<Facts>; words: Map<string, Partial<LanguageWords>>; problems: Problem[] } {
	const problems: Problem[] = [];
	const read = (schemas: Record<string, v.GenericSchema>, folder: string) =>
		Object.fromEntries(
			Object.entries(schemas).map(([name, schema]) => [
				name,
				readFile(files, folder + name, schema, problems) ?? undefined
			])
		);
	return {
		facts: read(FACTS, '') as Partial<Facts>,
		words: new Map(
			languages.map((lang) => [lang, read(WORDS, `${lang}/`) as Partial<LanguageWords>])
		),
		problems
	};
}
