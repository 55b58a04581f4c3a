import type { EveningBlock, EveningThread } from '$lib/model/pictures';
import { formatMessage } from '$lib/model/words';
import type { PictureInput } from '../picture';
import { GAP, type Reached } from './shapes';

/** What of the evening is told so far, and what a beat is about. */
export interface Told {
	readonly stateOf: (block: EveningBlock) => Reached;
	/** Threads that have fallen so far. */
	readonly threads: readonly EveningThread[];
	readonly expected: EveningThread | undefined;
	/** After the telegram nothing of it is new, and what was expected has no answer. */
	readonly over: boolean;
	/** The block about another day, when it is told already. */
	readonly back: EveningBlock | undefined;
	/** Whether the beat is about that other day. */
	readonly backNow: boolean;
	/** The thread that leaves something out, when it has fallen. */
	readonly untold: EveningThread | undefined;
	/** How many words a block has, in words. */
	readonly countOf: (block: EveningBlock) => string;
}

export function toldAt({ pictures, order, scene }: PictureInput): Told {
	const { evening, words } = pictures;
	const here = order.indexOf(scene.beat);
	const isReached = (beat: string | undefined) => beat !== undefined && order.indexOf(beat) <= here;
	const own = evening.blocks.filter(({ beats }) => beats.some(({ id }) => id === scene.beat));
	const lit = evening.lit[scene.beat] ?? own.map(({ id }) => id);
	const stateOf = ({ id, beats }: EveningBlock): Reached => {
		if (lit.includes(id)) return 'now';
		return isReached(beats[0]?.id) ? 'read' : 'ahead';
	};
	const threads = evening.threads.filter(({ beat }) => isReached(beat));
	const expected = threads.find((thread) => thread.expected);
	const back = evening.blocks.find(({ id }) => id === evening.lookingBack);
	return {
		stateOf,
		threads,
		expected,
		over: scene.sectionNumber === null && expected !== undefined,
		back: back && stateOf(back) !== 'ahead' ? back : undefined,
		backNow: own.some(({ id }) => id === evening.lookingBack),
		untold: threads.find(({ beat }) => beat === evening.untold),
		countOf: (block) => formatMessage(words, 'eveningWords', { n: block.words })
	};
}

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
