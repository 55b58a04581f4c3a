import type { Point, Rect } from '$lib/globe/camera/geometry';
import type { ReportedExchange } from '$lib/model/pictures';
import { at } from './curve';
import { ringGap, UNDER } from './layout/measures';
import { chairLines } from './layout/names';
import type { Plan } from './layout/plan';
import type { Place } from './layout/seats';
import { baselineOf, LEADING, widest, wrap, type Line } from './lettering';

/** How a person takes part in the exchanges of a beat. */
type Part = 'speaks' | 'agrees' | 'addressed' | 'present' | 'absent';

/** One who is in the room, or an empty chair. */
export interface Seated {
	readonly id: string;
	readonly name: string;
	readonly part: Part;
	/** Radius of the ring around one who is spoken to, whether or not they speak as well; null around others. */
	readonly ring: number | null;
	/** Nothing is said or done by them in a beat about two others. */
	readonly pale: boolean;
	/** First shown in this beat. */
	readonly isNew: boolean;
	readonly at: Point;
	readonly radius: number;
	/** Null on discs too small for letters that can be read. */
	readonly initials: Line | null;
	readonly lines: readonly Line[];
	/** What is touched: disc and words. */
	readonly touch: Rect;
	/** `d` of the light on a disc that is turned to the screen; null where it is turned to the table. */
	readonly facing: string | null;
}

/** Initials stand beside the name and need not be read; smaller than this they are specks. CSS px at scale 1. */
const LEAST_INITIALS = 10;

export function seatedOf(
	place: Place,
	plan: Plan,
	beat: string,
	now: readonly ReportedExchange[],
	question: ReportedExchange | null,
	told: ReadonlySet<string>,
	screen: Point | undefined
): Seated {
	const { person, at: middle, radius } = place;
	const { id, seat, since } = person;
	const speaks = now.filter(({ from }) => from === id);
	const ringed = now.some(({ to }) => to === id);
	const part: Part =
		seat === 'chair'
			? 'absent'
			: speaks.some(({ act }) => act !== 'agrees')
				? 'speaks'
				: speaks.length > 0
					? 'agrees'
					: ringed
						? 'addressed'
						: 'present';
	const isNew = since === beat;
	const lines = linesOf(place, plan, told);
	// Chairs of the low form are smaller than its discs.
	const size = plan.low && radius < plan.measures.disc ? 0 : plan.measures.initials;
	return {
		id,
		name: person.name,
		part,
		ring: ringed ? radius + ringGap(plan.measures) : null,
		pale: question !== null && question.from !== id && question.to !== id,
		isNew,
		at: middle,
		radius,
		initials:
			size < LEAST_INITIALS
				? null
				: {
						text: person.initials,
						face: 'head',
						size,
						x: middle.x,
						y: baselineOf(middle.y, size),
						anchor: 'middle'
					},
		lines,
		touch: touchOf(place, plan, lines),
		facing: screen && part !== 'absent' ? facingOf(middle, radius, screen) : null
	};
}

/** Name and office beside or under a disc; on a phone the office only of those whom the beat is about. */
function linesOf(place: Place, plan: Plan, told: ReadonlySet<string>): Line[] {
	const { person, at: middle, radius, beside, width } = place;
	const { narrow, offices, name, post } = plan.measures;
	const apart = place.neighbours.every((id) => !told.has(id));
	if ((told.has(person.id) && apart ? place.linesApart : place.lines) === 0) return [];
	const office = wrap(person.post, 'post', post, width);
	const fits =
		(offices === 'all' || (offices === 'told' && told.has(person.id))) &&
		office.length < (offices === 'told' && apart ? place.linesApart : place.lines);
	const rows =
		person.seat === 'chair'
			? chairLines(person, plan.words, plan.measures, width, place.lines)
			: [
					{ text: person.surname, face: 'name' as const },
					...(fits ? office.map((text) => ({ text, face: 'post' as const })) : [])
				];
	const sizeOf = (face: 'name' | 'post') => (face === 'name' ? name : post);
	const height = rows.reduce((sum, { face }) => sum + sizeOf(face) * LEADING, 0);
	const gap = radius + (narrow ? 5 : 10);
	const { room, low } = plan;
	const [above, below] = low ? [0, 0] : [3, 2];
	let top =
		beside === 'under'
			? middle.y + radius + UNDER
			: Math.min(
					Math.max(middle.y - height / 2, room.y + above),
					room.y + room.height - height - below
				);
	return rows.map(({ text, face }) => {
		const size = sizeOf(face);
		const y = baselineOf(top + (size * LEADING) / 2, size);
		top += size * LEADING;
		const shift = { under: 0, after: gap, before: -gap }[beside] * plan.ahead;
		const anchor = ({ under: 'middle', after: 'start', before: 'end' } as const)[beside];
		return { text, face, size, x: middle.x + shift, y, anchor };
	});
}

/** Disc and words in one box, with a little around. */
function touchOf(
	{ at: middle, radius, beside, width }: Place,
	plan: Plan,
	lines: readonly Line[]
): Rect {
	const wide = Math.max(
		width,
		widest(
			lines.map(({ text }) => text),
			'name',
			plan.measures.name
		)
	);
	const reach = radius + (plan.measures.narrow ? 5 : 10) + wide;
	const foot = Math.max(middle.y + radius, ...lines.map(({ y }) => y + 4));
	const head = Math.min(middle.y - radius, ...lines.map(({ y, size }) => y - size));
	const side = Math.max(radius, wide / 2);
	const [before, after] = {
		under: [side, side],
		after: [radius, reach],
		before: [reach, radius]
	}[beside] as [number, number];
	const [left, right] = plan.ahead === 1 ? [before, after] : [after, before];
	return {
		x: middle.x - left - 2,
		y: head - 2,
		width: left + right + 4,
		height: foot - head + 4
	};
}

/** Half the angle of the rim that light falls on, degrees. */
const LIT_DEG = 75;
/** How far the light reaches into a disc, as a part of its radius: the initials stay clear of it. */
const LIT_DEPTH = 0.28;

/** A crescent along the rim of a disc: light that comes from a point. */
function facingOf(middle: Point, radius: number, to: Point): string {
	const towardsLight = Math.atan2(to.y - middle.y, to.x - middle.x);
	const half = (LIT_DEG * Math.PI) / 180;
	const [from, until] = [-half, half].map((angle) => ({
		x: middle.x + radius * Math.cos(towardsLight + angle),
		y: middle.y + radius * Math.sin(towardsLight + angle)
	})) as [Point, Point];
	// The inner edge is an arc through the same two points, flatter by the depth of the light.
	const chord = radius * Math.sin(half);
	const rise = radius * (1 - Math.cos(half) - LIT_DEPTH);
	const inner = (chord ** 2 + rise ** 2) / (2 * rise);
	const arc = (r: number, sweep: 0 | 1, end: Point) =>
		`A${r.toFixed(1)} ${r.toFixed(1)} 0 0 ${sweep} ${at(end)}`;
	return `M${at(from)}${arc(radius, 1, until)}${arc(inner, 0, from)}Z`;
}
