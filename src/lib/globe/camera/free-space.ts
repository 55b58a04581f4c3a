import { overlaps, type Rect } from './geometry';

/** How good a space is for a map's subject: large, and not a sliver. */
const worthForMap = ({ width, height }: Rect): number =>
	Math.min(width, height) * Math.sqrt(width * height);

/** How good a space is for a picture of a shape: how large the picture would be there; of two the larger space. */
const worthForShape =
	(shape: number) =>
	({ width, height }: Rect): number =>
		Math.min(width / shape, height) * 1e4 + width + height;

/**
 * The best empty box of a stage: the one no obstacle touches in which a subject can be largest.
 * Its edges are edges of the stage or of obstacles, so trying those is enough.
 *
 * @param stage CSS px
 * @param obstacles boxes over the stage, in the same coordinates; insane ones are ignored
 * @param shape width to height of what is to stand there; a map has none
 * @returns a box within the stage; the whole stage when everything is covered
 */
export function freeSpace(stage: Rect, obstacles: readonly Rect[], shape?: number): Rect {
	const worth = shape === undefined ? worthForMap : worthForShape(shape);
	const sane = obstacles.filter(
		(box) => [box.x, box.y, box.width, box.height].every(Number.isFinite) && overlaps(stage, box)
	);
	const edges = (start: number, size: number, pick: (box: Rect) => [number, number]) =>
		[...new Set([start, start + size, ...sane.flatMap(pick)])]
			.filter((edge) => edge >= start && edge <= start + size)
			.sort((a, b) => a - b);
	const xs = edges(stage.x, stage.width, (box) => [box.x, box.x + box.width]);
	const ys = edges(stage.y, stage.height, (box) => [box.y, box.y + box.height]);
	let best: Rect | null = null;
	for (const left of xs) {
		for (const right of xs) {
			if (right <= left) continue;
			for (const top of ys) {
				for (const bottom of ys) {
					if (bottom <= top) continue;
					const box = { x: left, y: top, width: right - left, height: bottom - top };
					if (best && worth(box) <= worth(best)) continue;
					if (!sane.some((obstacle) => overlaps(box, obstacle))) best = box;
				}
			}
		}
	}
	return best ?? stage;
}
