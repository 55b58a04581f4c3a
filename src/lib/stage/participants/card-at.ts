import type { ParticipantCard } from '$lib/model/pictures';

/**
 * The card of those whose words are being read: of those whose words in the telegram begin above the reading line the last.
 *
 * @param beat id of the passage in the page
 * @param progress how much of the passage has passed the reading line, 0 to 1
 * @returns its index; 0 above the first words, and where the passage is not in the page
 */
export function cardAt(cards: readonly ParticipantCard[], beat: string, progress: number): number {
	const passage = document.getElementById(beat);
	const words = passage?.querySelectorAll('[data-telegram]') ?? [];
	const [first, last] = [words[0], words[words.length - 1]];
	if (!passage || !first || !last) return 0;
	const box = passage.getBoundingClientRect();
	const { top } = first.getBoundingClientRect();
	const height = last.getBoundingClientRect().bottom - top;
	const read = (box.top + progress * box.height - top) / height;
	let [at, latest] = [0, -Infinity];
	for (const [i, { from }] of cards.entries()) {
		if (from !== undefined && from <= read && from > latest) [at, latest] = [i, from];
	}
	return at;
}
