import type { EveningBlock, EveningThread } from '$lib/model/pictures';
import { GAP } from './shapes';

/** A stretch of the band, CSS px. */
export interface Stretch {
	readonly from: number;
	readonly length: number;
}

/** The stretch for what is not told. */
export const UNTOLD = 'untold';

/** Blocks along the band, long as their words, by id; and under `UNTOLD` the gap for what is left out. */
export function along(
	blocks: readonly EveningBlock[],
	threads: readonly EveningThread[],
	untold: string,
	from: number,
	to: number
): Map<string, Stretch> {
	const gapAfter = (count: number) => {
		const thread = threads.find(({ after }) => after === count);
		if (!thread) return GAP.block;
		return thread.beat === untold ? GAP.untold : GAP.thread;
	};
	const gaps = blocks.slice(1).reduce((sum, _, i) => sum + gapAfter(i + 1), 0);
	const perWord = (to - from - gaps) / blocks.reduce((sum, { words }) => sum + words, 0);
	const stretches = new Map<string, Stretch>();
	let at = from;
	blocks.forEach(({ id, words }, i) => {
		const length = words * perWord;
		stretches.set(id, { from: at, length });
		const gap = gapAfter(i + 1);
		at += length;
		if (gap === GAP.untold) stretches.set(UNTOLD, { from: at + 3, length: gap - 6 });
		at += gap;
	});
	return stretches;
}

/** Where a thread falls into the band; `after` for one that falls behind its end. */
export function placeOf(
	{ beat, after }: EveningThread,
	blocks: readonly EveningBlock[],
	stretches: ReadonlyMap<string, Stretch>,
	untold: string,
	end: number
): number {
	const gap = beat === untold && stretches.get(UNTOLD);
	if (gap) return gap.from + gap.length / 2;
	const next = stretches.get(blocks[after]?.id ?? '');
	return next ? next.from - GAP.thread / 2 : end;
}
