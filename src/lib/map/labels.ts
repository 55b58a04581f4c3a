import { contains, overlaps, type Rect } from './geometry';
import { LETTERING, textWidth, type Lettering } from './text-width';

/** What a label says and how it is set; `x`, `y` in CSS px. */
interface Lettered {
	readonly id: string;
	readonly text: string;
	readonly lettering: Lettering;
	readonly focus: boolean;
	readonly x: number;
	readonly y: number;
}

/** Something that wants a label at the point `x`, `y`. Order is rank. */
export interface Wish extends Lettered {
	/** Clear distance from the point, CSS px; 0 for names that stand on their point. */
	readonly clear: number;
}

/** A label that found its place. `x`, `y` is the middle of its left edge, CSS px. */
export interface Label extends Lettered {
	readonly width: number;
	readonly box: Rect;
}

/** Directions round a mark, best first: right, left, above, below, then the corners. */
const ROUND = [
	[1, 0],
	[-1, 0],
	[0, -1],
	[0, 1],
	[1, -1],
	[-1, -1],
	[1, 1],
	[-1, 1]
] as const;

/** The boxes a label may take: on its point, or round its mark; a focus label also farther out. */
function* places(wish: Wish, width: number, height: number): Generator<Rect> {
	if (wish.clear === 0) {
		for (const dy of [0, 1.2, -1.2]) {
			yield { x: wish.x - width / 2, y: wish.y - height / 2 + dy * height, width, height };
		}
		return;
	}
	for (const distance of wish.focus ? [1, 1.8, 3, 4.5] : [1, 1.6]) {
		const away = wish.clear * distance;
		for (const [dx, dy] of ROUND) {
			const slant = dx !== 0 && dy !== 0 ? 0.7 : 1;
			yield {
				x: wish.x + dx * away * slant + (dx > 0 ? 0 : dx < 0 ? -width : -width / 2),
				y: wish.y + dy * away * slant + (dy > 0 ? 0 : dy < 0 ? -height : -height / 2),
				width,
				height
			};
		}
	}
}

/**
 * Places labels by rank: each takes the first box that lies in bounds and touches no other label, no mark
 * and no obstacle; who finds none is left out. Deterministic, and the same on the server.
 *
 * @param bounds where labels may stand, CSS px
 * @param taken boxes of marks and of what lies over the map
 * @param most how many labels of each lettering at most
 */
export function placeLabels(
	wishes: readonly Wish[],
	bounds: Rect,
	taken: readonly Rect[],
	scale: number,
	most: Readonly<Record<Lettering, number>>
): Label[] {
	const placed: Label[] = [];
	const count = { place: 0, country: 0, water: 0 };
	const ranked = [...wishes].sort((a, b) => Number(b.focus) - Number(a.focus));
	for (const wish of ranked) {
		if (count[wish.lettering] >= most[wish.lettering]) continue;
		const width = textWidth(wish.text, wish.lettering, scale);
		const height = LETTERING[wish.lettering].height * scale;
		for (const box of places(wish, width, height)) {
			if (!contains(bounds, box)) continue;
			if (placed.some((other) => overlaps(box, other.box))) continue;
			if (taken.some((other) => overlaps(box, other))) continue;
			count[wish.lettering] += 1;
			placed.push({ ...wish, x: box.x, y: box.y + height / 2, width, box });
			break;
		}
	}
	return placed;
}
