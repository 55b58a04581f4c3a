/** Units of a grid are tenths: the distance from one dot to the next is 10. */
const STEP = 10;
/** How many dots stand in a row, by the most that a figure counts: rows that can be compared, dots that can be seen. */
const COLUMNS = [
	{ upTo: 12, columns: 6 },
	{ upTo: 60, columns: 15 },
	{ upTo: Infinity, columns: 30 }
] as const;

/** @param most the largest count of the figure @returns dots in a row */
export const columnsFor = (most: number): number =>
	COLUMNS.find(({ upTo }) => most <= upTo)?.columns ?? 1;

/** @returns the height of so many dots, in the units of `dotsPath` */
export const dotsHeight = (count: number, columns: number): number =>
	Math.ceil(count / columns) * STEP;

/**
 * Dots in rows as one path, for a line of round dots: `stroke-linecap: round` and `stroke-dasharray: 0 10`.
 *
 * @param from how many dots of the grid stand before the first one
 * @param to how many stand up to the last one, with it
 * @returns data of an SVG path; empty without a dot
 */
export function dotsPath(from: number, to: number, columns: number): string {
	let path = '';
	for (let at = from; at < to;) {
		const column = at % columns;
		const count = Math.min(columns - column, to - at);
		const [x, y] = [column * STEP + STEP / 2, Math.floor(at / columns) * STEP + STEP / 2];
		// A little longer: a dot that falls on the very end of a line is not drawn.
		path += `M${x} ${y}h${(count - 1) * STEP + 0.1}`;
		at += count;
	}
	return path;
}
