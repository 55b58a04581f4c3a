/** Sizes that the pictures must be right at, CSS px: width, height and scale. */
export const SIZES = [
	// Stages of phones.
	[390, 300, 1],
	[390, 240, 1],
	[320, 180, 1],
	[360, 260, 1],
	// Free space on laptops, and in wide windows.
	[640, 520, 1],
	[860, 520, 1],
	[520, 560, 1],
	[860, 760, 1],
	[1100, 640, 1],
	// Still files, frames and share pictures.
	[352, 264, 1],
	[358, 184, 1],
	[380, 600, 1],
	[640, 630, 1],
	// Museums.
	[1080, 760, 1.9],
	[1700, 1500, 3.4]
] as const satisfies readonly [width: number, height: number, scale: number][];

/** Stages of short phones, where the room has its low form, CSS px. */
export const LOW_SIZES = [
	[320, 84, 1],
	[320, 100, 1],
	[320, 120, 1],
	[320, 142, 1],
	[288, 110, 1],
	[360, 130, 1]
] as const satisfies readonly PictureSize[];

/** A width, a height and a scale that a picture is drawn at. */
export type PictureSize = readonly [width: number, height: number, scale: number];
