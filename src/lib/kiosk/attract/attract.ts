/** How long a scene of the attract loop stands, ms; four of them are the loop of 44 s. */
export const SCENE_MS = 11_000;
/** Pixel shift: how often and by what, ms and CSS px. */
const SHIFT_MS = 90_000;
type Spot = readonly [x: number, y: number];
const SHIFTS: readonly [Spot, ...Spot[]] = [
	[0, 0],
	[3, 1],
	[2, 4],
	[-2, 3],
	[-3, -1],
	[0, -4]
];
/** In the dark hours the line of text stands in another place every minute; percent of the screen. */
const DARK_MS = 60_000;
const DARK_SPOTS: readonly [Spot, ...Spot[]] = [
	[8, 62],
	[46, 74],
	[22, 86],
	[52, 58],
	[12, 78],
	[38, 66]
];

/**
 * In the loop the letters themselves move, by more than their strokes are wide: once in every loop of four scenes, rem.
 */
const DRIFT_MS = 4 * SCENE_MS;
const DRIFTS: readonly [Spot, ...Spot[]] = [
	[0, 0],
	[0.8, -0.5],
	[-0.7, 0.6],
	[0.3, 0.7],
	[-0.4, -0.7],
	[0.7, 0.3],
	[-0.8, -0.1]
];

const nth = (list: readonly [Spot, ...Spot[]], elapsedMs: number, stepMs: number): Spot =>
	list[Math.max(0, Math.floor(elapsedMs / stepMs)) % list.length] ?? list[0];

/** Which of so many scenes stands after so long. */
export const sceneAfter = (elapsedMs: number, scenes: number): number =>
	Math.max(0, Math.floor(elapsedMs / SCENE_MS)) % Math.max(1, scenes);

/** By how much the page is moved after so long, CSS px: no edge stands in one place for half an hour. */
export const shiftAfter = (elapsedMs: number): readonly [x: number, y: number] =>
	nth(SHIFTS, elapsedMs, SHIFT_MS);

/** Where the line of the dark hours stands after so long, percent of the screen from its left and top. */
export const darkSpotAfter = (elapsedMs: number): readonly [left: number, top: number] =>
	nth(DARK_SPOTS, elapsedMs, DARK_MS);

/** By how much the words of the loop are moved after so long, rem. */
export const driftAfter = (elapsedMs: number): readonly [x: number, y: number] =>
	nth(DRIFTS, elapsedMs, DRIFT_MS);
