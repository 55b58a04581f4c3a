import type { Rect, Size } from '$lib/globe/camera/geometry';
import type { Participant, Pictures } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import { balanced, baselineOf, LEADING, widthOf, type Line } from '../lettering';
import { BRACE, measuresOf, ringGap, type Measures } from './measures';
import { columnOf } from './names';
import type { Place } from './seats';

/** The room where height is short, without anybody in it. CSS px. */
interface LowRoom {
	readonly measures: Measures;
	readonly pad: number;
	readonly strip: number;
	readonly room: Rect;
	readonly table: Rect;
	readonly braceX: Readonly<Record<Side, number>>;
	readonly caption: readonly Line[];
	readonly placed: readonly Place[];
}

const PAD = 6;
/** The strip outside the wall; it is there only in beats that have something outside, CSS px. */
const STRIP = 18;
/** From a wall to what stands at it. */
const WALL = 3.5;
/** Radius of the largest disc as a share of the width: names and discs leave the middle to the arcs. */
const LARGEST_SHARE = 1 / 26;
/** From a disc to its name. */
const GAP = 5;
/** The least distance of two rows with names, CSS px: letters of 13.5 px from their accents to their feet. */
const NAME_ROW = 13;
/** Of an empty chair beside its name, and where there is no room for names. */
const CHAIR = { named: 8, bare: 6 };

/** Between the name of an empty chair and the next chair. */
const BETWEEN_CHAIRS = 12;

/** What gives way where height is short, in this order: the leading of the caption, then the names of the empty chairs. */
const FORMS = [
	{ named: true, leading: LEADING },
	{ named: true, leading: 1.02 },
	{ named: false, leading: LEADING },
	{ named: false, leading: 1.02 }
] as const;
type Form = (typeof FORMS)[number];

/** Guests, hosts and empty chairs. */
type Groups = readonly [
	guests: readonly Participant[],
	hosts: readonly Participant[],
	chairs: readonly Participant[]
];

/**
 * Lays the room for a stage that is much wider than high. Names stand on the outer side of their discs, so that arcs have the
 * middle; the empty chairs share one line at the head of the table, and the caption stands under the table.
 *
 * @param size at scale 1, CSS px
 * @param outside somebody or something is outside the room
 */
export function layLow(
	size: Size,
	groups: Groups,
	words: Pictures['words'],
	outside: boolean
): LowRoom {
	const base = measuresOf(size);
	const top = (outside ? STRIP : 0) + WALL;
	const pitch = (size.height - WALL - top) / groups[1].length;
	/** The largest disc whose ring leaves its neighbours theirs. */
	const discIn = (row: number) =>
		Math.min(size.width * LARGEST_SHARE, (row - ringGap(base) - 1) / 2);
	const layForm = (form: Form, disc: number) =>
		layWith({ size, groups, words, strip: top - WALL, pitch, disc, form });
	const disc = discIn(pitch);
	const form = FORMS.find((one) => layForm(one, disc).fits) ?? FORMS[FORMS.length - 1];
	const { row } = layForm(form ?? FORMS[0], disc);
	return layForm(form ?? FORMS[0], Math.min(disc, discIn(row)));
}

/** @returns with `row` from one guest to the next, and whether everything that this form has fits */
function layWith({
	size,
	groups: [guests, hosts, chairs],
	words,
	strip,
	pitch,
	disc,
	form: { named, leading }
}: {
	readonly size: Size;
	readonly groups: Groups;
	readonly words: Pictures['words'];
	readonly strip: number;
	readonly pitch: number;
	readonly disc: number;
	readonly form: Form;
}): LowRoom & { readonly row: number; readonly fits: boolean } {
	const { width, height } = size;
	const base = measuresOf(size);
	const measures = { ...base, disc, initials: Math.min(base.initials, disc * 0.95) };
	const room = { x: 0, y: strip, width, height: height - strip };
	const top = room.y + WALL;

	const columns = { soviets: columnOf(guests, base, 0), cubans: columnOf(hosts, base, 0) };
	const across = {
		soviets: PAD + columns.soviets + GAP + disc,
		cubans: width - PAD - columns.cubans - GAP - disc
	};
	const braceX = { soviets: across.soviets + disc + 7, cubans: across.cubans - disc - 7 };

	const end = braceX.cubans - 4;
	const lines = balanced(words.tableHint, 'post', base.post, end - PAD);
	const step = base.post * leading;
	const captionTop = height - WALL - lines.length * step;
	const radius = Math.min(disc, named ? CHAIR.named : CHAIR.bare);
	const chairRow = named ? Math.max(radius * 2, base.name * LEADING) : radius * 2;
	const table = {
		x: braceX.soviets + BRACE + 3,
		y: top + chairRow + 5,
		width: braceX.cubans - braceX.soviets - (BRACE + 3) * 2,
		height: captionTop - 3 - (top + chairRow + 5)
	};

	const guestsTop = named ? table.y - 1 : top;
	const row = Math.min((captionTop - guestsTop) / guests.length, pitch * 2);
	const middle = (guestsTop + captionTop) / 2;
	const chairNames = namesOf(chairs, measures, end - PAD, radius);
	const chairsWidth = chairNames.reduce((sum, name) => sum + radius * 2 + GAP + name, 0);
	const fits =
		row >= NAME_ROW && (!named || chairsWidth + BETWEEN_CHAIRS * (chairs.length - 1) <= end - PAD);
	const chairsLeft = named ? PAD : table.x + table.width / 2 - (radius * 2 + GAP / 2);
	const wholeRow = (i: number) =>
		chairNames
			.slice(0, i)
			.reduce((sum, name) => sum + radius * 2 + (named ? name + GAP + BETWEEN_CHAIRS : GAP), 0);
	const placed = [
		...guests.map((person, i): Place => ({
			person,
			at: { x: across.soviets, y: middle + row * (i - (guests.length - 1) / 2) },
			radius: disc,
			...linesIn(guests, i, row),
			width: columns.soviets,
			beside: 'before'
		})),
		...hosts.map((person, i): Place => ({
			person,
			at: { x: across.cubans, y: top + pitch * (i + 0.5) },
			radius: disc,
			...linesIn(hosts, i, pitch),
			width: columns.cubans,
			beside: 'after'
		})),
		...chairs.map((person, i): Place => ({
			person,
			at: { x: chairsLeft + wholeRow(i) + radius, y: top + chairRow / 2 },
			radius,
			lines: Number(named),
			linesApart: Number(named),
			neighbours: [],
			width: chairNames[i] ?? 0,
			beside: 'after'
		}))
	];
	const caption = lines.map((text, i): Line => {
		const y = baselineOf(captionTop + step * (i + 0.5), base.post);
		return { text, face: 'post', size: base.post, x: PAD, y, anchor: 'start' };
	});
	return { measures, pad: PAD, strip, room, table, braceX, caption, placed, row, fits };
}

/** How wide the names of the empty chairs are: all of them in full, or all as surnames. */
function namesOf(
	chairs: readonly Participant[],
	{ name }: Measures,
	most: number,
	radius: number
): number[] {
	const full = chairs.map((chair) => widthOf(chair.name, 'name', name));
	const wanted = full.reduce((sum, width) => sum + radius * 2 + GAP + width + BETWEEN_CHAIRS, 0);
	return wanted - BETWEEN_CHAIRS <= most
		? full
		: chairs.map(({ surname }) => widthOf(surname, 'name', name));
}

/** Everybody has a name, or, where rows are closer than letters are high, those whom the beat is about. */
function linesIn(
	group: readonly Participant[],
	i: number,
	row: number
): Pick<Place, 'lines' | 'linesApart' | 'neighbours'> {
	return {
		lines: row >= NAME_ROW - 0.01 ? 1 : 0,
		linesApart: 1,
		neighbours: [group[i - 1], group[i + 1]].flatMap((one) => one?.id ?? [])
	};
}
