import type { PictureWords } from '$lib/model/picture-words';
import type { Evening, Pictures } from '$lib/model/pictures';
import type { Scene } from '$lib/model/story';
import { formatMessage } from '$lib/model/words';

/** A stretch of the band, one passage or what of a subject is not read: percent of its length. */
interface BandPart {
	readonly key: string;
	readonly from: number;
	readonly length: number;
	/** `now` is the present passage, `read` and `ahead` the others. */
	readonly state: 'read' | 'now' | 'ahead';
}

/** A subject, percent of the band's length. */
interface BandBlock {
	readonly id: string;
	readonly from: number;
	readonly length: number;
	/** Whether the present passage belongs to it. */
	readonly here: boolean;
}

/** A sign at an end of the band, or behind it. */
export interface BandSign {
	readonly kind: 'worked-out' | 'told' | 'expected';
	/** Percent of the band's length. */
	readonly at: number;
	readonly now: boolean;
}

/** What each sign is called, keys of `ui.yaml`. */
export const SIGN_WORDS = {
	'worked-out': 'eveningSeven',
	told: 'eveningMidnight',
	expected: 'eveningExpected'
} as const satisfies Record<BandSign['kind'], keyof PictureWords>;

/** A thread of Monday that has fallen into the evening. */
interface BandThread {
	readonly beat: string;
	/** Percent of the band's length. */
	readonly at: number;
	readonly now: boolean;
}

export interface Band {
	readonly parts: readonly BandPart[];
	/** Subjects, as outlines. */
	readonly blocks: readonly BandBlock[];
	readonly signs: readonly BandSign[];
	readonly threads: readonly BandThread[];
	/** One line: where we are, and what kind of hour it is. */
	readonly line: string;
	/** The sign of that hour; `monday` for the line of a thread. Null where no hour has a sign. */
	readonly sign: BandSign['kind'] | 'monday' | null;
}

/** Where the evening begins and ends on the band, and 3:30 on Monday, percent. Left and right of them signs have room. */
const AT = { from: 4, to: 85, expected: 97 } as const;
/** From an end of the band to its sign, percent. */
const BESIDE = 2;
/** The least that is seen of the present passage: one has six words, percent. */
const LEAST = 1;
/** Between two subjects, percent. */
const GAP = 0.5;

/** Signs of the moments of `clock.yaml`; an evening's order has its subject in red. */
const SIGN_OF: Readonly<Record<string, Band['sign']>> = {
	arrival: 'worked-out',
	midnight: 'told',
	monday: 'monday',
	expected: 'expected'
};

/** The subject of a passage, or what falls in from Monday there; empty outside of the evening. */
const subjectOf = ({ blocks, threads }: Evening, beat: string): string =>
	blocks.find(({ beats }) => beats.some(({ id }) => id === beat))?.label ??
	threads.find((thread) => thread.beat === beat)?.label ??
	'';

/**
 * The evening as a slim band: subjects long as their words, read passages filled.
 *
 * @param order ids of all beats
 */
export function bandOf(
	{ evening, words }: Pick<Pictures, 'evening' | 'words'>,
	order: readonly string[],
	{ beat, clock }: Pick<Scene, 'beat' | 'clock'>
): Band {
	const place = order.indexOf(beat);
	const total = evening.blocks.reduce((sum, block) => sum + block.words, 0);
	const perWord = (AT.to - AT.from - GAP * (evening.blocks.length - 1)) / total;
	const parts: BandPart[] = [];
	let at: number = AT.from;
	const blocks = evening.blocks.map(({ id, words, beats }) => {
		let from = at;
		for (const passage of beats) {
			const length = passage.words * perWord;
			const reached = order.indexOf(passage.id);
			const state = reached === place ? 'now' : reached < place ? 'read' : 'ahead';
			const seen = state === 'now' ? Math.max(length, LEAST) : length;
			parts.push({ key: passage.id, from: from + length - seen, length: seen, state });
			from += length;
		}
		const here = beats.some((passage) => passage.id === beat);
		const block = { id, from: at, length: words * perWord, here };
		at += block.length + GAP;
		return block;
	});
	const threads = evening.threads
		.filter((thread) => order.indexOf(thread.beat) <= place)
		.map((thread): BandThread => {
			const next = blocks[thread.after];
			return {
				beat: thread.beat,
				at: next ? next.from - GAP / 2 : (AT.to + AT.expected) / 2,
				now: thread.beat === beat
			};
		});
	const hour = evening.hours[clock];
	const subject = subjectOf(evening, beat);
	return {
		parts,
		blocks,
		threads,
		signs: [
			{ kind: 'worked-out', at: AT.from - BESIDE, now: false },
			{ kind: 'told', at: AT.to + BESIDE, now: clock === 'midnight' },
			{ kind: 'expected', at: AT.expected, now: clock === 'expected' }
		],
		sign: SIGN_OF[clock] ?? null,
		line:
			subject && hour
				? formatMessage(words, 'eveningHere', { subject, hour: hour.short })
				: (hour?.label ?? '')
	};
}
