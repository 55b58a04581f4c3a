import type { Rect } from '$lib/globe/camera/geometry';

export type Point = readonly [x: number, y: number];

const round = (value: number) => Math.round(value * 10) / 10;

/** A line through points as the `d` of a path. */
export const pathOf = (points: readonly Point[]): string =>
	points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

/** From the edge of the box: the ends of the lines would lie on its outline, CSS px. */
const INSET = 1.6;

/**
 * Diagonals inside a box, as the `d` of a path: a pattern of SVG would need an id, and two pictures on a page would share it.
 * They go on from one box to the next.
 *
 * @param step from one to the next along the edge, CSS px
 */
export function hatch(box: Rect, step: number): string {
	const x = box.x + INSET;
	const y = box.y + INSET;
	const width = box.width - 2 * INSET;
	const height = box.height - 2 * INSET;
	const [right, bottom] = [x + width, y + height];
	const lines: string[] = [];
	for (let sum = Math.ceil((x + y) / step) * step; sum < right + bottom; sum += step) {
		const startX = Math.max(x, sum - bottom);
		const endX = Math.min(right, sum - y);
		if (endX - startX < 0.5) continue;
		lines.push(
			pathOf([
				[startX, sum - startX],
				[endX, sum - endX]
			])
		);
	}
	return lines.join('');
}
