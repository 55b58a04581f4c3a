import type { Rect } from '$lib/globe/camera/geometry';
import { round } from '../lettering';

/** Between the middles of two signs where there is room, CSS px: each then has 24 to be touched at (WCAG 2.5.8). */
const APART_PX = 28;

/** The circle of a sign, CSS px. */
export interface Disc {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

/** Weighed words that want a sign. */
export interface Weighed {
	/** The bar over their longest line, which has the sign. */
	readonly bar: Rect;
	/** Where lines of its column begin and end, CSS px. */
	readonly from: number;
	readonly to: number;
}

const apart = (a: Disc, b: Disc) => Math.hypot(a.x - b.x, a.y - b.y);

const middleOf = (bar: Rect) => bar.y + bar.height / 2;

/**
 * A sign stands at the start of its bar, or as near to it as leaves every sign in view, and where there is room each its own
 * place to touch.
 *
 * @param radius CSS px
 * @returns one for each, in their order
 */
export function placeDiscs(all: readonly Weighed[], radius: number): Disc[] {
	const placed = new Map<Weighed, Disc>();
	for (const weighed of all) {
		if (placed.has(weighed)) continue;
		const { bar, from, to } = weighed;
		const y = middleOf(bar);
		const row = all.filter(
			(other) => other.from === from && Math.abs(middleOf(other.bar) - y) < 0.1
		);
		const ideals = row.map((one) => one.bar.x + Math.min(radius, one.bar.width / 2));
		const room = to - from - 2 * radius;
		const gaps = Math.max(row.length - 1, 1);
		const distance = Math.max(Math.min(APART_PX, room / gaps), 2 * radius + 0.5);
		const xs = spread(ideals, distance, from + radius - 1, to - radius);
		row.forEach((one, i) => {
			const disc = nearestFree({ x: xs[i] ?? from, y, radius }, [...placed.values()], one);
			placed.set(one, { ...disc, x: round(disc.x), y: round(disc.y) });
		});
	}
	return all.flatMap((weighed) => placed.get(weighed) ?? []);
}

/** Positions in ascending order, moved apart as little as gives each its distance, between two ends. */
function spread(ideals: readonly number[], distance: number, least: number, most: number) {
	interface Group {
		readonly first: number;
		readonly many: number;
	}
	const place = ({ first, many }: Group) =>
		Math.max(least, Math.min(first, most - (many - 1) * distance));
	const groups: Group[] = [];
	for (const ideal of ideals) {
		let last: Group = { first: ideal, many: 1 };
		for (
			let before = groups.at(-1);
			before && place(before) + before.many * distance > place(last);
			before = groups.at(-1)
		) {
			groups.pop();
			const many = before.many + last.many;
			const sum = before.first * before.many + (last.first - before.many * distance) * last.many;
			last = { first: sum / many, many };
		}
		groups.push(last);
	}
	return groups.flatMap((group) =>
		Array.from({ length: group.many }, (_, i) => place(group) + i * distance)
	);
}

/** Along its line, the place nearest to its own that no other sign lies on; on its bar, and with room to be touched, if it can be. */
function nearestFree(disc: Disc, others: readonly Disc[], { bar, from, to }: Weighed): Disc {
	const { radius, x, y } = disc;
	const free = (distance: number, left: number, right: number): Disc | undefined => {
		const least = Math.max(left, from + radius - 2);
		const most = Math.min(right, to - radius + 1);
		for (let shift = 0; shift < to - from; shift += 1) {
			for (const at of [x + shift, x - shift]) {
				const here = { x: at, y, radius };
				const inside = at >= least && at <= most;
				if (inside && others.every((other) => apart(here, other) >= distance)) return here;
			}
		}
		return undefined;
	};
	const start = Math.min(bar.x, x);
	const end = Math.max(bar.x + bar.width, x);
	return (
		free(APART_PX, start, end) ??
		free(APART_PX, start - radius, end + radius) ??
		free(2 * radius, start - radius, end + radius) ??
		free(2 * radius, from, to) ??
		disc
	);
}
