import type { Rect } from '$lib/globe/camera/geometry';
import { LETTERING, textWidth } from '$lib/globe/drawing/text-width';
import { evenLines } from '../line-breaks';

/** How words are set: the grotesque of captions, or the condensed face of headings and numerals. */
export type Face = 'caption' | 'heading';

/** A line of lettering that begins at x and stands on y. CSS px. */
export interface TextLine {
	readonly text: string;
	readonly face: Face;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	/** For aligning its end, and for what stands beside it; never less than what is drawn. */
	readonly width: number;
}

/** Width of a word or more at a size, CSS px. */
export function widthOf(text: string, face: Face, size: number): number {
	if (face === 'caption') return textWidth(text, 'place', size / LETTERING.place.size);
	const { size: own, spacing } = LETTERING.country;
	// The map spaces its capitals; a heading is set without.
	return textWidth(text, 'country', size / own) - [...text].length * spacing * size;
}

/**
 * Breaks a sentence at its spaces so that each line fits and none is much shorter than the others. A word that is longer
 * than a line has one to itself.
 *
 * @param width CSS px
 */
export const wrap = (text: string, face: Face, size: number, width: number): string[] =>
	evenLines(text, (words) => widthOf(words, face, size), width, size);

/** A tenth of a CSS px is as fine as anybody sees; more digits make files larger. */
export const round = (value: number) => Math.round(value * 10) / 10;

export const roundBox = ({ x, y, width, height }: Rect): Rect => ({
	x: round(x),
	y: round(y),
	width: round(width),
	height: round(height)
});

/** From the top of a line to what it stands on, as a part of its size: the height of a capital and what is above it. */
export const ASCENT = 0.8;
