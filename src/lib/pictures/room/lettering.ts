import type { Rect } from '$lib/globe/camera/geometry';
import { LETTERING, textWidth, type Lettering } from '$lib/globe/drawing/text-width';
import { breakLines, evenLines } from '../line-breaks';

/** How words in the room are set: names and offices, headings of the sides, words of the telegram. */
export type Face = 'name' | 'post' | 'head' | 'telegram';

/** One line of words. */
export interface Line {
	readonly text: string;
	readonly face: Face;
	/** CSS px. */
	readonly size: number;
	/** Where its anchor stands, from the left of the picture, and its baseline, CSS px. */
	readonly x: number;
	readonly y: number;
	/** `start` and `end` are those of the language: right and left where it runs from right to left. */
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Which lettering of the map has the widths of a face; the telegram's letters are all equally wide. */
const SET_AS = { name: 'place', post: 'place', head: 'territory' } as const satisfies Record<
	Exclude<Face, 'telegram'>,
	Lettering
>;
/** Advance of Courier Prime, em. */
const TYPEWRITER = 0.6;
/** From one baseline to the next, em. */
export const LEADING = 1.16;

/** The baseline of a line whose letters are centred on `y`, CSS px. */
export const baselineOf = (y: number, size: number): number => y + size * 0.36;

/** How wide words are, CSS px. */
export function widthOf(text: string, face: Face, size: number): number {
	if (face === 'telegram') return [...text].length * TYPEWRITER * size;
	const lettering = SET_AS[face];
	return textWidth(text, lettering, size / LETTERING[lettering].size);
}

/**
 * Breaks words into lines. A single word that is wider than the room for it stays whole: the caller sees it by its width.
 *
 * @param most width of a line, CSS px
 */
export const wrap = (text: string, face: Face, size: number, most: number): string[] =>
	breakLines(text, (words) => widthOf(words, face, size), most);

/** The same number of lines as `wrap` makes, about equally long. */
export const balanced = (text: string, face: Face, size: number, most: number): string[] =>
	evenLines(text, (words) => widthOf(words, face, size), most, size);

/** The widest of some lines, CSS px. */
export const widest = (lines: readonly string[], face: Face, size: number): number =>
	Math.max(0, ...lines.map((line) => widthOf(line, face, size)));

/**
 * The box of a line: from the top of its capitals to the foot of its letters.
 *
 * @param ahead 1 where the language runs from left to right, −1 where it runs the other way
 */
export function boxOf({ text, face, size, x, y, anchor }: Line, ahead: 1 | -1): Rect {
	const width = widthOf(text, face, size);
	const before = { start: 0, middle: 0.5, end: 1 }[anchor];
	const share = ahead === 1 ? before : 1 - before;
	return { x: x - width * share, y: y - size * 0.74, width, height: size * 0.94 };
}
