/** Where the reader of an embed is: a step, and a page of its words. Both count from 0. */
export interface Place {
	readonly step: number;
	readonly page: number;
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));

/**
 * The next or the previous page; the page after a step's last is the next step's first.
 *
 * @param pages pages of each step, each at least 1
 * @returns null beyond either end
 */
export function turn(pages: readonly number[], { step, page }: Place, by: 1 | -1): Place | null {
	const there = page + by;
	if (there >= 0 && there < (pages[step] ?? 1)) return { step, page: there };
	const next = step + by;
	if (next < 0 || next >= pages.length) return null;
	return { step: next, page: by > 0 ? 0 : (pages[next] ?? 1) - 1 };
}

/**
 * The page at a share of the way.
 *
 * @param p 0 to 1
 */
export function placeAt(pages: readonly number[], p: number): Place {
	const total = pages.reduce((sum, count) => sum + count, 0);
	let page = clamp(Math.floor(p * total), total - 1);
	for (const [step, count] of pages.entries()) {
		if (page < count) return { step, page };
		page -= count;
	}
	return { step: 0, page: 0 };
}

/** The share of the way in whose middle a page stands, 0 to 1: `placeAt` of it is the page again. */
export function shareOf(pages: readonly number[], { step, page }: Place): number {
	const total = pages.reduce((sum, count) => sum + count, 0);
	const before = pages.slice(0, step).reduce((sum, count) => sum + count, 0);
	return total === 0 ? 0 : (before + page + 0.5) / total;
}

/** The same place when steps have other pages than before: a page that is gone is the step's last. */
export function kept(pages: readonly number[], { step, page }: Place): Place {
	const there = clamp(step, pages.length - 1);
	return { step: there, page: clamp(page, (pages[there] ?? 1) - 1) };
}
