import type { Rect } from '$lib/globe/camera/geometry';

/**
 * What can lie over the map, inside the stage; what is not shown has no box. An opened legend is not here: whoever
 * looks a sign up must still see it where it was.
 */
const OVER_MAP =
	'.bar, .tools button, .tools summary, .ruler, .bench, .no-explorer, .explorer, .away, [data-chart-sheet]';

/**
 * The boxes that lie over the stage at the moment: the column of words, where it stands beside the map, the
 * panel, and the stage's own furniture.
 *
 * @param panel the present panel, or null
 * @returns CSS px, from the stage's top left corner
 */
export function coversOf(stage: Element, panel: Element | null): Rect[] {
	const box = stage.getBoundingClientRect();
	const inStage = (element: Element): Rect[] => {
		const { x, y, width, height } = element.getBoundingClientRect();
		return width > 2 && height > 2 ? [{ x: x - box.x, y: y - box.y, width, height }] : [];
	};
	const beside = getComputedStyle(stage).getPropertyValue('--beside').trim() === '1';
	const column = beside && document.querySelector('[data-column]')?.getBoundingClientRect();
	return [
		...(column ? [{ x: column.x - box.x, y: 0, width: column.width, height: box.height }] : []),
		...(beside && panel ? inStage(panel) : []),
		...[...stage.querySelectorAll(OVER_MAP)].flatMap(inStage)
	];
}
