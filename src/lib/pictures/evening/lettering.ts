import { textWidth } from '$lib/globe/drawing/text-width';
import { breakLines, evenLines as even } from '../line-breaks';

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
export const linesOf = (text: string, face: Face, size: number, room: number): string[] =>
	breakLines(text, (words) => widthOf(words, face, size), room);

/** @returns whether all lines are no wider than `room`, CSS px */
export const fits = (lines: readonly string[], face: Face, size: number, room: number): boolean =>
	lines.every((line) => widthOf(line, face, size) <= room);

/** By how much narrower lines are tried, CSS px. */
const STEP = 4;

/** A text in as few lines as `linesOf` has, and these as even as can be. */
export const evenLines = (text: string, face: Face, size: number, room: number): string[] =>
	even(text, (words) => widthOf(words, face, size), room, STEP);
