import type { FlowBeat, Run } from '$lib/model/prose';

/** A card and what its button says. */
export interface NamedCard {
	readonly card: string;
	readonly name: string;
}

/**
 * The cards that the words of a beat and the marks on its map lead to, each once: first those of the words, in their
 * order. Words and map are out of reach and small; the list of these is neither.
 *
 * @param places ids of the places marked on the map
 * @param nameOf the name of a card, by its id (`person-guevara`)
 */
export function namesIn(
	beat: Pick<FlowBeat, 'passages' | 'narration'>,
	places: readonly string[],
	nameOf: (card: string) => string | undefined
): NamedCard[] {
	const runs: readonly Run[] = [
		...beat.passages.flatMap((passage) => passage.runs),
		...beat.narration.flat()
	];
	const inWords = runs.flatMap(({ card }) => card ?? []);
	const onMap = places.map((id) => `place-${id}`).filter(nameOf);
	return [...new Set([...inWords, ...onMap])].map((card) => ({ card, name: nameOf(card) ?? card }));
}
