import type { PictureInput } from '../picture';
import { drawLevel } from './draw-level';
import { drawUpright } from './draw-upright';
import type { EveningDrawing } from './shapes';
import { toldAt } from './told';

/** Lower than this the picture names only what the passage is about, CSS px at scale 1. */
const LOW_PX = 380;

/** From this width on all subjects can be named under a band that lies, CSS px at scale 1. */
const WIDE_PX = 820;

/**
 * Draws the evening of one beat: the subjects in their order, as far as the reader has come, between about seven and midnight.
 * The band lies where there is width, and stands where there is height; where there is neither, it names only what the
 * passage is about. All lengths are CSS px at scale 1; whoever shows it multiplies with `scale`.
 */
export function drawEvening(input: PictureInput): EveningDrawing {
	const width = input.size.width / input.scale;
	const height = input.size.height / input.scale;
	const told = toldAt(input);
	const full = height >= LOW_PX;
	const lying = full && width >= WIDE_PX ? drawLevel(input, told, { brief: false }) : null;
	const standing = full && !lying ? drawUpright(input, told) : null;
	return (
		lying ??
		standing ??
		drawLevel(input, told, { brief: true }) ??
		drawLevel(input, told, { brief: true, withoutKey: true }) ??
		drawLevel(input, told, { brief: true, withoutKey: true, forced: true })
	);
}
