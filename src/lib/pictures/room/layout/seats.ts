import type { Point } from '$lib/globe/camera/geometry';
import type { Participant } from '$lib/model/pictures';
import { LEADING } from '../lettering';
import type { Floor } from './floor';
import { UNDER } from './measures';
import { chairWidth, linesIn } from './names';

/** Those who have a place in the room. */
export type Seats = readonly [
	guests: readonly Participant[],
	hosts: readonly Participant[],
	chairs: readonly Participant[]
];

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

const rowOf = ({ rowsTop, pitch }: Floor, i: number): number => rowsTop + pitch * (i + 0.5);

/** Hosts sit in one row down the picture, at equal distances. */
export function hostsIn(floor: Floor, hosts: readonly Participant[]): Place[] {
	const { measures, pitch, columns, across } = floor;
	// Between the words of neighbours there is a little air.
	const apart = 2 * (pitch - (measures.name * LEADING) / 2 - 3);
	return hosts.map((person, i) => ({
		person,
		at: { x: across.cubans, y: rowOf(floor, i) },
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
export function guestsIn(floor: Floor, guests: readonly Participant[]): Place[] {
	const { measures, chairs, table, titled, headSize, pitch, columns, across } = floor;
	const { narrow, disc, name } = measures;
	const block = disc * 2 + UNDER + name * LEADING;
	const top = chairs.y + chairs.radius + (titled ? headSize + 9 : 5);
	const bottom = table.y + table.height + 2;
	const cramped = bottom - top < block * guests.length + 3;
	const lowest = bottom - (cramped ? disc : block - disc);
	const last = guests.length - 1;
	const yOf = (i: number) =>
		narrow
			? Math.max(top + disc, Math.min(rowOf(floor, 1 + 2 * i), lowest - (block + 3) * (last - i)))
			: rowOf(floor, 1 + 2 * i);
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
export function chairsIn(floor: Floor, chairs: readonly Participant[]): Place[] {
	const { measures, size, words, pad, table, gap } = floor;
	const { narrow } = measures;
	const { y, radius, end } = floor.chairs;
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
