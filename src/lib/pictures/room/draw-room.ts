import type { Point, Rect, Size } from '$lib/globe/camera/geometry';
import { isRightToLeft } from '$lib/model/languages';
import type { ReportedExchange } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import type { PictureInput } from '../picture';
import { arcsOf, bracesOf, curveOf, sideOf, type Arc, type Brace } from './arcs';
import { at, pathOf, pointsOf } from './curve';
import { layRoom, type Plan } from './layout/plan';
import { boxOf, widthOf, type Line } from './lettering';
import { outsideOf, type Outside } from './outside';
import { seatedOf, type Seated } from './seated';
import { slipOf, type Slip } from './slip';

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
	/** Says what the hairlines are; null without them, or without room for it. */
	readonly earlier: Line | null;
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
	readonly outside: Outside | null;
	/** The head of the table, lit where the passage is about those who are not there; the rest is in shade. */
	readonly absence: Rect | null;
	/** The wall that a dark room is lit by, and the light. */
	readonly screen: { readonly wall: Rect; readonly light: readonly string[] } | null;
}

/** The smallest stage that the room is made for; in a smaller one letters do not grow. CSS px. */
const LEAST: Size = { width: 288, height: 84 };

const pairOf = ({ from, to }: ReportedExchange) => `${from} ${to}`;

/** Each pair once, under the first of its exchanges; a call is a pair of its own. */
const eachPair = (speech: readonly ReportedExchange[]): ReportedExchange[] =>
	[...new Map(speech.toReversed().map((one) => [pairOf(one), one])).values()].toReversed();

/** Draws one beat. */
export function drawRoom({
	pictures,
	order,
	scene,
	size,
	scale: wanted
}: PictureInput): RoomDrawing {
	const { words } = pictures;
	// On a small stage letters grow no further than it has room for them.
	const bearable = Math.max(1, Math.min(size.width / LEAST.width, size.height / LEAST.height));
	const scale = Math.min(wanted, bearable);
	const logical = { width: size.width / scale, height: size.height / scale };
	const now = eachPair(pictures.speech[scene.beat] ?? []);
	const spokenOf = pictures.outside[scene.beat];
	const calls = now.some(({ act }) => act === 'telephones');
	const plan = layRoom(logical, pictures, calls || spokenOf !== undefined);
	const dark = scene.map.night;
	// A question that somebody asks alone is all that there is to see.
	const question = now.length === 1 && now[0]?.act === 'asks' ? now[0] : null;
	const before = dark || question ? [] : earlier(pictures.speech, order, scene.beat, now);
	const screen = dark ? screenOf(plan) : null;
	const absence = pictures.people.some(
		({ seat, since }) => seat === 'chair' && since === scene.beat
	);
	const told = new Set([
		...now.flatMap(({ from, to }) => [from, to]),
		...pictures.people.filter(({ since }) => since === scene.beat).map(({ id }) => id)
	]);
	const people = [...plan.places.values()]
		.filter(({ person }) => scene.people[person.id] !== undefined)
		.map((place) => seatedOf(place, plan, scene.beat, now, question, told, screen?.middle));
	// In the low form others sit so close that an arc could cross them.
	const inTheWay = (person: Seated): Rect[] => {
		if (person.part === 'absent') return [boxAround(person)];
		return plan.low && !told.has(person.id) ? [boxAround(person, 0.75)] : [];
	};
	const clear = [
		...people.flatMap((person) => [
			...inTheWay(person),
			...person.lines.map((line) => boxOf(line, plan.ahead))
		]),
		...plan.keepOff
	];
	const hairlines = before.flatMap(({ exchange, last }) => {
		const curve = curveOf(exchange, plan, clear);
		return curve ? [{ path: pathOf(curve), last, points: pointsOf(curve) }] : [];
	});
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
		earlier: hairlines.length > 0 ? earlierIn(plan) : null,
		people,
		hairlines,
		braces: bracesOf(now, before, plan),
		arcs: arcsOf(now, plan, clear),
		slip: slipOf(
			pictures.phrases[scene.beat] ?? [],
			plan,
			now.length + before.length > 0 ? plan.free : plan.table.y
		),
		outside: outsideOf(spokenOf, now, plan),
		absence: absence ? headOf(people, plan) : null,
		screen: screen && { wall: screen.wall, light: screen.light }
	};
}

/** Space round the empty chairs, CSS px. */
const ROUND = { low: 2, high: 9 };

/** The box of a disc, or of that share of it. */
const boxAround = ({ at: { x, y }, radius }: Seated, share = 1): Rect => {
	const r = radius * share;
	return { x: x - r, y: y - r, width: r * 2, height: r * 2 };
};

/** The end of the room where the chairs stay empty: from its wall to just below them. */
function headOf(people: readonly Seated[], { room, ahead, low, heads }: Plan): Rect {
	const around = ROUND[low ? 'low' : 'high'];
	const boxes = people
		.filter(({ part }) => part === 'absent')
		.flatMap((chair) => [boxAround(chair), ...chair.lines.map((line) => boxOf(line, ahead))]);
	const left = Math.max(room.x, Math.min(...boxes.map(({ x }) => x)) - around);
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + around;
	const end = Math.max(...boxes.map(({ y, height }) => y + height));
	const names = heads.map((head) => boxOf(head, ahead)).filter(({ x, y }) => x < right && y > end);
	const bottom = Math.min(end + around, ...names.map(({ y }) => y - 2));
	return { x: left, y: room.y, width: right - left, height: bottom - room.y };
}

/** Between the caption and what stands on the same line, em. */
const APART = 2;

/** What the hairlines are, at the far end of the caption's line. */
function earlierIn({ caption, words, measures, pad, width, ahead }: Plan): Line | null {
	const [first, second] = caption;
	if (!first || second || measures.narrow) return null;
	const { face, size } = first;
	const taken = widthOf(first.text, face, size) + widthOf(words.roomEarlier, face, size);
	if (taken + APART * size > width - pad * 2) return null;
	return { ...first, text: words.roomEarlier, x: ahead === 1 ? width - pad : pad, anchor: 'end' };
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

/** The wall to which a dark room is turned: that at the head of the table. */
function screenOf({ room, table, measures }: Plan): {
	wall: Rect;
	light: string[];
	middle: Point;
} {
	const thick = measures.narrow ? 4 : 7;
	const wall = { x: table.x, y: room.y, width: table.width, height: thick };
	const floor = room.y + room.height;
	const beam = (spread: number) =>
		`M${at({ x: wall.x, y: room.y + thick })}H${(wall.x + wall.width).toFixed(1)}` +
		`L${at({ x: wall.x + wall.width + spread, y: floor })}H${(wall.x - spread).toFixed(1)}Z`;
	const light = [beam(table.width * 0.15), beam(table.width * 0.5)];
	return { wall, light, middle: { x: wall.x + wall.width / 2, y: room.y } };
}
