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

/** A square round a point, CSS px. */
export interface Spot {
	readonly x: number;
	readonly y: number;
	readonly half: number;
}

export const boxRound = ({ x, y, half }: Spot): Rect => ({
	x: x - half,
	y: y - half,
	width: 2 * half,
	height: 2 * half
});

/** A point on screen, CSS px. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** How far a point lies from a box, CSS px; 0 inside. */
export function distance(box: Rect, { x, y }: Point): number {
	return Math.hypot(
		Math.max(box.x - x, 0, x - box.x - box.width),
		Math.max(box.y - y, 0, y - box.y - box.height)
	);
}
