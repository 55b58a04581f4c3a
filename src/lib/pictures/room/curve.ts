import type { Point } from '$lib/globe/camera/geometry';

/** A quadratic Bézier curve, CSS px. */
export interface Curve {
	readonly from: Point;
	readonly control: Point;
	readonly to: Point;
}

const between = (a: Point, b: Point, t: number): Point => ({
	x: a.x + (b.x - a.x) * t,
	y: a.y + (b.y - a.y) * t
});

/** The point that lies `length` from `from` on the way to `to`. */
export function towards(from: Point, to: Point, length: number): Point {
	const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	return between(from, to, length / distance);
}

/** The point at `t`, 0 to 1. */
export function pointAt({ from, control, to }: Curve, t: number): Point {
	return between(between(from, control, t), between(control, to, t), t);
}

/** The part of a curve before `t`. */
export function firstPart({ from, control, to }: Curve, t: number): Curve {
	const half = between(from, control, t);
	return { from, control: half, to: between(half, between(control, to, t), t) };
}

/** The part of a curve after `t`. */
export function lastPart({ from, control, to }: Curve, t: number): Curve {
	const half = between(control, to, t);
	return { from: between(between(from, control, t), half, t), control: half, to };
}

/**
 * An arc from one end to the other that bows aside.
 *
 * @param bow how far, as a share of the distance; above 0 it bows down
 * @param gaps how far before each end it stops, CSS px
 */
export function arcBetween(
	a: Point,
	b: Point,
	bow: number,
	gaps: readonly [from: number, to: number]
): Curve {
	const distance = Math.hypot(b.x - a.x, b.y - a.y);
	const middle = between(a, b, 0.5);
	const control = { x: middle.x, y: middle.y + bow * distance };
	return { from: towards(a, control, gaps[0]), control, to: towards(b, control, gaps[1]) };
}

/** Points of a curve at even steps of `t`, both ends among them. */
export const pointsOf = (curve: Curve, steps = 24): Point[] =>
	Array.from({ length: steps + 1 }, (_, i) => pointAt(curve, i / steps));

/** About how long a curve is, CSS px. */
export const lengthOf = (curve: Curve): number =>
	pointsOf(curve).reduce(
		(sum, point, i, all) =>
			sum + Math.hypot(point.x - (all[i - 1] ?? point).x, point.y - (all[i - 1] ?? point).y),
		0
	);

/**
 * Where a curve first meets another.
 *
 * @returns its `t`, or null where they do not meet
 */
export function meeting(curve: Curve, other: Curve): number | null {
	const steps = 48;
	const [ours, theirs] = [pointsOf(curve, steps), pointsOf(other, steps)];
	for (let i = 1; i <= steps; i++) {
		for (let j = 1; j <= steps; j++) {
			if (cross(ours[i - 1], ours[i], theirs[j - 1], theirs[j])) return (i - 0.5) / steps;
		}
	}
	return null;
}

/** Whether the stretch a–b crosses c–d. */
function cross(a?: Point, b?: Point, c?: Point, d?: Point): boolean {
	if (!a || !b || !c || !d) return false;
	const side = (p: Point, q: Point, r: Point) =>
		Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
	return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

const number = (value: number) => Number(value.toFixed(1));
/** Coordinates for a path. */
export const at = ({ x, y }: Point): string => `${number(x)},${number(y)}`;

/** `d` of a path along the curve. */
export const pathOf = ({ from, control, to }: Curve): string =>
	`M${at(from)}Q${at(control)} ${at(to)}`;

/** `d` of an arrowhead at the end of a curve; its tip lies `length` beyond, so that the line does not shine through. */
export function headOf({ control, to }: Curve, length: number): string {
	const tip = towards(to, control, -length);
	const across = { x: ((tip.y - to.y) / length) * 0.52, y: ((to.x - tip.x) / length) * 0.52 };
	const wing = (sign: number): Point => ({
		x: to.x + across.x * length * sign,
		y: to.y + across.y * length * sign
	});
	return `M${at(wing(1))}L${at(tip)}L${at(wing(-1))}Z`;
}
