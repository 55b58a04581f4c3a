import { textWidth } from '$lib/globe/drawing/text-width';

/** The two voices of lettering: condensed for what is named, and plain. */
export type Face = 'head' | 'plain';

/** Size of Libre Franklin 600 and of Sofia Sans Extra Condensed 700 in the table of widths, CSS px. */
const MEASURED = { head: 16.5, plain: 13.5 } as const;

/** Widths at size 1: a layout asks for the same few words many times. */
const known = { head: new Map<string, number>(), plain: new Map<string, number>() };

/**
 * How wide a text is, before fonts arrive and on the server.
 *
 * @param size CSS px
 * @returns CSS px
 */
export function widthOf(text: string, face: Face, size: number): number {
	let width = known[face].get(text);
	if (width === undefined) {
		width = textWidth(text, face === 'head' ? 'territory' : 'place', 1 / MEASURED[face]);
		known[face].set(text, width);
	}
	return width * size;
}

/**
 * A text in lines that are no wider than `room`; a word that is wider has a line of its own.
 *
 * @param size CSS px
 * @param room CSS px
 */
export function linesOf(text: string, face: Face, size: number, room: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && widthOf(longer, face, size) <= room) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** @returns whether all lines are no wider than `room`, CSS px */
export const fits = (lines: readonly string[], face: Face, size: number, room: number): boolean =>
	lines.every((line) => widthOf(line, face, size) <= room);

/** A text in as few lines as `linesOf` has, and these as even as can be. */
export function evenLines(text: string, face: Face, size: number, room: number): string[] {
	const lines = linesOf(text, face, size, room);
	let even = lines;
	for (let narrower = room - 4; narrower > 0; narrower -= 4) {
		const next = linesOf(text, face, size, narrower);
		if (next.length > lines.length) break;
		even = next;
	}
	return even;
}
