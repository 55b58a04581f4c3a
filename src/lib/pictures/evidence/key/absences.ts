import type { Point, Rect } from '$lib/globe/camera/geometry';
import { round, roundBox, widthOf, wrap, type TextLine } from '../lettering';
import type { KeySizes } from './levels';
import { LEADING } from './lines';

/** A name that the telegram does not have, in a frame of dashes. */
export interface Absence {
	readonly box: Rect;
	readonly lines: readonly TextLine[];
}

/** From a frame to the words in it. */
export const FRAME_X = 6;

/**
 * Lays the names that the telegram does not have, each in its frame, into rows.
 *
 * @param at where the first begins
 * @param width of a row, CSS px
 * @param inset from a frame to the words in it, CSS px
 */
export function layAbsences(
	names: readonly string[],
	size: KeySizes,
	at: Point,
	width: number,
	inset = FRAME_X
): { readonly frames: readonly Absence[]; readonly bottom: number } {
	let { x, y } = at;
	let rowHeight = 0;
	const frames = names.map((name): Absence => {
		const lines = wrap(name, 'caption', size.text, width - 2 * inset);
		const widths = lines.map((line) => widthOf(line, 'caption', size.text));
		const box = Math.max(...widths) + 2 * inset;
		if (x > at.x && x + box > at.x + width) {
			x = at.x;
			y += rowHeight + size.frame + 3;
			rowHeight = 0;
		}
		const [left, top] = [x, y];
		const height = lines.length * size.text * LEADING + 2 * size.frame;
		rowHeight = Math.max(rowHeight, height);
		x += box + size.frame + 3;
		return {
			box: roundBox({ x: left, y: top, width: box, height }),
			lines: lines.map((text, i) => ({
				text,
				face: 'caption',
				x: round(left + inset),
				y: round(top + size.frame + size.text * (i * LEADING + 0.96)),
				size: size.text,
				width: widths[i] ?? 0
			}))
		};
	});
	return { frames, bottom: y + rowHeight };
}
