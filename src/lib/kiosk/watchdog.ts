/** Without a frame for so long a page that is seen has hung, ms. */
export const FROZEN_MS = 10_000;
/** Wall clock and running time may part by so much (a clock set right at start, summer time); beyond it the clock jumped. */
const JUMP_MS = 24 * 3_600_000;
/** After so many visits, or so long, a quiet page starts afresh. */
const VISITS_A_LOAD = 20;
const LOAD_MS = 6 * 3_600_000;

/** A moment by both clocks, ms: `wall` can be set, `run` only goes on. */
export interface Moment {
	readonly wall: number;
	readonly run: number;
}

/** Whether somebody (a battery, a time server) put the clock to another day between two moments. */
export const clockJumped = (before: Moment, now: Moment): boolean =>
	Math.abs(now.wall - before.wall - (now.run - before.run)) > JUMP_MS;

/** Whether the page has stopped drawing. A page that nobody sees draws nothing, and is well. */
export const isFrozen = (quietMs: number, visible: boolean): boolean =>
	visible && quietMs > FROZEN_MS;

/** Whether a page in its attract loop should start afresh. */
export const isStale = ({ visits, upMs }: { visits: number; upMs: number }): boolean =>
	visits >= VISITS_A_LOAD || upMs >= LOAD_MS;
