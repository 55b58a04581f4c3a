import { LETTERS, WIDTHS } from '$lib/styles/fonts/letter-widths';

/** The three voices of lettering on the map. Sizes in CSS px at scale 1. */
export const LETTERING = {
	/** Places, lines and rings: Libre Franklin 600. */
	place: { size: 13.5, spacing: 0, height: 17 },
	/** Countries: Sofia Sans Extra Condensed 800 capitals, spaced. */
	country: { size: 21, spacing: 0.16, height: 26 },
	/** Who governed what: Sofia Sans Extra Condensed 700, hardly spaced. */
	territory: { size: 16.5, spacing: 0.03, height: 20 },
	/** Waters: Source Serif 4 italic, spaced. */
	water: { size: 15, spacing: 0.08, height: 21 }
} as const;
export type Lettering = keyof typeof LETTERING;

/** Kerning is not counted. It sets most pairs nearer; by those that it sets apart no label of ours grows by more. */
const KERNING = 1.01;

/** In hundredths of an em. A letter that the fonts lack comes from an unknown font: the widest. */
function widthOf(letter: string, kind: Lettering): number {
	const widths = WIDTHS[kind];
	return widths[LETTERS.indexOf(letter)] ?? Math.max(...widths);
}

/**
 * How wide a label is, by the fonts' own widths of its letters: the same on the server and before fonts arrive. Never
 * narrower than drawn, and wider by less than a twentieth.
 *
 * @param scale what the lettering is multiplied with on large screens
 * @returns CSS px
 */
export function textWidth(text: string, kind: Lettering, scale: number): number {
	const { size, spacing } = LETTERING[kind];
	// An accented letter that the table leaves out is as wide as without its accent.
	const letters = [...text].map((letter) =>
		LETTERS.includes(letter) ? letter : letter.normalize('NFD').charAt(0)
	);
	const em = letters.reduce((sum, letter) => sum + widthOf(letter, kind) / 100 + spacing, 0);
	return em * KERNING * size * scale;
}
