/**
 * Long words in a frame that must not scroll: CSS columns as wide as the frame, one of which is seen. The pages
 * are counted and shown here; what is read when is not decided here.
 */

/** What lies between two columns, CSS px. */
const gapOf = (step: HTMLElement) => parseFloat(getComputedStyle(step).columnGap) || 0;

/** Whether the next column stands at the left: the page is written from right to left. */
const isLeftward = (step: HTMLElement) => getComputedStyle(step).direction === 'rtl';

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
	const by = page * (step.clientWidth + gapOf(step));
	step.style.transform = page === 0 ? '' : `translateX(${isLeftward(step) ? by : -by}px)`;
}

/** The page that a box in the step stands on, CSS px of the window. */
export function columnOf(step: HTMLElement, box: DOMRect): number {
	const width = step.clientWidth + gapOf(step);
	if (width === 0) return 0;
	const all = step.getBoundingClientRect();
	const from = isLeftward(step) ? all.right - box.right : box.left - all.left;
	return Math.max(0, Math.floor((from + 1) / width));
}

/** The page that an element in the step stands on. */
export function pageOf(step: HTMLElement, element: Element): number {
	const box = element.getClientRects()[0];
	return box ? columnOf(step, box) : 0;
}
