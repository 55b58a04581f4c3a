import type { Exchange } from '$lib/model/speech';

/**
 * In how many passages a person is reported to speak under their own name. What a whole side says counts for none of its people.
 *
 * @param beats of the story, each with the exchanges of its words
 * @param person id
 */
export const passagesSpoken = (
	beats: readonly { readonly speech: readonly Exchange[] }[],
	person: string
): number => beats.filter(({ speech }) => speech.some(({ from }) => from === person)).length;
