import type { Point, Rect } from '$lib/globe/camera/geometry';
import type { ReportedExchange } from '$lib/model/pictures';
import { isSide, SIDES, type Act, type Side } from '$lib/model/speech';
import {
	arcBetween,
	at,
	firstPart,
	headOf,
	lastPart,
	lengthOf,
	meeting,
	pathOf,
	pointAt,
	pointsOf,
	towards,
	type Curve
} from './curve';
import { BRACE, ringGap } from './layout/measures';
import type { Plan } from './layout/plan';
import { signOf, SIGN } from './outside';

/** An exchange of this beat. */
export interface Arc {
	readonly act: Act;
	readonly from: string;
	readonly to: string;
	readonly path: string;
	/** `d` of the arrowhead; null for a line that leads out of the room, and for one that is cut. */
	readonly head: string | null;
	/** Where it is cut by an interruption: two bars, and what was not said. */
	readonly cut: { readonly bars: string; readonly rest: string } | null;
	/** Points along it, for whoever keeps words clear of it. */
	readonly points: readonly Point[];
}

export interface Brace {
	readonly side: Side;
	readonly path: string;
	/** Of this beat, or of an earlier one. */
	readonly now: boolean;
}

/** The host who sits beside the empty chairs. */
const firstHost = ({ places }: Plan): string | undefined =>
	[...places.values()].find(({ person }) => person.seat === 'cuban')?.person.id;

export const sideOf = (id: string, plan: Plan): Side | null => {
	const seat = plan.places.get(id)?.person.seat;
	return seat === 'soviet' ? 'soviets' : seat === 'cuban' ? 'cubans' : null;
};

/** One end of an arc, and how far before it the line stops. */
function endOf(id: string, plan: Plan, arrives: boolean): { at: Point; gap: number } | null {
	const { arrow } = plan.measures;
	if (isSide(id)) return { at: plan.braces[id].tip, gap: arrives ? arrow + 3 : 3 };
	const place = plan.places.get(id);
	return place
		? { at: place.at, gap: place.radius + (arrives ? arrow + ringGap(plan.measures) + 2.5 : 3) }
		: null;
}

/**
 * How far arcs bow, as shares of their length in the order of preference; above 0 they sag. Guests and hosts bow differently, so
 * that an answer does not lie on its question. Those of the host beside the chairs sag, and an interruption sags so far that it
 * crosses what it interrupts.
 */
const BOWS = {
	guests: [-0.09, -0.04, 0.05, 0.09, 0.14, 0.2, -0.16, -0.24],
	hosts: [-0.2, -0.14, 0.09, 0.14, 0.2, 0.26, -0.26],
	guestsToHead: [0.22, 0.27, 0.17, 0.12, 0.07],
	hostsFromHead: [0.06, 0.1, 0.14, 0.18, 0.24],
	interruption: [0.42, 0.36, 0.3, 0.55, 0.7, 0.9, 1.1]
};
/** In the low form an arc may have to pass closer to the line between both. */
const FLATTER = {
	guests: [-0.2, 0.26],
	hosts: [0.04, -0.08, -0.03],
	guestsToHead: [0.03, -0.03, -0.08, 0.32],
	hostsFromHead: [0.02, -0.03, -0.08, 0.3],
	interruption: [0.25, 0.2, 0.16, 0.12, 0.48]
} as const satisfies Record<keyof typeof BOWS, readonly number[]>;
/** An interruption falls in between these parts of a speech. */
const MIDDLE = [0.35, 0.85] as const;

/**
 * The curve from speaker to addressee.
 *
 * @param clear boxes that no arc may touch: words, and the empty chairs
 * @param across what an interruption crosses
 * @returns null where the words do not say to whom
 */
export function curveOf(
	{ from, to }: ReportedExchange,
	plan: Plan,
	clear: readonly Rect[],
	across?: Curve
): Curve | null {
	const [start, end] = [endOf(from, plan, false), endOf(to, plan, true)];
	if (!start || !end) return null;
	const byGuests = from === 'soviets' || sideOf(from, plan) === 'soviets';
	const first = [from, to].some((id) => id === firstHost(plan));
	const plain = first
		? byGuests
			? 'guestsToHead'
			: 'hostsFromHead'
		: byGuests
			? 'guests'
			: 'hosts';
	const kind = across ? 'interruption' : plain;
	const curves = [...BOWS[kind], ...(plan.low ? FLATTER[kind] : [])].map((bow) =>
		arcBetween(start.at, end.at, bow, [start.gap, end.gap])
	);
	const [least, most] = MIDDLE;
	const crossing = curves.filter((curve) => {
		const t = across && meeting(across, curve);
		return t && t > least && t < most;
	});
	const touched = (curve: Curve) =>
		pointsOf(curve).filter((point) => clear.some((box) => isIn(box, point))).length;
	return (crossing.length > 0 ? crossing : curves).reduce((best, curve) =>
		touched(curve) < touched(best) ? curve : best
	);
}

/** Half of an arc's stroke, and a little air, CSS px. */
const AIR = 4;
const isIn = ({ x, y, width, height }: Rect, point: Point): boolean =>
	point.x > x - AIR && point.x < x + width + AIR && point.y > y - AIR && point.y < y + height + AIR;

/** The arcs of this beat, in the order of the words. Words of which nobody says to whom they are have none. */
export function arcsOf(
	now: readonly ReportedExchange[],
	plan: Plan,
	clear: readonly Rect[]
): Arc[] {
	const interruption = now.find(({ act }) => act === 'interrupts');
	const speech = now.find((one) => interruption?.to === one.from && one !== interruption);
	const cut = speech && curveOf(speech, plan, clear);
	const by = interruption && cut && curveOf(interruption, plan, clear, cut);
	return now.flatMap((exchange): Arc[] => {
		const { from, to, act } = exchange;
		const { arrow } = plan.measures;
		const calls = act === 'telephones';
		const curve = calls
			? callOf(from, plan)
			: exchange === interruption && by
				? by
				: curveOf(exchange, plan, clear);
		if (!curve) return [];
		const made = { from, to, act, head: null, cut: null, points: pointsOf(curve) };
		if (calls) return [{ ...made, path: pathOf(curve) }];
		const cutAt = by && exchange === speech ? meeting(curve, by) : null;
		if (cutAt === null) return [{ ...made, path: pathOf(curve), head: headOf(curve, arrow) }];
		const along = (px: number) => cutAt + px / lengthOf(curve);
		const rest = pathOf(lastPart(curve, Math.min(1, along(arrow * 0.6))));
		return [
			{
				...made,
				path: pathOf(firstPart(curve, Math.max(0, along(-arrow)))),
				cut: { bars: barsOf(curve, [along(-arrow * 1.5), along(-arrow)], arrow * 0.7), rest }
			}
		];
	});
}

/** A call: from the disc through the wall, to where it is not said. */
function callOf(from: string, plan: Plan): Curve | null {
	const place = plan.places.get(from);
	if (!place) return null;
	const out = { x: place.at.x, y: place.at.y - place.radius - 3 };
	const { sign } = signOf(plan.words.roomSomewhere, plan, place);
	return {
		from: out,
		control: { x: out.x, y: plan.outside },
		to: { x: sign.x + (sign.x > out.x ? -SIGN : SIGN), y: plan.outside }
	};
}

/** Short bars across a curve at places on it. */
const barsOf = (curve: Curve, places: readonly number[], half: number): string =>
	places
		.map((t) => {
			const here = pointAt(curve, t);
			const next = towards(here, pointAt(curve, t + 0.01), half);
			const [x, y] = [next.y - here.y, here.x - next.x];
			return `M${at({ x: here.x + x, y: here.y + y })}L${at({ x: here.x - x, y: here.y - y })}`;
		})
		.join('');

/** The braces that arcs of this evening have met so far. */
export function bracesOf(
	now: readonly ReportedExchange[],
	before: readonly { exchange: ReportedExchange }[],
	plan: Plan
): Brace[] {
	const meets = (speech: readonly ReportedExchange[], side: Side) =>
		speech.some(({ from, to }) => from === side || to === side);
	return SIDES.flatMap((side) => {
		const is = meets(now, side);
		if (
			!is &&
			!meets(
				before.map(({ exchange }) => exchange),
				side
			)
		)
			return [];
		const { x, top, bottom, tip } = plan.braces[side];
		const away = tip.x > x ? -1 : 1;
		const corner = BRACE * 0.8;
		const path =
			`M${at({ x: x + away * corner, y: top })}` +
			`Q${at({ x, y: top })} ${at({ x, y: top + corner })}` +
			`V${(tip.y - BRACE).toFixed(1)}Q${at({ x, y: tip.y })} ${at(tip)}` +
			`Q${at({ x, y: tip.y })} ${at({ x, y: tip.y + BRACE })}` +
			`V${(bottom - corner).toFixed(1)}Q${at({ x, y: bottom })} ${at({ x: x + away * corner, y: bottom })}`;
		return [{ side, path, now: is }];
	});
}
