import type { Rect, Size } from '$lib/globe/camera/geometry';

/** Millimetres that one rem must have, so that capitals of the telegram (the lowest we set) are 4.8 mm high. */
const REM_MM = 8.8;
/** Side of what is touched, mm. */
const TARGET_MM = 20;
const MM_AN_INCH = 25.4;
/** Rems across the short side: more on a large screen that is read from farther, never less than fits. */
const MOST_REMS = 38;
const FEWEST_REMS = 26;
/** Targets across the short side, at most: on a small screen they are smaller than 20 mm, and all there. */
const FEWEST_TARGETS = 9;

/** The loop's code is so large (`--qr` in `Attract.svelte`), in mm or, where that is more, in rem; what lies above and below it, rem. */
const CODE_MM = 41;
const CODE_REMS = 4.4;
const HEAD_REMS = 4.4;
/** A chart of the stage with its title and note is so high at most, rem. */
const CHART_REMS = 21;

export interface KioskSizes {
	/** CSS px a millimetre of the real screen has. */
	readonly pxPerMm: number;
	/** CSS px of one rem. */
	readonly rem: number;
	/** Side of what is touched, CSS px. */
	readonly target: number;
	/** Lettering of the map, 1 = that of the story on a laptop. */
	readonly lettering: number;
	/** What the lettering of a picture is multiplied with: its smallest capitals are nearly those of the words. */
	readonly scale: number;
}

/**
 * Sizes the page from the real screen.
 *
 * @param page what the page has of it, CSS px
 * @param screen the whole screen, CSS px
 * @param diagonalInches of the whole screen
 */
export function kioskSizes(page: Size, screen: Size, diagonalInches: number): KioskSizes {
	// A browser that reports a screen smaller than its window is wrong about the screen.
	const width = Math.max(screen.width, page.width);
	const height = Math.max(screen.height, page.height);
	const pxPerMm = Math.max(0.1, Math.hypot(width, height) / (diagonalInches * MM_AN_INCH));
	const short = Math.max(1, Math.min(page.width, page.height));
	const rem = Math.min(Math.max(REM_MM * pxPerMm, short / MOST_REMS), short / FEWEST_REMS);
	return {
		pxPerMm,
		rem,
		target: Math.min(TARGET_MM * pxPerMm, short / FEWEST_TARGETS),
		lettering: Math.max(1, rem / 17),
		scale: rem / 19
	};
}

/**
 * The part of the map that nothing covers: all but a margin, and in the loop what its words and the band leave.
 *
 * @param map CSS px
 * @param inLoop whether the attract loop's words lie over it
 * @param portrait whether the page stands upright: the words lie below, not beside
 * @returns null as long as the map has no size
 */
export function freeOf({ width, height }: Size, inLoop: boolean, portrait: boolean): Rect | null {
	if (width <= 0 || height <= 0) return null;
	const [air, top] = [0.03 * Math.min(width, height), 0.03 * height];
	if (!inLoop) return { x: air, y: air, width: width - 2 * air, height: height - 2 * air };
	return portrait
		? { x: air, y: top, width: width - 2 * air, height: 0.81 * height }
		: { x: 0.12 * width, y: top, width: 0.84 * width, height: 0.92 * height };
}

/**
 * The part of the loop's free space below its title and its code: a picture that is not a map has no sea to lie under them.
 *
 * @param free in the loop (see `freeOf`)
 */
export function belowCode(free: Rect, { rem, pxPerMm }: KioskSizes): Rect {
	const top = HEAD_REMS * rem + Math.max(CODE_MM * pxPerMm, CODE_REMS * rem);
	return { ...free, y: top, height: Math.max(0, free.y + free.height - top) };
}

/**
 * By how much a chart is made smaller so that all of it is in its box; its letters are rems, and a rem is large on a small screen.
 *
 * @param height of the box, CSS px
 * @param rem CSS px
 */
export const chartScale = (height: number, rem: number): number =>
	Math.min(1, height / (CHART_REMS * rem));
