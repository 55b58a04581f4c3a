import { distance } from 'fastest-levenshtein';

/** Something wrong with the content, said in one sentence to the person who edits it. */
export interface Problem {
	/** Path below the content folder, for instance `en/story.yaml`. */
	readonly file: string;
	/** Counted from 1; missing where the file has no such line, as with words that are not there. */
	readonly line?: number | undefined;
	/** The entry it is about, for instance `beat rumour`; empty for the whole file. */
	readonly id: string;
	/** What is wrong and what to do. */
	readonly sentence: string;
	/** Where the line is looked for if it is not known: fields from the entry on, at the end the words themselves. */
	readonly at?: readonly string[];
	/** Where words are missing: the entry after which they belong. Its line is shown. */
	readonly after?: string | undefined;
	/** The file could not be read as it is meant: listed first, for other problems may come from it. */
	readonly unread?: boolean;
}

/** Thrown once, with everything that is wrong. */
export class ContentError extends Error {
	override readonly name = 'ContentError';

	constructor(readonly problems: readonly Problem[]) {
		super(listOf(problems));
	}
}

/** Problems as one list, in the order of files and lines; files that cannot be read stand first. */
function listOf(problems: readonly Problem[]): string {
	const lines = [...problems]
		.sort(
			(a, b) =>
				Number(b.unread ?? false) - Number(a.unread ?? false) ||
				a.file.localeCompare(b.file, 'en') ||
				(a.line ?? 0) - (b.line ?? 0) ||
				`${a.id}: ${a.sentence}`.localeCompare(`${b.id}: ${b.sentence}`, 'en', { numeric: true })
		)
		.map(({ file, line, id, sentence }) => {
			const where = [file, line && `line ${line}`, id].filter(Boolean).join(', ');
			return `- ${where}: ${sentence}`;
		});
	const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`;
	return `${count} in the content:\n${lines.join('\n')}`;
}

/** “`term` and `plain`”. */
export const fieldList = (fields: readonly string[]): string =>
	new Intl.ListFormat('en-GB').format(fields.map((field) => `\`${field}\``));

/** “ (and in 3 more lines)”, or nothing. */
export const moreLines = (count: number): string =>
	count > 0 ? ` (and in ${count === 1 ? 'one more line' : `${count} more lines`})` : '';

/**
 * The id that was probably meant.
 *
 * @returns the nearest id by Levenshtein distance, at most a third of its letters and three; or null when nothing is near
 */
export function nearest(id: string, ids: Iterable<string>): string | null {
	let best: string | null = null;
	let least = Math.min(3, Math.ceil(id.length / 3)) + 1;
	for (const other of ids) {
		const edits = distance(id.toLowerCase(), other.toLowerCase());
		if (edits < least) [best, least] = [other, edits];
	}
	return best;
}

/** “ Nearest: …” as the end of a sentence, or nothing. */
export function hint(id: string, ids: Iterable<string>): string {
	const near = nearest(id, ids);
	return near === null ? '' : ` The nearest is “${near}”.`;
}

/** The ids that a list has more than once. */
export function repeated(ids: readonly string[]): string[] {
	return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}
