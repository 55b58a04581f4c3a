/** Something that rests on works, with its place on the site. */
export interface Citing {
	/** Ids of works; each counts once. */
	readonly works: readonly string[];
	/** What kind of thing it is, in the language of the page. */
	readonly group: string;
	readonly href: string;
	readonly text: string;
}

/** What of one kind rests on a work. */
export interface CitedBy {
	readonly group: string;
	readonly links: readonly { readonly href: string; readonly text: string }[];
}

/**
 * Turns “this rests on those works” round: what rests on each work, by kind, in the order given.
 *
 * @param citing several with one address count once: notes of one passage
 * @returns by the id of the work
 */
export function citedBy(citing: readonly Citing[]): ReadonlyMap<string, readonly CitedBy[]> {
	const found = new Map<string, Map<string, Map<string, string>>>();
	for (const { works, group, href, text } of citing) {
		for (const work of works) {
			const groups = found.get(work) ?? new Map<string, Map<string, string>>();
			found.set(work, groups);
			const links = groups.get(group) ?? new Map<string, string>();
			groups.set(group, links);
			links.set(href, text);
		}
	}
	return new Map(
		[...found].map(([work, groups]) => [
			work,
			[...groups].map(([group, links]) => ({
				group,
				links: [...links].map(([href, text]) => ({ href, text }))
			}))
		])
	);
}

/** How many things rest on a work. */
export const citations = (cited: readonly CitedBy[] | undefined): number =>
	(cited ?? []).reduce((sum, { links }) => sum + links.length, 0);
