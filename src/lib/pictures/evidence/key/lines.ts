import type { Point } from '$lib/globe/camera/geometry';
import { ASCENT, round, widthOf, wrap, type Face, type TextLine } from '../lettering';

/** From one baseline to the next, em. */
export const LEADING = 1.25;
const HEADING_LEADING = 1.05;

/** Lines of a sentence, and where they end. */
export interface Sentence {
	readonly lines: readonly TextLine[];
	readonly bottom: number;
}

/**
 * Breaks a sentence into lines below each other.
 *
 * @param size of the letters, CSS px
 * @param at where the first line begins: its upper corner
 * @param width CSS px
 */
export function setSentence(
	text: string,
	face: Face,
	size: number,
	{ x, y }: Point,
	width: number
): Sentence {
	const leading = size * (face === 'heading' ? HEADING_LEADING : LEADING);
	let bottom = y;
	const lines = wrap(text, face, size, width).map((line): TextLine => {
		const top = bottom;
		bottom += leading;
		return {
			text: line,
			face,
			x: round(x),
			y: round(top + size * ASCENT),
			size,
			width: widthOf(line, face, size)
		};
	});
	return { lines, bottom };
}
