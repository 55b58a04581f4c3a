import type { Point, Rect, Size } from '$lib/globe/camera/geometry';
import { isRightToLeft } from '$lib/model/languages';
import type { Participant, Pictures } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import { boxOf, type Line } from '../lettering';
import { layFloor, type Floor } from './floor';
import { layLow } from './low';
import { BRACE, isLow, type Measures } from './measures';
import { chairsIn, guestsIn, hostsIn, type Place, type Seats } from './seats';

/** Where a side's brace stands: a line along its discs with a tip towards the table. */
interface BracePlace {
	readonly x: number;
	readonly top: number;
	readonly bottom: number;
	readonly tip: Point;
}

/** The room without anybody in it. */
export interface Plan {
	readonly measures: Measures;
	/** 1 where the language runs from left to right; −1 where it runs the other way, and the room is mirrored. */
	readonly ahead: 1 | -1;
	/** From the edge of the picture to words. */
	readonly pad: number;
	/** Of the picture. */
	readonly width: number;
	readonly words: Pictures['words'];
	/** Inside its walls. */
	readonly room: Rect;
	readonly table: Rect;
	readonly places: ReadonlyMap<string, Place>;
	readonly braces: Readonly<Record<Side, BracePlace>>;
	/** Names of the sides; none where there is no room for them. */
	readonly heads: readonly Line[];
	readonly caption: readonly Line[];
	/** Middle of the strip outside the wall at the top. */
	readonly outside: number;
	/** Lines of the telegram on the table lie below this. */
	readonly free: number;
	/** The low form. */
	readonly low: boolean;
	/** In the low form what arcs keep off besides people: the caption, and what is beyond the walls. */
	readonly keepOff: readonly Rect[];
}

/**
 * Lays table and seats: two guests on one side, five hosts on the other, two chairs at the head. The only place that knows where
 * anybody sits; the telegram does not.
 *
 * @param size at scale 1, CSS px
 * @param outside somebody or something is outside the room; the low form keeps no room for it otherwise
 */
export function layRoom(size: Size, { people, words }: Pictures, outside = true): Plan {
	const seated = (seat: Participant['seat']) => people.filter((person) => person.seat === seat);
	const groups: Seats = [seated('soviet'), seated('cuban'), seated('chair')];
	const [guests, hosts] = groups;
	const low = isLow(size);
	const { measures, room, table, braceX, pad, strip, caption, placed, heads } = low
		? { ...layLow(size, groups, words, outside), heads: [] }
		: seatedOn(layFloor(size, guests, hosts, words), groups);
	const { narrow, disc } = measures;
	const places = new Map(placed.map((place) => [place.person.id, place]));
	const brace = (group: readonly Participant[], x: number, direction: 1 | -1): BracePlace => {
		const ys = group.flatMap(({ id }) => places.get(id)?.at.y ?? []);
		const [top, bottom] = [Math.min(...ys) - disc * 0.7, Math.max(...ys) + disc * 0.7];
		return { x, top, bottom, tip: { x: x + BRACE * direction, y: (top + bottom) / 2 } };
	};
	const braces = {
		soviets: brace(guests, braceX.soviets, 1),
		cubans: brace(hosts, braceX.cubans, -1)
	};
	const plan: Plan = {
		measures,
		ahead: 1,
		pad,
		width: size.width,
		words,
		room,
		table,
		places,
		braces,
		heads,
		caption,
		outside: strip / 2,
		free: Math.max(braces.cubans.tip.y, braces.soviets.tip.y) + (narrow ? 5 : 16),
		low,
		keepOff: []
	};
	const turned = isRightToLeft(words.lang) ? mirrored(plan) : plan;
	return low ? { ...turned, keepOff: keptOff(turned, size) } : turned;
}

/** Everybody in a room that is high enough for them. */
function seatedOn(
	floor: Floor,
	[guests, hosts, chairs]: Seats
): Floor & { readonly placed: readonly Place[]; readonly heads: readonly Line[] } {
	const sides = [...guestsIn(floor, guests), ...hostsIn(floor, hosts)];
	return {
		...floor,
		placed: [...sides, ...chairsIn(floor, chairs)],
		heads: headsIn(floor, sides[0])
	};
}

/** The caption, and what is beyond the walls above and below. */
function keptOff({ caption, room, ahead }: Plan, { width, height }: Size): Rect[] {
	const beyond = { x: -width, width: width * 3, height };
	return [
		...caption.map((line) => boxOf(line, ahead)),
		{ ...beyond, y: room.y - height },
		{ ...beyond, y: height }
	];
}

/** The names of the sides, above the first of each. */
function headsIn(floor: Floor, first: Place | undefined): Line[] {
	const { measures, words, pad, titled, headSize: size, rowsTop, across, gap } = floor;
	const { narrow, disc } = measures;
	if (!titled || !first) return [];
	const made = { face: 'head', size } as const;
	const above = first.at.y - disc;
	return [
		{
			...made,
			text: words.tableCubans,
			x: across.cubans + disc + gap,
			y: rowsTop - (narrow ? 2 : 4),
			anchor: 'start'
		},
		narrow
			? { ...made, text: words.tableSoviets, x: pad, y: above - 8, anchor: 'start' }
			: { ...made, text: words.tableSoviets, x: first.at.x + disc, y: above - 12, anchor: 'end' }
	];
}

/** The same room for a language that runs from right to left: anchors of words turn by themselves, places do not. */
function mirrored(plan: Plan): Plan {
	const { width } = plan;
	const point = ({ x, y }: Point): Point => ({ x: width - x, y });
	const rect = (box: Rect): Rect => ({ ...box, x: width - box.x - box.width });
	const line = (one: Line): Line => ({ ...one, x: width - one.x });
	const brace = (one: BracePlace): BracePlace => ({
		...one,
		x: width - one.x,
		tip: point(one.tip)
	});
	return {
		...plan,
		ahead: -1,
		room: rect(plan.room),
		table: rect(plan.table),
		places: new Map([...plan.places].map(([id, place]) => [id, { ...place, at: point(place.at) }])),
		braces: { soviets: brace(plan.braces.soviets), cubans: brace(plan.braces.cubans) },
		heads: plan.heads.map(line),
		caption: plan.caption.map(line)
	};
}
