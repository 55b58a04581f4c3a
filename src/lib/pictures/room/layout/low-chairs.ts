import type { Point } from '$lib/globe/camera/geometry';
import type { Participant } from '$lib/model/pictures';
import { LEADING, widthOf } from '../lettering';
import type { Measures } from './measures';
import type { Place } from './seats';

/** The empty chairs at the head of the low room. CSS px. */
interface Head {
	readonly placed: readonly Place[];
	readonly height: number;
	/** They are no wider than their room. */
	readonly fits: boolean;
}

/** From a disc to its name, CSS px. */
export const GAP = 5;
/** Radius of a chair beside its name, and of one without. */
const CHAIR = { named: 8, bare: 6 };
/** Between the name of a chair and the next chair. */
const BETWEEN = 12;

/**
 * Chairs with their names in one line: all in full, or, where that is wider than their room, all as surnames.
 *
 * @param start the upper corner where the line begins
 * @param most width of their room, CSS px
 */
export function namedChairs(
	chairs: readonly Participant[],
	{ disc, name }: Measures,
	start: Point,
	most: number
): Head {
	const radius = Math.min(disc, CHAIR.named);
	const height = Math.max(radius * 2, name * LEADING);
	const widths = (of: 'name' | 'surname') =>
		chairs.map((chair) => widthOf(chair[of], 'name', name));
	const cell = (width: number) => radius * 2 + GAP + width + BETWEEN;
	const lineOf = (names: readonly number[]) =>
		names.reduce((sum, width) => sum + cell(width), -BETWEEN);
	const full = widths('name');
	const names = lineOf(full) <= most ? full : widths('surname');
	const placed = chairs.map((person, i): Place => ({
		person,
		at: {
			x: start.x + names.slice(0, i).reduce((sum, width) => sum + cell(width), radius),
			y: start.y + height / 2
		},
		radius,
		lines: 1,
		linesApart: 1,
		neighbours: [],
		width: names[i] ?? 0,
		beside: 'after'
	}));
	return { placed, height, fits: lineOf(names) <= most };
}

/**
 * Chairs side by side without their names.
 *
 * @param middle of their upper edge
 */
export function bareChairs(
	chairs: readonly Participant[],
	{ disc }: Measures,
	middle: Point
): Head {
	const radius = Math.min(disc, CHAIR.bare);
	const placed = chairs.map((person, i): Place => ({
		person,
		at: {
			x: middle.x + (i - (chairs.length - 1) / 2) * (radius * 2 + GAP),
			y: middle.y + radius
		},
		radius,
		lines: 0,
		linesApart: 0,
		neighbours: [],
		width: 0,
		beside: 'after'
	}));
	return { placed, height: radius * 2, fits: true };
}
