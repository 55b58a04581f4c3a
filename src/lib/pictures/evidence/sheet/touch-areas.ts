import type { Rect } from '$lib/globe/camera/geometry';
import type { Disc } from './signs';

/**
 * Boxes around bars and signs, grown to what a finger needs, and cut in the middle between two neighbours.
 *
 * @param touch the side that a box should have where there is room, CSS px
 * @param box none leaves it
 * @returns one for each, in their order
 */
export function touchAreas(
	all: readonly { readonly bar: Rect; readonly disc: Disc }[],
	touch: number,
	box: Rect
): Rect[] {
	const sides = all.map(({ bar, disc }) => {
		const half = Math.max(touch / 2, disc.radius);
		const left = Math.min(bar.x, disc.x - disc.radius);
		const right = Math.max(bar.x + bar.width, disc.x + disc.radius);
		return {
			left: Math.max(Math.min(left, disc.x - half), box.x),
			right: Math.min(Math.max(right, disc.x + half), box.x + box.width),
			top: Math.max(disc.y - half, box.y),
			bottom: Math.min(disc.y + half, box.y + box.height)
		};
	});
	sides.forEach((a, i) => {
		sides.slice(i + 1).forEach((b, j) => {
			const overlap = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
			const one = all[i]?.disc;
			const two = all[i + 1 + j]?.disc;
			if (!overlap || !one || !two) return;
			const across = Math.abs(one.x - two.x);
			if (across > Math.abs(one.y - two.y)) {
				const middle = (one.x + two.x) / 2;
				const [start, end] = one.x < two.x ? [a, b] : [b, a];
				start.right = Math.min(start.right, middle);
				end.left = Math.max(end.left, middle);
			} else {
				const middle = (one.y + two.y) / 2;
				const [upper, lower] = one.y < two.y ? [a, b] : [b, a];
				upper.bottom = Math.min(upper.bottom, middle);
				lower.top = Math.max(lower.top, middle);
			}
		});
	});
	return sides.map(({ left, right, top, bottom }) => ({
		x: left,
		y: top,
		width: right - left,
		height: bottom - top
	}));
}
