import type { Size } from '$lib/globe/camera/geometry';

/** Smaller than this a picture has no room for its names and for what is said under them (“away”), CSS px. */
const LEAST: Size = { width: 320, height: 190 };
/** A box that is lower than half its width has the picture in its middle. */
const MOST_RATIO = 2;
/** A lying picture has no more room than this: in a larger box everything in it grows, as the still does. CSS px. */
const MOST_LYING = 460;

/**
 * The size that a picture is drawn for in a box of a frame: the box's own, or narrower where the box is low. Where that is too
 * small for its names, the drawing is larger, and made smaller as a whole; where it is large, the other way round.
 *
 * @param box CSS px, both above 0
 */
export function drawnSize({ width: whole, height }: Size): Size {
	const width = Math.min(whole, MOST_RATIO * height);
	const most = width > height ? Math.min(1, MOST_LYING / width) : 1;
	const factor = Math.max(most, LEAST.width / width, LEAST.height / height);
	return { width: Math.round(width * factor), height: Math.round(height * factor) };
}
