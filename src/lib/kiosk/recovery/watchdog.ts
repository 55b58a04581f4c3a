/** Interval of the check whether the page still draws, ms, and how many failed checks mean that it hangs (10 s). */
export const LOOK_MS = 2000;
const LOOKS = 5;
/** Allowed difference between wall clock and running time, ms (a clock set at start, summer time); beyond it the clock jumped. */
const JUMP_MS = 24 * 3_600_000;
/** A page in the attract loop reloads after this many visits, or this long. */
const VISITS_A_LOAD = 20;
const LOAD_MS = 6 * 3_600_000;

/** A moment by both clocks, ms: `wall` can be set, `run` only goes on. */
export interface Moment {
	readonly wall: number;
	readonly run: number;
}

/** Whether the clock was set to another day between two moments (by a battery, a time server). */
export const clockJumped = (before: Moment, now: Moment): boolean =>
	Math.abs(now.wall - before.wall - (now.run - before.run)) > JUMP_MS;

/**
 * Whether the page has stopped drawing. Looks are counted instead of time: after a machine has slept, or its clock has
 * jumped, the first check finds much time and a page that works. A page that is not visible draws nothing, and works too.
 */
export const isFrozen = (looksInVain: number, visible: boolean): boolean =>
	visible && looksInVain > LOOKS;

/** Whether a page in its attract loop should reload. */
export const isStale = ({ visits, upMs }: { visits: number; upMs: number }): boolean =>
	visits >= VISITS_A_LOAD || upMs >= LOAD_MS;
