/**
 * Long words in a frame that must not scroll: CSS columns as wide as the frame, one of which is seen. The pages
 * are counted and shown here; what is read when is not decided here.
 */

/** What lies between two columns, CSS px. */
const gapOf = (step: HTMLElement) => parseFloat(getComputedStyle(step).columnGap) || 0;

/**
 * How many pages the words of a step take up; 1 while it is not laid out.
 *
 * @param step an element in columns as wide as itself, with a definite height
 */
export function pagesOf(step: HTMLElement): number {
	const width = step.clientWidth;
	if (width === 0) return 1;
	const gap = gapOf(step);
	// A column that is only a hair of rounding is no page.
	return Math.max(1, Math.ceil((step.scrollWidth + gap - 1) / (width + gap)));
}

/** Moves the step so that a page of it is seen. */
export function showPage(step: HTMLElement, page: number): void {
	step.style.transform =
		page === 0 ? '' : `translateX(${-page * (step.clientWidth + gapOf(step))}px)`;
}

/** The page that an element in the step stands on. */
export function pageOf(step: HTMLElement, element: Element): number {
	const width = step.clientWidth + gapOf(step);
	if (width === 0) return 0;
	const from = element.getClientRects()[0]?.left ?? 0;
	return Math.max(0, Math.floor((from - step.getBoundingClientRect().left + 1) / width));
}
