import type { Size } from '$lib/globe/camera/geometry';
import { NARROW_PX } from '../../picture';

/** Sizes of one picture, CSS px. */
export interface Measures {
	/** True for the shape of a phone's stage: names of the guests under their discs, offices only where there is room. */
	readonly narrow: boolean;
	/** A phone's stage shows the offices of those whom a beat is about, a high one those of all, and the smallest none. */
	readonly offices: 'all' | 'told' | 'none';
	readonly disc: number;
	readonly name: number;
	readonly post: number;
	readonly initials: number;
	readonly arrow: number;
}

/** Radius of the largest disc, CSS px; on a phone about a twentieth of the width. */
const LARGEST = { narrow: 25, wide: 33 };
/** Heights below which a phone's stage shows no offices, and from which it shows all, CSS px. */
const LOW_PX = 200;
const HIGH_PX = 420;
/**
 * Below these heights a phone's stage shows the room in its low form: of any shape, in windows too slim for names under discs, and
 * of a stage so much wider than high. CSS px.
 */
const FLAT = { any: 180, slim: 260, long: 200 };
const SLIM_PX = 300;
const LONG_SHAPE = 1.8;
/** From a disc to a name under it. */
export const UNDER = 3;
/** True for a stage with less height than the hosts need under each other with their names and their table. */
export function isLow({ width, height }: Size): boolean {
	if (width >= NARROW_PX) return false;
	if (width < SLIM_PX) return height < FLAT.slim;
	return height < (width > height * LONG_SHAPE ? FLAT.long : FLAT.any);
}
/** From a disc to the ring around one who is spoken to, CSS px. */
export const ringGap = ({ narrow }: Measures): number => (narrow ? 3.4 : 5);
/** Of a brace, from its line to its tip. */
export const BRACE = 9;

/**
 * The sizes for a picture of the room.
 *
 * @param size at scale 1, CSS px
 */
export function measuresOf({ width, height }: Size): Measures {
	const narrow = width < NARROW_PX;
	const disc = Math.min(LARGEST.narrow, width / 20.5);
	const offices = !narrow || height >= HIGH_PX ? 'all' : height >= LOW_PX ? 'told' : 'none';
	if (narrow) return { narrow, offices, disc, name: 13.5, post: 13, initials: 15, arrow: 9 };
	const unit = Math.min(1.3, Math.max(1, Math.min(width / 860, height / 520)));
	return {
		narrow,
		offices,
		disc: LARGEST.wide * unit,
		name: 16 * unit,
		post: 13.5 * unit,
		initials: 21 * unit,
		arrow: 13 * unit
	};
}
