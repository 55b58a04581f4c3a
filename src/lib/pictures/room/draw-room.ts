import type { Rect } from '$lib/globe/camera/geometry';
import { isRightToLeft } from '$lib/model/languages';
import type { ReportedExchange } from '$lib/model/pictures';
import { isSide, SIDES, type Act, type Side } from '$lib/model/speech';
import type { PictureInput } from '../picture';
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
	type Curve,
	type Point
} from './curve';
import { LEADING, widest, widthOf, wrap, type Line } from './lettering';
import {
	baselineOf,
	BRACE,
	chairLines,
	layRoom,
	UNDER,
	type Measures,
	type Place,
	type Plan
} from './plan';

/** How a person takes part in the exchanges of a beat. */
export type Part = 'speaks' | 'agrees' | 'addressed' | 'present' | 'absent';

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
	readonly initials: Line;
	readonly lines: readonly Line[];
	/** What is touched: disc and words. */
	readonly touch: Rect;
	/** `d` of the mark that says where a disc is turned to; null where it is turned to the table. */
	readonly facing: string | null;
}

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

/** A sheet on the table with the telegram's words. */
export interface Slip {
	readonly sheet: Rect;
	readonly words: readonly Line[];
	/** Red pencil under each line. */
	readonly pencil: readonly { readonly from: Point; readonly to: Point }[];
	readonly source: Line;
}

/** The shapes of the picture; lengths in CSS px at scale 1. */
export interface RoomDrawing {
	readonly size: PictureInput['size'];
	readonly scale: number;
	readonly direction: 'ltr' | 'rtl';
	readonly dark: boolean;
	readonly room: Rect;
	readonly table: Rect;
	/** `d` of lines along the table. */
	readonly grain: string;
	readonly heads: readonly Line[];
	readonly caption: readonly Line[];
	readonly people: readonly Seated[];
	/** Earlier exchanges of the evening, each pair once. */
	readonly hairlines: readonly {
		readonly path: string;
		readonly last: boolean;
		readonly points: readonly Point[];
	}[];
	readonly braces: readonly Brace[];
	readonly arcs: readonly Arc[];
	readonly slip: Slip | null;
	/** What is outside the room: where a call leads, or who is spoken of. */
	readonly outside: {
		readonly sign: Point;
		readonly kind: 'somewhere' | 'spoken-of';
		readonly label: Line;
	} | null;
	/** The wall that a dark room is lit by, and the light. */
	readonly screen: { readonly wall: Rect; readonly light: string } | null;
}

/** Beats that speak of somebody outside the room who is no person of ours. */
const SPOKEN_OF: Readonly<Record<string, 'roomEmbassy'>> = { 'donated-blood': 'roomEmbassy' };

const pairOf = ({ from, to }: ReportedExchange) => `${from} ${to}`;

/** Each pair once, under the first of its exchanges; a call is a pair of its own. */
const eachPair = (speech: readonly ReportedExchange[]): ReportedExchange[] =>
	[...new Map(speech.toReversed().map((one) => [pairOf(one), one])).values()].toReversed();

/** Draws one beat. */
export function drawRoom({ pictures, order, scene, size, scale }: PictureInput): RoomDrawing {
	const { words } = pictures;
	const logical = { width: size.width / scale, height: size.height / scale };
	const plan = layRoom(logical, pictures);
	const now = eachPair(pictures.speech[scene.beat] ?? []);
	const dark = scene.map.night;
	// A question that somebody asks alone is all that there is to see.
	const question = now.length === 1 && now[0]?.act === 'asks' ? now[0] : null;
	const before = dark || question ? [] : earlier(pictures.speech, order, scene.beat, now);
	const screen = dark ? screenOf(plan) : null;
	const told = new Set([
		...now.flatMap(({ from, to }) => [from, to]),
		...pictures.people.filter(({ since }) => since === scene.beat).map(({ id }) => id)
	]);
	const people = [...plan.places.values()]
		.filter(({ person }) => scene.people[person.id] !== undefined)
		.map((place) => seatedOf(place, plan, scene.beat, now, question, told, screen?.middle));
	const clear = people.flatMap(({ part, touch }) => (part === 'absent' ? touch : []));
	const there = (side: Side) => people.some(({ id }) => sideOf(id, plan) === side);
	return {
		size,
		scale,
		direction: isRightToLeft(words.lang) ? 'rtl' : 'ltr',
		dark,
		room: plan.room,
		table: plan.table,
		grain: grainOf(plan.table),
		heads: there('cubans') || there('soviets') ? plan.heads : [],
		caption: plan.caption,
		people,
		hairlines: before.flatMap(({ exchange, last }) => {
			const curve = curveOf({ ...exchange, act: 'says' }, plan, clear);
			return curve ? [{ path: pathOf(curve), last, points: pointsOf(curve) }] : [];
		}),
		braces: bracesOf(now, before, plan),
		arcs: arcsOf(now, plan, clear),
		slip: slipOf(
			pictures.phrases[scene.beat] ?? [],
			plan,
			now.length + before.length > 0 ? plan.free : plan.table.y
		),
		outside: outsideOf(scene.beat, now, plan),
		screen: screen && { wall: screen.wall, light: screen.light }
	};
}

/** The pairs of all beats before this one that do not speak now. */
function earlier(
	speech: PictureInput['pictures']['speech'],
	order: readonly string[],
	beat: string,
	now: readonly ReportedExchange[]
): { exchange: ReportedExchange; last: boolean }[] {
	const until = order.indexOf(beat);
	const told = order.slice(0, Math.max(0, until));
	const taken = new Set(now.map(pairOf));
	const last = new Set((speech[told.at(-1) ?? ''] ?? []).map(pairOf));
	return eachPair(told.flatMap((id) => speech[id] ?? []))
		.filter((one) => !taken.has(pairOf(one)))
		.map((exchange) => ({ exchange, last: last.has(pairOf(exchange)) }));
}

const sideOf = (id: string, plan: Plan): Side | null => {
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

/** From a disc to the ring around one who is spoken to, CSS px. */
const ringGap = ({ narrow }: Measures): number => (narrow ? 3.4 : 5);
/**
 * How far arcs bow, as shares of their length in the order of preference; above 0 they sag. Those of guests bow less, so that an
 * answer does not lie on its question; an interruption sags so far that it crosses what it interrupts.
 */
const BOWS = {
	guests: [-0.09, -0.04, 0.05, 0.09, 0.14, 0.2],
	hosts: [-0.2, -0.14, 0.09, 0.14, 0.2, 0.26],
	interruption: [0.42, 0.36, 0.3]
};

/**
 * The curve from speaker to addressee.
 *
 * @param clear boxes of the chairs with their names, which no arc may touch
 * @returns null where the words do not say to whom
 */
function curveOf(
	{ from, to, act }: ReportedExchange,
	plan: Plan,
	clear: readonly Rect[]
): Curve | null {
	const [start, end] = [endOf(from, plan, false), endOf(to, plan, true)];
	if (!start || !end) return null;
	const byGuests = from === 'soviets' || sideOf(from, plan) === 'soviets';
	const bows = BOWS[act === 'interrupts' ? 'interruption' : byGuests ? 'guests' : 'hosts'];
	const curves = bows.map((bow) => arcBetween(start.at, end.at, bow, [start.gap, end.gap]));
	const free = curves.find((curve) =>
		pointsOf(curve).every((point) => clear.every((box) => !isIn(box, point)))
	);
	return free ?? curves.at(-1) ?? null;
}

/** Half of an arc's stroke, and a little air, CSS px. */
const AIR = 5;
const isIn = ({ x, y, width, height }: Rect, point: Point): boolean =>
	point.x > x - AIR && point.x < x + width + AIR && point.y > y - AIR && point.y < y + height + AIR;

/** The arcs of this beat, in the order of the words. Words of which nobody says to whom they are have none. */
function arcsOf(now: readonly ReportedExchange[], plan: Plan, clear: readonly Rect[]): Arc[] {
	const interruption = now.find(({ act }) => act === 'interrupts');
	const by = interruption && curveOf(interruption, plan, clear);
	return now.flatMap((exchange): Arc[] => {
		const { from, to, act } = exchange;
		const { arrow } = plan.measures;
		const calls = act === 'telephones';
		const curve = calls ? callOf(from, plan) : curveOf(exchange, plan, clear);
		if (!curve) return [];
		const made = { from, to, act, head: null, cut: null, points: pointsOf(curve) };
		if (calls) return [{ ...made, path: pathOf(curve) }];
		const cutAt = by && interruption.to === from ? meeting(curve, by) : null;
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
	const sign = signOf(plan.words.roomSomewhere, plan);
	return {
		from: out,
		control: { x: out.x, y: plan.outside },
		to:
			Math.abs(sign.x - out.x) < SIGN * 3
				? { x: sign.x, y: plan.outside + SIGN }
				: { x: sign.x + (sign.x > out.x ? -SIGN : SIGN), y: plan.outside }
	};
}

/** Half of a sign outside the room with its stroke, CSS px. */
const SIGN = 6;

/** Where the sign outside the room stands: before its label, which ends at the edge of the picture. */
const signOf = (label: string, { ahead, pad, width, outside, measures }: Plan): Point => {
	const long = widthOf(label, 'name', measures.post) + SIGN + 6;
	return { x: ahead === 1 ? width - pad - long : pad + long, y: outside };
};

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
function bracesOf(
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

function seatedOf(
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
	const size = plan.measures.initials;
	return {
		id,
		name: person.name,
		part,
		ring: ringed ? radius + ringGap(plan.measures) : null,
		pale: question !== null && question.from !== id && question.to !== id,
		isNew,
		at: middle,
		radius,
		initials: {
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
	const { narrow, name, post } = plan.measures;
	const office = wrap(person.post, 'post', post, width);
	const apart = place.neighbours.every((id) => !told.has(id));
	const fits =
		(told.has(person.id) || !narrow) &&
		office.length < (narrow && apart ? place.linesApart : place.lines);
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
	const { room } = plan;
	let top =
		beside === 'under'
			? middle.y + radius + UNDER
			: Math.min(Math.max(middle.y - height / 2, room.y + 3), room.y + room.height - height - 2);
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

/** A wedge on the rim of a disc, towards a point. */
function facingOf(middle: Point, radius: number, to: Point): string {
	const tip = towards(middle, to, radius * 1.42);
	const base = towards(middle, to, radius * 1.02);
	const along = {
		x: (tip.x - middle.x) / (radius * 1.42),
		y: (tip.y - middle.y) / (radius * 1.42)
	};
	const wing = (sign: number): Point => ({
		x: base.x - along.y * radius * 0.42 * sign,
		y: base.y + along.x * radius * 0.42 * sign
	});
	return `M${at(wing(1))}L${at(tip)}L${at(wing(-1))}Z`;
}

/** Lines along the table, as of its wood. */
function grainOf({ x, y, width, height }: Rect): string {
	return [
		[0.1, 0.08, 0.62],
		[0.27, 0.3, 0.94],
		[0.46, 0.05, 0.4],
		[0.63, 0.5, 0.96],
		[0.78, 0.1, 0.7],
		[0.91, 0.35, 0.9]
	]
		.map(([across = 0, from = 0, to = 0]) => {
			const place = x + width * across;
			return `M${at({ x: place, y: y + height * from })}V${(y + height * to).toFixed(1)}`;
		})
		.join('');
}

/** The lines of a phrase, about equally long. */
function balanced(phrase: string, size: number, most: number): string[] {
	const lines = wrap(phrase, 'telegram', size, most);
	let narrower = lines;
	for (let width = most; narrower.length === lines.length && width > 0; width -= size) {
		const tried = wrap(phrase, 'telegram', size, width);
		if (tried.length > lines.length) break;
		narrower = tried;
	}
	return narrower;
}

/** Sizes in which the words on the table are tried, CSS px. */
const TELEGRAM_SIZES = [21, 19, 17, 15.5, 14, 13];

/**
 * The telegram's words on a sheet, in the part of the table that arcs leave.
 *
 * @param free where that part begins
 * @returns null where they have no room
 */
function slipOf(phrases: readonly string[], plan: Plan, free: number): Slip | null {
	const { table, measures } = plan;
	const source = plan.words.roomQuoteOf;
	const margin = measures.narrow ? 4 : 14;
	const inner = measures.narrow ? 7 : 16;
	const room: Rect = {
		x: table.x + margin,
		y: Math.max(free, table.y + margin),
		width: table.width - margin * 2,
		height: table.y + table.height - margin - Math.max(free, table.y + margin)
	};
	const note = measures.post;
	if (phrases.length === 0) return null;
	for (const size of TELEGRAM_SIZES) {
		if (measures.narrow && size > 15.5) continue;
		const texts = phrases.flatMap((phrase) => balanced(phrase, size, room.width - inner * 2));
		const step = size * (measures.narrow ? 1.36 : 1.45);
		const height = texts.length * step + note * 1.4 + inner * 1.2;
		const width =
			Math.max(widest(texts, 'telegram', size), widthOf(source, 'post', note)) + inner * 2;
		if (height > room.height || width > room.width) continue;
		const sheet = {
			x: room.x + (room.width - width) / 2,
			y: room.y + (room.height - height) / 2,
			width,
			height
		};
		const middle = sheet.x + width / 2;
		const baseline = (i: number) => sheet.y + inner * 0.7 + step * i + size;
		const half = (text: string) => widthOf(text, 'telegram', size) / 2;
		return {
			sheet,
			words: texts.map((text, i) => ({
				text,
				face: 'telegram',
				size,
				x: middle,
				y: baseline(i),
				anchor: 'middle'
			})),
			pencil: texts.map((text, i) => ({
				from: { x: middle - half(text), y: baseline(i) + size * 0.24 },
				to: { x: middle + half(text), y: baseline(i) + size * 0.24 }
			})),
			source: {
				text: source,
				face: 'post',
				size: note,
				x: middle,
				y: sheet.y + height - inner * 0.7 - note * 0.2,
				anchor: 'middle'
			}
		};
	}
	return null;
}

/** Who or what is outside the room in this beat. */
function outsideOf(
	beat: string,
	now: readonly ReportedExchange[],
	plan: Plan
): RoomDrawing['outside'] {
	const calls = now.some(({ act }) => act === 'telephones');
	const key = calls ? 'roomSomewhere' : SPOKEN_OF[beat];
	if (!key) return null;
	const text = plan.words[key];
	const sign = signOf(text, plan);
	const size = plan.measures.post;
	const x = sign.x + plan.ahead * (SIGN + 6);
	return {
		sign,
		kind: calls ? 'somewhere' : 'spoken-of',
		label: { text, face: 'name', size, x, y: baselineOf(plan.outside, size), anchor: 'start' }
	};
}

/** The wall to which a dark room is turned: that at the head of the table. */
function screenOf({ room, table, measures }: Plan): { wall: Rect; light: string; middle: Point } {
	const thick = measures.narrow ? 4 : 7;
	const wall = { x: table.x, y: room.y, width: table.width, height: thick };
	const spread = table.width * 0.3;
	const floor = room.y + room.height;
	const light =
		`M${at({ x: wall.x, y: room.y + thick })}L${at({ x: wall.x + wall.width, y: room.y + thick })}` +
		`L${at({ x: wall.x + wall.width + spread, y: floor })}L${at({ x: wall.x - spread, y: floor })}Z`;
	return { wall, light, middle: { x: wall.x + wall.width / 2, y: room.y } };
}
