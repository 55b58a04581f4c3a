import type { Rect, Size } from '$lib/globe/camera/geometry';
import { isRightToLeft } from '$lib/model/languages';
import { formatMessage } from '$lib/model/words';
import type { Participant, Pictures } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import { NARROW_PX } from '../picture';
import type { Point } from './curve';
import { balanced, LEADING, widest, widthOf, wrap, type Line } from './lettering';

/** Sizes of one picture, CSS px. */
export interface Measures {
	/** True for the shape of a phone's stage: names of the guests under their discs, offices only where there is room. */
	readonly narrow: boolean;
	/** A phone's stage shows the offices of those whom a beat is about, a high one those of all, and the smallest none. */
	readonly offices: 'all' | 'told' | 'none';
	readonly disc: number;
	readonly name: number;
	readonly post: number;
	readonly initials: number;
	readonly arrow: number;
}

/** Where somebody sits, and where their name stands. */
export interface Place {
	readonly person: Participant;
	readonly at: Point;
	readonly radius: number;
	/** How many lines have room beside or under the disc. */
	readonly lines: number;
	/** The same where the neighbours have no more than their names. */
	readonly linesApart: number;
	/** Ids of those whose lines could come near. */
	readonly neighbours: readonly string[];
	/** Width for the lines, CSS px. */
	readonly width: number;
	/** The lines stand after the disc, before it, or under it. */
	readonly beside: 'after' | 'before' | 'under';
}

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
}

/** Radius of the largest disc, CSS px; on a phone about a twentieth of the width. */
const LARGEST = { narrow: 25, wide: 33 };
/** Heights below which a phone's stage shows no offices, and from which it shows all, CSS px. */
const LOW_PX = 200;
const HIGH_PX = 420;
/** From a disc to a name under it. */
export const UNDER = 3;
/** From a disc to the ring around one who is spoken to, CSS px. */
export const ringGap = ({ narrow }: Measures): number => (narrow ? 3.4 : 5);
/** Of a brace, from its line to its tip. */
export const BRACE = 9;

function measuresOf({ width, height }: Size): Measures {
	const narrow = width < NARROW_PX;
	const disc = Math.min(LARGEST.narrow, width / 20.5);
	const offices = !narrow || height >= HIGH_PX ? 'all' : height >= LOW_PX ? 'told' : 'none';
	if (narrow) return { narrow, offices, disc, name: 13.5, post: 13, initials: 15, arrow: 9 };
	const unit = Math.min(1.3, Math.max(1, Math.min(width / 860, height / 520)));
	return {
		narrow,
		offices,
		disc: LARGEST.wide * unit,
		name: 16 * unit,
		post: 13.5 * unit,
		initials: 21 * unit,
		arrow: 13 * unit
	};
}

/** Words beneath each other, the first baseline so that the block is centred on `y`. */
export const baselineOf = (y: number, size: number): number => y + size * 0.36;

/** Sizes and lines that every seat is placed by, CSS px. */
interface Frame {
	readonly size: Size;
	readonly measures: Measures;
	readonly words: Pictures['words'];
	readonly pad: number;
	readonly strip: number;
	readonly room: Rect;
	/** The sides have their names. */
	readonly titled: boolean;
	readonly headSize: number;
	/** Where the row of the first host begins, and from one to the next. */
	readonly rowsTop: number;
	readonly pitch: number;
	readonly columns: Readonly<Record<Side, number>>;
	/** Middle of the discs. */
	readonly across: Readonly<Record<Side, number>>;
	readonly braceX: Readonly<Record<Side, number>>;
	readonly caption: readonly Line[];
	/** The empty chairs: middle, radius, and where their room ends. */
	readonly chairs: { readonly y: number; readonly radius: number; readonly end: number };
	readonly table: Rect;
	/** From a disc to words beside it. */
	readonly gap: number;
}

/**
 * Lays table and seats: two guests on one side, five hosts on the other, two chairs at the head. The only place that knows where
 * anybody sits; the telegram does not.
 *
 * @param size at scale 1, CSS px
 */
export function layRoom(size: Size, { people, words }: Pictures): Plan {
	const seated = (seat: Participant['seat']) => people.filter((person) => person.seat === seat);
	const [guests, hosts, chairs] = [seated('soviet'), seated('cuban'), seated('chair')];
	const frame = frameOf(size, guests, hosts, words);
	const { measures, room, table, braceX, pad, strip } = frame;
	const { narrow, disc } = measures;
	const placed = [...guestsIn(frame, guests), ...hostsIn(frame, hosts), ...chairsIn(frame, chairs)];
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
		heads: headsIn(frame, places.get(guests[0]?.id ?? '')),
		caption: frame.caption,
		outside: strip / 2,
		free: Math.max(braces.cubans.tip.y, braces.soviets.tip.y) + (narrow ? 5 : 16)
	};
	return isRightToLeft(words.lang) ? mirrored(plan) : plan;
}

/** As wide as the names, and as the offices in one line where that is no more than `most`. */
const columnOf = (
	group: readonly Participant[],
	{ name, post, offices }: Measures,
	most: number
): number =>
	Math.max(
		...group.map(({ surname }) => widthOf(surname, 'name', name)),
		...group.flatMap((person) =>
			offices !== 'none'
				? [
						widest(person.post.split(' '), 'post', post),
						Math.min(most, widthOf(person.post, 'post', post))
					]
				: []
		)
	);

function frameOf(
	size: Size,
	guests: readonly Participant[],
	hosts: readonly Participant[],
	words: Pictures['words']
): Frame {
	const { width, height } = size;
	const base = measuresOf(size);
	const { narrow, offices, post, name } = base;
	const pad = narrow ? 8 : Math.round(width / 54);
	const gap = narrow ? 5 : 10;
	const columns = {
		soviets: columnOf(guests, base, narrow ? 84 : width * 0.15),
		cubans: columnOf(hosts, base, narrow ? 0 : width * 0.15)
	};

	const strip = narrow ? (offices === 'none' ? 19 : 23) : 32;
	const room = {
		x: narrow ? 0 : pad / 2,
		y: strip,
		width: narrow ? width : width - pad,
		height: height - strip - (narrow ? 0 : post + 18)
	};
	const floor = room.y + room.height;
	const titled = !narrow || height >= 280;
	const headSize = narrow ? 14 : name;
	const rowsTop = room.y + (titled ? headSize + (narrow ? 8 : 14) : 3);
	const pitch = (floor - rowsTop - (narrow ? 3 : 8)) / hosts.length;
	const disc = Math.min(base.disc, pitch / 2 - (narrow ? 3 : 4));
	const measures = { ...base, disc, initials: Math.min(base.initials, disc * 0.95) };

	const column = Math.max(columns.soviets / 2, disc + 3);
	const across = {
		soviets: pad + (narrow ? column : columns.soviets + gap + disc),
		cubans: width - pad - columns.cubans - gap - disc
	};
	const braceX = {
		soviets: across.soviets + (narrow ? column + 2 : disc + 13),
		cubans: across.cubans - disc - (narrow ? 7 : 13)
	};

	// On a phone the caption stands under the table, so that the hosts have the whole height.
	const size13 = narrow ? 13 : post;
	const step = size13 * LEADING;
	const captionRoom = narrow ? braceX.cubans - BRACE - pad : width - pad * 2;
	const lines = balanced(words.tableHint, 'post', size13, captionRoom);
	const captionTop = narrow
		? height - lines.length * step - 3
		: floor + (height - floor - lines.length * step) / 2;
	const caption = lines.map((text, i): Line => {
		const y = baselineOf(captionTop + step * (i + 0.5), size13);
		return { text, face: 'post', size: size13, x: pad, y, anchor: 'start' };
	});

	const radius = narrow ? Math.min(disc, 17) : disc;
	const y = room.y + (narrow ? 5 : 12) + radius;
	const chairs = { y, radius, end: across.cubans - disc - (narrow ? 6 : 12) };
	const besideTable = BRACE + (narrow ? 3 : 5);
	const tableTop = y + radius + (narrow ? 8 : 14);
	const table = {
		x: braceX.soviets + besideTable,
		y: tableTop,
		width: braceX.cubans - braceX.soviets - besideTable * 2,
		height: (narrow ? captionTop - 4 : floor - 16) - tableTop
	};
	return {
		size,
		measures,
		words,
		pad,
		strip,
		room,
		titled,
		headSize,
		rowsTop,
		pitch,
		columns,
		across,
		braceX,
		caption,
		chairs,
		table,
		gap
	};
}

/** How many lines fit: a name, and below it offices. */
const linesIn = (room: number, { name, post }: Measures): number =>
	Math.floor((room - name * LEADING) / (post * LEADING)) + 1;

const rowOf = ({ rowsTop, pitch }: Frame, i: number): number => rowsTop + pitch * (i + 0.5);

function hostsIn(frame: Frame, hosts: readonly Participant[]): Place[] {
	const { measures, pitch, columns, across } = frame;
	// Between the words of neighbours there is a little air.
	const apart = 2 * (pitch - (measures.name * LEADING) / 2 - 3);
	return hosts.map((person, i) => ({
		person,
		at: { x: across.cubans, y: rowOf(frame, i) },
		radius: measures.disc,
		lines: linesIn(pitch - 3, measures),
		linesApart: linesIn(apart, measures),
		neighbours: [hosts[i - 1], hosts[i + 1]].flatMap((host) => host?.id ?? []),
		width: columns.cubans,
		beside: 'after'
	}));
}

/**
 * Guests sit across from the second and the fourth host. On a phone their names are under them, between the chairs and the
 * caption; where there is no room for both names, the last has none.
 */
function guestsIn(frame: Frame, guests: readonly Participant[]): Place[] {
	const { measures, chairs, table, titled, headSize, pitch, columns, across } = frame;
	const { narrow, disc, name } = measures;
	const block = disc * 2 + UNDER + name * LEADING;
	const top = chairs.y + chairs.radius + (titled ? headSize + 9 : 5);
	const bottom = table.y + table.height + 2;
	const cramped = bottom - top < block * guests.length + 3;
	const lowest = bottom - (cramped ? disc : block - disc);
	const last = guests.length - 1;
	const yOf = (i: number) =>
		narrow
			? Math.max(top + disc, Math.min(rowOf(frame, 1 + 2 * i), lowest - (block + 3) * (last - i)))
			: rowOf(frame, 1 + 2 * i);
	return guests.map((person, i) => {
		const below = i === last ? bottom : yOf(i + 1) - disc;
		const under = below - yOf(i) - disc - UNDER;
		const lines = narrow
			? i === last && cramped
				? 0
				: Math.max(1, linesIn(under - 4, measures))
			: linesIn(pitch - 3, measures);
		return {
			person,
			at: { x: across.soviets, y: yOf(i) },
			radius: disc,
			lines,
			linesApart: lines,
			neighbours: [],
			width: columns.soviets,
			beside: narrow ? 'under' : 'before'
		};
	});
}

/** The chairs stand at the head of the table, in the room that the first host leaves. */
function chairsIn(frame: Frame, chairs: readonly Participant[]): Place[] {
	const { measures, size, words, pad, table, gap } = frame;
	const { narrow } = measures;
	const { y, radius, end } = frame.chairs;
	const cell = (end - pad) / chairs.length;
	const width = narrow
		? cell - radius * 2 - gap * 2
		: Math.max(...chairs.map((chair) => chairWidth(chair, words, measures, size.width * 0.2)));
	const middle = Math.min(table.x + table.width / 2, end - width - gap * 2 - radius * 2);
	const lines = linesIn(radius * 2 + (narrow ? 4 : 10), measures);
	return chairs.map((person, i) => ({
		person,
		at: {
			x: narrow ? pad + cell * i + radius : middle + (i === 0 ? -1 : 1) * (radius + gap),
			y
		},
		radius,
		lines,
		linesApart: lines,
		neighbours: [],
		width,
		beside: !narrow && i === 0 ? 'before' : 'after'
	}));
}

/** The names of the sides, above the first of each. */
function headsIn(frame: Frame, first: Place | undefined): Line[] {
	const { measures, words, pad, titled, headSize: size, rowsTop, across, gap } = frame;
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

/** Name and office of an empty chair, or the name alone: the office in one line with “away”, or both in lines of their own. */
export function chairLines(
	{ name, surname, post }: Participant,
	words: Pictures['words'],
	{ name: nameSize, post: postSize }: Measures,
	most: number,
	lines: number
): { text: string; face: 'name' | 'post' }[] {
	const called = widthOf(name, 'name', nameSize) <= most ? name : surname;
	const one = formatMessage(words, 'roomAway', { post });
	const alone = words.roomAwayAlone;
	const apart = [...wrap(post, 'post', postSize, most), alone];
	const office =
		widthOf(one, 'post', postSize) <= most
			? [one]
			: apart.length < lines && widest(apart, 'post', postSize) <= most
				? apart
				: [alone];
	if (lines < 2) return [{ text: called, face: 'name' }];
	return [
		{ text: called, face: 'name' },
		...office.map((text) => ({ text, face: 'post' as const }))
	];
}

/** How much room the lines of a chair want, no more than `most` where they can be broken. */
function chairWidth(
	chair: Participant,
	words: Pictures['words'],
	measures: Measures,
	most: number
): number {
	const room = Math.max(
		most,
		widthOf(chair.surname, 'name', measures.name),
		widest(chair.post.split(' '), 'post', measures.post)
	);
	const lines = chairLines(chair, words, measures, room, 4);
	return Math.max(...lines.map(({ text, face }) => widthOf(text, face, measures[face])));
}
