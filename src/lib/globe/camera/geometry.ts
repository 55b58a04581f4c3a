/** Mean radius of the earth, km; the same number the fact base computes its distances with. */
export const EARTH_KM = 6371;
export const DEGREES = 180 / Math.PI;

/** A box on screen, CSS px. */
export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A size on screen, CSS px. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** @returns true when the boxes share more than an edge */
export function overlaps(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** @returns true when `inner` lies wholly in `outer` */
export function contains(outer: Rect, inner: Rect): boolean {
	return (
		inner.x >= outer.x &&
		inner.y >= outer.y &&
		inner.x + inner.width <= outer.x + outer.width &&
		inner.y + inner.height <= outer.y + outer.height
	);
}

/** Whether a box lies in the bounds and touches none of the others. */
export const fits = (box: Rect, bounds: Rect, others: readonly Rect[]): boolean =>
	contains(bounds, box) && !others.some((other) => overlaps(box, other));
