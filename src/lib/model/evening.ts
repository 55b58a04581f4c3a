import type { EveningBlock, EveningThread, Pictures } from './pictures';
import type { Scene } from './story';
import { formatMessage, type WordsOf } from './words';

/** `ahead`: the reader has not come so far. */
export type Reached = 'ahead' | 'read' | 'now';

interface EveningInput {
	readonly pictures: Pick<Pictures, 'evening'> & { readonly words: WordsOf<'eveningWords'> };
	/** Ids of all beats, in their order. */
	readonly order: readonly string[];
	readonly scene: Pick<Scene, 'beat' | 'sectionNumber'>;
}

/** What of the evening is told so far, and what a beat is about. */
export interface EveningTold {
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

/** What of the evening a reader knows who has come to a passage: the picture and its list say no more. */
export function toldAt({ pictures, order, scene }: EveningInput): EveningTold {
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
