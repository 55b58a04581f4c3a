import type { Rect, Size } from '$lib/globe/camera/geometry';
import { isRightToLeft } from '$lib/model/languages';
import { formatMessage } from '$lib/model/words';
import type { Participant, Pictures } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import { NARROW_PX } from '../picture';
import type { Point } from './curve';
import { LEADING, widest, widthOf, wrap, type Line } from './lettering';

/** Sizes of one picture, CSS px. */
export interface Measures {
	/** True for the shape of a phone's stage: names of the guests under their discs, offices only where there is room. */
	readonly narrow: boolean;
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
export interface BracePlace {
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

/** A disc is never larger, CSS px; nor are the rows farther apart. */
const LARGEST = { narrow: 25, wide: 33 };
/** Of a brace, from its line to its tip. */
export const BRACE = 9;

function measuresOf({ width, height }: Size): Measures {
	const narrow = width < NARROW_PX;
	if (narrow) return { narrow, disc: 0, name: 13.5, post: 13, initials: 15, arrow: 9 };
	const unit = Math.min(1.3, Math.max(1, Math.min(width / 860, height / 520)));
	return {
		narrow,
		disc: LARGEST.wide * unit,
		name: 16 * unit,
		post: 13.5 * unit,
		initials: 21 * unit,
		arrow: 13 * unit
	};
}

/** Words beneath each other, the first baseline so that the block is centred on `y`. */
export const baselineOf = (y: number, size: number): number => y + size * 0.36;

/**
 * Lays table and seats: two guests on one side, five hosts on the other, two chairs at the head. The only place that knows where
 * anybody sits; the telegram does not.
 *
 * @param size at scale 1, CSS px
 */
export function layRoom(size: Size, { people, words }: Pictures): Plan {
	const { width, height } = size;
	const base = measuresOf(size);
	const { narrow, name, post } = base;
	const pad = narrow ? 8 : Math.round(width / 54);
	const seated = (seat: Participant['seat']) => people.filter((person) => person.seat === seat);
	const [guests, hosts, chairs] = [seated('soviet'), seated('cuban'), seated('chair')];

	// Columns of names: as wide as the names, and as the offices in one line where that is not too much.
	const most = narrow ? 0 : width * 0.15;
	const columnOf = (group: readonly Participant[]) =>
		Math.max(
			...group.map(({ surname }) => widthOf(surname, 'name', name)),
			...group.flatMap((person) => [
				widest(person.post.split(' '), 'post', post),
				Math.min(most, widthOf(person.post, 'post', post))
			])
		);
	const hostColumn = columnOf(hosts);
	const guestColumn = columnOf(guests);

	const strip = narrow ? (height < 200 ? 19 : 23) : 32;
	const titled = !narrow || height >= 280;
	const captionSize = narrow ? 13 : post;
	const captionStep = captionSize * LEADING;
	const wallFoot = narrow ? 0 : captionSize + 18;
	const room = {
		x: narrow ? 0 : pad / 2,
		y: strip,
		width: narrow ? width : width - pad,
		height: height - strip - wallFoot
	};
	const floor = room.y + room.height;

	const headSize = narrow ? 14 : name;
	const headRoom = titled ? headSize + (narrow ? 8 : 14) : 2;
	const rowsTop = room.y + headRoom;
	const pitch = (floor - rowsTop - (narrow ? 3 : 8)) / hosts.length;
	const disc = Math.min(narrow ? LARGEST.narrow : base.disc, pitch / 2 - (narrow ? 2 : 4));
	const measures = { ...base, disc, initials: Math.min(base.initials, disc * 0.95) };
	const row = (i: number) => rowsTop + pitch * (i + 0.5);

	const hostX = width - pad - hostColumn - (narrow ? 5 : 10) - disc;
	const guestX = narrow ? pad + Math.max(guestColumn / 2, disc + 2) : pad + guestColumn + 10 + disc;
	const hostBrace = hostX - disc - (narrow ? 7 : 13);
	const guestBrace =
		guestX + (narrow ? Math.max(guestColumn / 2, disc + 3) : disc + 13) + (narrow ? 2 : 0);

	const captionRoom = narrow ? hostBrace - BRACE - pad : width - pad * 2;
	const captionLines = wrap(words.tableHint, 'post', captionSize, captionRoom);
	const captionTop = narrow
		? height - captionLines.length * captionStep - 3
		: floor + (height - floor - captionLines.length * captionStep) / 2;
	const caption = captionLines.map((text, i): Line => ({
		text,
		face: 'post',
		size: captionSize,
		x: pad,
		y: baselineOf(captionTop + captionStep * (i + 0.5), captionSize),
		anchor: 'start'
	}));

	// The chairs stand at the head of the table, in the room that the first host leaves.
	const gapToTable = narrow ? 8 : 14;
	const chairRadius = disc;
	const chairY = room.y + (narrow ? 5 : 12) + chairRadius;
	const table = {
		x: guestBrace + BRACE + (narrow ? 3 : 5),
		y: chairY + chairRadius + gapToTable,
		width: 0,
		height: 0
	};
	table.width = hostBrace - BRACE - (narrow ? 3 : 5) - table.x;
	table.height = (narrow ? captionTop - 5 : floor - 16) - table.y;

	const places = new Map<string, Place>();
	const lineHeight = post * LEADING;
	const rowLines = Math.max(1, Math.floor((pitch - name * LEADING) / lineHeight) + 1);
	const nameLine = name * LEADING;
	const apartLines = Math.floor((2 * (pitch - nameLine / 2 - 2) - nameLine) / lineHeight) + 1;
	hosts.forEach((person, i) => {
		places.set(person.id, {
			person,
			at: { x: hostX, y: row(i) },
			radius: disc,
			lines: rowLines,
			linesApart: apartLines,
			neighbours: [hosts[i - 1], hosts[i + 1]].flatMap((host) => host?.id ?? []),
			width: hostColumn,
			beside: 'after'
		});
	});

	// Guests: beside the second and the fourth host, or, with names under them, along the table.
	const share = table.height / guests.length;
	const underLines = Math.max(
		1,
		Math.floor((share - disc * 2 - 4 - name * LEADING) / lineHeight) + 1
	);
	guests.forEach((person, i) => {
		const y = narrow
			? table.y + share * i + disc + Math.max(0, share - disc * 2 - 2 * lineHeight) * 0.3
			: row(1 + 2 * i);
		places.set(person.id, {
			person,
			at: { x: guestX, y },
			radius: disc,
			lines: narrow ? underLines : rowLines,
			linesApart: narrow ? underLines : rowLines,
			neighbours: [],
			width: guestColumn,
			beside: narrow ? 'under' : 'before'
		});
	});

	const chairRight = hostX - disc - (narrow ? 4 : 12);
	const gap = narrow ? 5 : 10;
	const chairText = narrow
		? (chairRight - pad) / chairs.length - chairRadius * 2 - gap * 2
		: Math.max(...chairs.map((chair) => chairWidth(chair, words, measures, width * 0.2)));
	const middle = narrow
		? 0
		: Math.min(table.x + table.width / 2, chairRight - chairText - gap - chairRadius * 2 - gap);
	const chairLineCount = Math.floor((chairRadius * 2 + gapToTable - nameLine) / lineHeight) + 1;
	chairs.forEach((person, i) => {
		const cell = (chairRight - pad) / chairs.length;
		const x = narrow
			? pad + cell * i + chairRadius
			: middle + (i === 0 ? -1 : 1) * (chairRadius + gap);
		places.set(person.id, {
			person,
			at: { x, y: chairY },
			radius: chairRadius,
			lines: chairLineCount,
			linesApart: chairLineCount,
			neighbours: [],
			width: chairText,
			beside: !narrow && i === 0 ? 'before' : 'after'
		});
	});

	const brace = (group: readonly Participant[], x: number, direction: 1 | -1): BracePlace => {
		const ys = group.flatMap(({ id }) => places.get(id)?.at.y ?? []);
		const [top, bottom] = [Math.min(...ys) - disc * 0.7, Math.max(...ys) + disc * 0.7];
		return { x, top, bottom, tip: { x: x + BRACE * direction, y: (top + bottom) / 2 } };
	};
	const braces = { soviets: brace(guests, guestBrace, 1), cubans: brace(hosts, hostBrace, -1) };

	const head = (text: string, x: number, y: number, anchor: Line['anchor']): Line => ({
		text,
		face: 'head',
		size: headSize,
		x,
		y,
		anchor
	});
	const firstGuest = guests[0] && places.get(guests[0].id);
	const heads: Line[] =
		titled && firstGuest
			? [
					head(
						words.tableCubans,
						hostX + disc + (narrow ? 5 : 10),
						rowsTop - (narrow ? 2 : 4),
						'start'
					),
					narrow
						? head(words.tableSoviets, pad, firstGuest.at.y - disc - 8, 'start')
						: head(words.tableSoviets, guestX + disc, firstGuest.at.y - disc - 12, 'end')
				]
			: [];

	const plan: Plan = {
		measures,
		ahead: 1,
		pad,
		width,
		words,
		room,
		table,
		places,
		braces,
		heads,
		caption,
		outside: strip / 2,
		free: Math.max(braces.cubans.tip.y, braces.soviets.tip.y, row(2)) + (narrow ? 6 : 16)
	};
	return isRightToLeft(words.lang) ? mirrored(plan, width) : plan;
}

/** The same room for a language that runs from right to left: anchors of words turn by themselves, places do not. */
function mirrored(plan: Plan, width: number): Plan {
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

/** Name and office of an empty chair: the office in one line with “away”, or both in lines of their own. */
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
