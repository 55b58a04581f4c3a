import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { PersonCard } from '$lib/model/prose';
import type { Words } from '$lib/model/words';
import PersonWords from './PersonWords.svelte';

const words = {
	lang: 'en',
	personSpeaks: {
		one: 'Reported to speak in {n} passage.',
		other: 'Reported to speak in {n} passages.'
	},
	personSpeaksNever: 'No words are reported under this name.',
	confidence: '{confidence}',
	confidenceProbable: 'probable'
} as unknown as Words;
const person = {
	id: 'roa',
	name: 'Roa',
	inTelegram: [],
	bio: [],
	cautions: [],
	confidence: 'probable',
	sources: []
};

/** What the card says of somebody who speaks in so many passages. */
async function cardOf(speaksIn: number | null): Promise<string> {
	const { container } = await render(PersonWords, {
		props: { person: { ...person, speaksIn } as unknown as PersonCard, words }
	});
	return container.textContent;
}

describe('the card of a person', () => {
	it.each([
		[17, 'Reported to speak in 17 passages.'],
		[1, 'Reported to speak in 1 passage.'],
		[0, 'No words are reported under this name.']
	])('says of one at the table who speaks in %i passages: %s', async (n, sentence) => {
		expect(await cardOf(n)).toContain(sentence);
	});

	it('counts nothing of those who were not there', async () => {
		expect(await cardOf(null)).not.toMatch(/reported/i);
	});
});
