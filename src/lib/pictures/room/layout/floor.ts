import type { Rect, Size } from '$lib/globe/camera/geometry';
import type { Participant, Pictures } from '$lib/model/pictures';
import type { Side } from '$lib/model/speech';
import { balanced, baselineOf, LEADING, type Line } from '../lettering';
import { BRACE, measuresOf, type Measures } from './measures';
import { columnOf } from './names';

/** Walls, table and columns, by which every seat is placed. CSS px. */
export interface Floor {
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
 * Lays walls and table, and finds the columns of the two sides.
 *
 * @param size at scale 1, CSS px
 */
export function layFloor(
	size: Size,
	guests: readonly Participant[],
	hosts: readonly Participant[],
	words: Pictures['words']
): Floor {
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
	const foot = room.y + room.height;
	const titled = !narrow || height >= 280;
	const headSize = narrow ? 14 : name;
	const rowsTop = room.y + (titled ? headSize + (narrow ? 8 : 14) : 3);
	const pitch = (foot - rowsTop - (narrow ? 3 : 8)) / hosts.length;
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
		: foot + (height - foot - lines.length * step) / 2;
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
		height: (narrow ? captionTop - 4 : foot - 16) - tableTop
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
