import type { EvidenceMark } from '$lib/model/evidence';
import type { Evidence } from '$lib/model/pictures';

/** A stretch of the spine, CSS px from its top. */
interface Stretch {
	readonly y: number;
	readonly height: number;
}

/** The telegram from top to bottom: a tick a paragraph, as long as its words. */
export interface Spine {
	readonly paragraphs: readonly Stretch[];
	/** The part that is read, paragraph by paragraph; shorter than its tick in the last one. */
	readonly read: readonly Stretch[];
	/** The present passage; null before the first paragraph and after the last. */
	readonly now: Stretch | null;
	/** Claims up to the present passage. */
	readonly marks: readonly {
		readonly id: string;
		readonly mark: EvidenceMark;
		readonly y: number;
	}[];
	/** Claims of the whole telegram. */
	readonly total: number;
}

/** Between two paragraphs, CSS px. */
const GAP = 4;
/** The shortest tick: a paragraph of six words is seen too. */
const LEAST = 4;

/**
 * Lays the telegram along a vertical line.
 *
 * @param order ids of all beats
 * @param beat the present one
 * @param height CSS px
 */
export function drawSpine(
	{ paragraphs }: Evidence,
	order: readonly string[],
	beat: string,
	height: number
): Spine {
	const present = order.indexOf(beat);
	const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0);
	const free = height - paragraphs.length * LEAST - (paragraphs.length - 1) * GAP;
	const perWord = Math.max(free, 0) / words;
	let top = 0;
	let now: Stretch | null = null;
	const ticks: Stretch[] = [];
	const read: Stretch[] = [];
	const marks: Spine['marks'][number][] = [];
	for (const paragraph of paragraphs) {
		const tick = { y: top, height: LEAST + paragraph.words * perWord };
		const at = (word: number) => tick.y + (word / paragraph.words) * tick.height;
		ticks.push(tick);
		let before = 0;
		let known = 0;
		for (const passage of paragraph.beats) {
			const index = order.indexOf(passage.id);
			const stretch = {
				y: at(before),
				height: (passage.words / paragraph.words) * tick.height
			};
			if (index === present) now = stretch;
			before += passage.words;
			if (index < present) known = before;
		}
		if (known > 0) read.push({ y: tick.y, height: at(known) - tick.y });
		for (const claim of paragraph.claims) {
			if (order.indexOf(claim.beat) > present) continue;
			marks.push({ id: claim.id, mark: claim.mark, y: at(claim.from + claim.words / 2) });
		}
		top += tick.height + GAP;
	}
	return {
		paragraphs: ticks,
		read,
		now,
		marks,
		total: paragraphs.reduce((sum, { claims }) => sum + claims.length, 0)
	};
}
