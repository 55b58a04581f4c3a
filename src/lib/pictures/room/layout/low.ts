import type { Rect, Size } from '$lib/globe/camera/geometry';
import type { Participant, Pictures } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import { balanced, baselineOf, LEADING, type Line } from '../lettering';
import { BRACE, measuresOf, ringGap, type Measures } from './measures';
import { bareChairs, GAP, namedChairs } from './low-chairs';
import { columnOf } from './names';
import type { Place, Seats } from './seats';

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
/** Initials that can be read, and the least disc that they fit into, CSS px; smaller discs have none. */
const INITIALS = { size: 13, disc: 9.5 };
/** The least distance of two rows with names, CSS px: letters of 13.5 px from their accents to their feet. */
const NAME_ROW = 13;
/** What gives way where height is short, in this order: the leading of the caption, then the names of the empty chairs. */
const FORMS = [
	{ named: true, leading: LEADING },
	{ named: true, leading: 1.02 },
	{ named: false, leading: LEADING },
	{ named: false, leading: 1.02 }
] as const;
const BAREST = FORMS[3];
type Form = (typeof FORMS)[number];

/**
 * Lays the room for a stage that is much wider than high. Names stand on the outer side of their discs, so that arcs have the
 * middle; the empty chairs share one line at the head of the table, and the caption stands under the table.
 *
 * @param size at scale 1, CSS px
 * @param outside somebody or something is outside the room
 */
export function layLow(
	size: Size,
	groups: Seats,
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
	const form = FORMS.find((one) => layForm(one, disc).fits) ?? BAREST;
	return layForm(form, Math.min(disc, discIn(layForm(form, disc).row)));
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
	readonly groups: Seats;
	readonly words: Pictures['words'];
	readonly strip: number;
	readonly pitch: number;
	readonly disc: number;
	readonly form: Form;
}): LowRoom & { readonly row: number; readonly fits: boolean } {
	const { width, height } = size;
	const base = measuresOf(size);
	const measures = { ...base, disc, initials: disc < INITIALS.disc ? 0 : INITIALS.size };
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
	const tableX = braceX.soviets + BRACE + 3;
	const tableWidth = braceX.cubans - BRACE - 3 - tableX;
	const head = named
		? namedChairs(chairs, measures, { x: PAD, y: top }, end - PAD)
		: bareChairs(chairs, measures, { x: tableX + tableWidth / 2, y: top });
	const tableTop = top + head.height + 5;
	const table = {
		x: tableX,
		y: tableTop,
		width: tableWidth,
		height: captionTop - 3 - tableTop
	};

	const guestsTop = named ? tableTop - 1 : top;
	const row = Math.min((captionTop - guestsTop) / guests.length, pitch * 2);
	const middle = (guestsTop + captionTop) / 2;
	const fits = row >= NAME_ROW && head.fits;
	const placed = [
		...guests.map((person, i): Place => ({
			person,
			at: { x: across.soviets, y: middle + row * (i - (guests.length - 1) / 2) },
			radius: disc,
			...namesIn(guests, i, row),
			width: columns.soviets,
			beside: 'before'
		})),
		...hosts.map((person, i): Place => ({
			person,
			at: { x: across.cubans, y: top + pitch * (i + 0.5) },
			radius: disc,
			...namesIn(hosts, i, pitch),
			width: columns.cubans,
			beside: 'after'
		})),
		...head.placed
	];
	const caption = lines.map((text, i): Line => {
		const y = baselineOf(captionTop + step * (i + 0.5), base.post);
		return { text, face: 'post', size: base.post, x: PAD, y, anchor: 'start' };
	});
	return { measures, pad: PAD, strip, room, table, braceX, caption, placed, row, fits };
}

/** Everybody has a name, or, where rows are closer than letters are high, those whom the beat is about. */
function namesIn(
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
