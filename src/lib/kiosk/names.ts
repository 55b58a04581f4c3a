import type { FlowBeat, Run } from '$lib/story/types';

/** A card and what its button says. */
export interface NamedCard {
	readonly card: string;
	readonly name: string;
}

/**
 * The cards that the words of a beat lead to, each once, in the order of the words.
 *
 * @param nameOf the name of a card, by its id (`person-guevara`)
 */
export function namesIn(
	beat: Pick<FlowBeat, 'passages' | 'narration'>,
	nameOf: (card: string) => string | undefined
): NamedCard[] {
	const runs: readonly Run[] = [
		...beat.passages.flatMap((passage) => passage.runs),
		...beat.narration.flat()
	];
	return [...new Set(runs.flatMap(({ card }) => card ?? []))].map((card) => ({
		card,
		name: nameOf(card) ?? card
	}));
}
