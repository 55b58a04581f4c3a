import type { Citation } from '$lib/model/prose';
import type { Facts } from './schema';

export type Work = Facts['sources.yaml']['works'][string];

/** Does a piece already end a sentence? */
const ended = /[.?!”]$/;

/** A title that stands in quotation marks: its own are single. */
const inner = (title: string) => title.replaceAll('“', '‘').replaceAll('”', '’');

/**
 * A work as one readable line: author, “title”, container, year, archive, and what we saw of it.
 * Pieces that a work does not have are left out.
 */
export function cite(work: Work): string {
	const year =
		work.year !== null && !work.title.includes(String(work.year)) ? String(work.year) : null;
	const pieces = [
		work.author,
		work.author || work.container || work.archive ? `“${inner(work.title)}”` : work.title,
		work.container,
		work.archive === work.container ? null : work.archive,
		year
	].filter((piece) => piece !== null && piece !== '');
	const line = pieces.join(', ').replaceAll('”,', ',”');
	const whole = ended.test(line) ? line : `${line}.`;
	return work.note ? `${whole} (${work.note})` : whole;
}

/** Turns source ids into works ready to be printed, each once; unknown ids are left out. */
export function citer(works: Facts['sources.yaml']['works']) {
	return (ids: readonly string[]): Citation[] =>
		[...new Set(ids)].flatMap((id) => {
			const work = works[id];
			return work ? [{ id, text: cite(work), url: work.url }] : [];
		});
}
