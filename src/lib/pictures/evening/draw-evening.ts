import { toldAt } from '$lib/model/evening';
import type { PictureInput } from '../picture';
import { drawDays } from './draw-days';
import { drawLevel } from './draw-level';
import { drawUpright } from './draw-upright';
import type { EveningDrawing } from './shapes';

/** Lower than this the picture names only what the passage is about, CSS px at scale 1. */
const FULL_PX = 500;
/** From this width on all subjects can be named under a band that lies, CSS px at scale 1. */
const WIDE_PX = 820;
/** The sizes that the three manners are made for; in larger pictures everything grows, at most so much. */
const MADE_FOR = {
	lying: { width: 860, height: 520, most: 1.5 },
	standing: { width: 500, height: 560, most: 1.5 },
	brief: { width: 390, height: 290, most: 1.6 }
} as const;

/**
 * Draws the evening of one beat: the subjects in their order, as far as the reader has come, between about seven and midnight.
 * The band lies where there is width, and stands where there is height; where there is neither, it names only what the
 * passage is about. All lengths are CSS px before `scale` of the drawing.
 */
export function drawEvening(input: PictureInput): EveningDrawing {
	const { size, scale } = input;
	const width = size.width / scale;
	const height = size.height / scale;
	const told = toldAt(input);
	const { days } = input.pictures.evening;
	if (days?.beat === input.scene.beat) return drawDays(input, told, days);
	const grown = ({ width: w, height: h, most }: (typeof MADE_FOR)[keyof typeof MADE_FOR]) => ({
		...input,
		scale: scale * Math.min(Math.max(1, Math.min(width / w, height / h)), most)
	});
	const full = height >= FULL_PX;
	const lying =
		full && width >= WIDE_PX ? drawLevel(grown(MADE_FOR.lying), told, { brief: false }) : null;
	const standing = full && !lying ? drawUpright(grown(MADE_FOR.standing), told) : null;
	const brief = grown(MADE_FOR.brief);
	return (
		lying ??
		standing ??
		drawLevel(brief, told, { brief: true }) ??
		drawLevel(brief, told, { brief: true, withoutKey: true }) ??
		drawLevel(brief, told, { brief: true, withoutKey: true, forced: true })
	);
}
