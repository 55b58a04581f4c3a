/** The three voices of lettering on the map. Sizes in CSS px at scale 1. */
export const LETTERING = {
	/** Places, lines and rings: Libre Franklin 600. */
	place: { size: 13.5, spacing: 0, height: 17 },
	/** Countries: Sofia Sans Extra Condensed 800 capitals, spaced. */
	country: { size: 21, spacing: 0.16, height: 26 },
	/** Who governed what: Sofia Sans Extra Condensed 700, hardly spaced. */
	territory: { size: 16.5, spacing: 0.03, height: 19 },
	/** Waters: Source Serif 4 italic, spaced. */
	water: { size: 15, spacing: 0.08, height: 21 }
} as const;
export type Lettering = keyof typeof LETTERING;

/** Mean advance of the characters, in em; measured on the fonts, rounded up. */
const ADVANCE: Record<Lettering, number> = {
	place: 0.61,
	country: 0.43,
	territory: 0.41,
	water: 0.54
};
const WIDE = /[mwMW]/;
const NARROW = /[iIljtf1.,:;'’|!() -]/;

/**
 * How wide a label is. An estimate that runs on the server and before fonts arrive, never short.
 *
 * @param scale what the lettering is multiplied with on large screens
 * @returns CSS px
 */
export function textWidth(text: string, kind: Lettering, scale: number): number {
	const { size, spacing } = LETTERING[kind];
	const em = [...text].reduce((sum, letter) => {
		const share =
			kind === 'country' ? 1 : WIDE.test(letter) ? 1.45 : NARROW.test(letter) ? 0.62 : 1;
		return sum + ADVANCE[kind] * share + spacing;
	}, 0);
	return em * size * scale;
}
