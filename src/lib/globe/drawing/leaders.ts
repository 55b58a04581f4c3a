import type { Rect } from '../camera/geometry';

/** A line from a place to its label: x1, y1, x2, y2 in CSS px. */
export type Leader = readonly [x1: number, y1: number, x2: number, y2: number];

/** Whether a leader runs through a box. */
export function crosses([x1, y1, x2, y2]: Leader, { x, y, width, height }: Rect): boolean {
	// The part of the leader between the two sides, then between top and bottom.
	let [from, to] = [0, 1];
	for (const [start, step, low, high] of [
		[x1, x2 - x1, x, x + width],
		[y1, y2 - y1, y, y + height]
	] as const) {
		if (step === 0) {
			if (start < low || start > high) return false;
			continue;
		}
		const [a, b] = [(low - start) / step, (high - start) / step];
		from = Math.max(from, Math.min(a, b));
		to = Math.min(to, Math.max(a, b));
	}
	return from <= to;
}

/** Whether two leaders cross. */
export function meet(a: Leader, b: Leader): boolean {
	return apart(a, b) && apart(b, a);
}

/** Whether the ends of the second lie on two sides of the first. */
function apart([x1, y1, x2, y2]: Leader, [x3, y3, x4, y4]: Leader): boolean {
	const side = (x: number, y: number) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
	return side(x3, y3) * side(x4, y4) <= 0;
}
