import type { Rect } from '$lib/globe/camera/geometry';

/** Smaller boxes (CSS px) are those of hidden or empty elements. */
const LEAST_PX = 2;

/**
 * The boxes that lie over the stage at the moment: the column of words and the spine, where they stand beside the map, the context panel,
 * and what registered itself. An opened legend is not one of them: a sign that is looked up must stay where it was.
 *
 * @param registered elements over the map inside the stage
 * @param panel the present panel, or null; it is markup that cannot register itself
 * @returns CSS px, from the stage's top left corner
 */
export function coversOf(
	stage: Element,
	registered: readonly Element[],
	panel: Element | null
): Rect[] {
	const box = stage.getBoundingClientRect();
	const inStage = (element: Element): Rect[] => {
		const { x, y, width, height } = element.getBoundingClientRect();
		const seen = width > LEAST_PX && height > LEAST_PX;
		return seen ? [{ x: x - box.x, y: y - box.y, width, height }] : [];
	};
	const beside = getComputedStyle(stage).getPropertyValue('--beside').trim() === '1';
	const column = beside && document.querySelector('[data-column]')?.getBoundingClientRect();
	const spine = document.querySelector('[data-spine]');
	return [
		...(column ? [{ x: column.x - box.x, y: 0, width: column.width, height: box.height }] : []),
		...(beside && spine ? inStage(spine) : []),
		...(beside && panel ? inStage(panel) : []),
		...registered.flatMap(inStage)
	];
}
