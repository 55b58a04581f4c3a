import type { FlowBeat } from './prose';

/** Passages that link to an entry: beat ids in the order of the story. */
export interface Mentions {
	/** Those whose words of the telegram do. */
	readonly telegram: readonly string[];
	/** Those where our narration alone does. */
	readonly narration: readonly string[];
}

const NONE: Mentions = { telegram: [], narration: [] };

/**
 * Finds which passages link to which entry.
 *
 * @param beats in the order of the story
 * @returns the passages of a card (`person-guevara`); none for a card that no passage links to
 */
export function mentionsIn(
	beats: readonly Pick<FlowBeat, 'id' | 'passages' | 'narration'>[]
): (card: string) => Mentions {
	const found = new Map<string, { telegram: string[]; narration: string[] }>();
	for (const { id, passages, narration } of beats) {
		const inTelegram = cardsOf(passages.flatMap(({ runs }) => runs));
		const inNarration = cardsOf(narration.flat());
		for (const card of new Set([...inTelegram, ...inNarration])) {
			const mentions = found.get(card) ?? { telegram: [], narration: [] };
			found.set(card, mentions);
			mentions[inTelegram.has(card) ? 'telegram' : 'narration'].push(id);
		}
	}
	return (card) => found.get(card) ?? NONE;
}

/** The cards that words link to, each once, in their order. */
export const cardsOf = (runs: readonly { readonly card?: string }[]): Set<string> =>
	new Set(runs.flatMap(({ card }) => card ?? []));
