/** How a passage names somebody; the stronger of two. */
export type Naming = 'telegram' | 'narration';

/** Units of the picture: a stroke, what lies between two, what more lies between two sections; its height. */
const STROKE = 3;
const STEP = 4;
const BETWEEN_SECTIONS = 3;
export const STRIP_HEIGHT = 12;
/** Height of a stroke. A mark is told by its height too, not by its colour alone. */
const HEIGHTS = { none: 3, narration: 8, telegram: STRIP_HEIGHT };

/**
 * The passages of the story as a row of strokes that stand on a line, with a gap between sections.
 *
 * @param sections beat ids by section, in order
 * @param named how each beat names somebody; those that do not are left out
 * @returns the width of the row, and an SVG path of its strokes for each kind
 */
export function passageStrip(
	sections: readonly (readonly string[])[],
	named: ReadonlyMap<string, Naming>
): { readonly width: number; readonly paths: Readonly<Record<keyof typeof HEIGHTS, string>> } {
	const paths = { none: '', narration: '', telegram: '' };
	let x = 0;
	for (const beats of sections) {
		for (const beat of beats) {
			const kind = named.get(beat) ?? 'none';
			const height = HEIGHTS[kind];
			paths[kind] += `M${x} ${STRIP_HEIGHT - height}h${STROKE}v${height}h-${STROKE}z`;
			x += STEP;
		}
		x += BETWEEN_SECTIONS;
	}
	return { width: Math.max(0, x - BETWEEN_SECTIONS - STEP + STROKE), paths };
}
