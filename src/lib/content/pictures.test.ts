import { describe, expect, it } from 'vitest';
import { checkContent } from './check';
import { readContent } from './files';
import { buildPictures } from './pictures';
import { countWords } from './prose';
import { wordsOfBeat } from './telegram';

const content = checkContent(readContent());
const pictures = buildPictures(content, 'en');

it('has who stands outside the room in the words of the language', () => {
	const { outside } = content.words.get('en')?.['story.yaml'] ?? {};
	expect(pictures.outside).toEqual({ 'donated-blood': outside?.['chinese-embassy'] });
	expect(pictures.outside['donated-blood']).toMatch(/embassy/);
});

describe('the evening', () => {
	const { blocks, threads, business } = pictures.evening;

	it('is as long as the words of its passages', () => {
		for (const { beats, words } of blocks) {
			const own = beats.reduce(
				(sum, { id }) => sum + countWords(wordsOfBeat(content.passages, id)),
				0
			);
			expect(words).toBe(own);
		}
	});

	it('announces the business in fewer words than China has', () => {
		const words = (id: string) => blocks.find((block) => block.id === id)?.words ?? 0;
		expect(words(business)).toBeGreaterThan(0);
		expect(words('china')).toBeGreaterThan(5 * words(business));
	});

	it('has the threads of Monday where the telegram has them', () => {
		expect(
			threads.map(({ beat, after, expected }) => [beat, blocks[after - 1]?.id, expected])
		).toEqual([
			['bracket', 'planes', false],
			['no-need', 'party', false],
			['three-thirty', 'films', true]
		]);
	});
});

describe('the line of evidence', () => {
	const { paragraphs, absent } = pictures.evidence;

	it('has all sixteen paragraphs and every weighed claim once, inside its paragraph', () => {
		expect(paragraphs).toHaveLength(16);
		const claims = paragraphs.flatMap((paragraph) =>
			paragraph.claims.map((claim) => ({ ...claim, of: paragraph }))
		);
		expect(claims.map(({ id }) => id).toSorted()).toEqual(
			Object.keys(content.facts['evidence.yaml']).toSorted()
		);
		for (const { from, words, of } of claims) {
			expect(words).toBeGreaterThan(0);
			expect(from + words).toBeLessThanOrEqual(of.words);
		}
	});

	it('names outside the sheet only what the telegram does not name', () => {
		const telegram = content.passages.map(({ source }) => source).join(' ');
		expect(absent).toHaveLength(4);
		for (const name of absent) expect(telegram).not.toContain(name.split(' ').at(-1));
	});
});

describe('the cards of the participants', () => {
	it('stand in every beat that reports an exchange, with a line for each who speaks', () => {
		for (const [beat, speech] of Object.entries(pictures.speech)) {
			const cards = pictures.cards[beat] ?? [];
			for (const { from } of speech) {
				const card = cards.find(({ id }) => id === from);
				expect(card, `${from} at ${beat}`).toBeDefined();
				expect(card?.kind).toBe('speaks');
				expect(card?.line.length).toBeGreaterThan(0);
				expect(card?.line.length).toBeLessThanOrEqual(90);
			}
		}
	});

	it('know where in the words they are reported or named', () => {
		const partsOf = (beat: string) =>
			Object.fromEntries((pictures.cards[beat] ?? []).map(({ id, from }) => [id, from]));
		const { mikoyan = 1, guevara = 0 } = partsOf('rumour');
		expect(mikoyan).toBeLessThan(guevara);
		// The words about the second begin with those about the first.
		const { dorticos = 1, aragones = 0 } = partsOf('building-a-party');
		expect(dorticos).toBeLessThan(aragones);
		const { kennedy = 1, malinovsky = 0 } = partsOf('the-order');
		expect(kennedy).toBeLessThan(malinovsky);
	});

	it('count at the end who is reported to speak, and name those who never are', () => {
		const [most, less, never] = pictures.cards['left-out'] ?? [];
		const spoken = (id: string) =>
			Object.values(pictures.speech).filter((speech) => speech.some(({ from }) => from === id))
				.length;
		expect(most?.id).toBe('mikoyan');
		expect(most?.line).toContain(String(spoken('mikoyan')));
		expect(less?.line).toContain(`Guevara (${spoken('guevara')})`);
		expect(never?.line).toMatch(/Alekseyev.*Rodríguez.*Roa/);
	});

	it('tell those who are only spoken of from those who speak', () => {
		const spokenOf = Object.values(pictures.cards)
			.flat()
			.filter(({ kind }) => kind === 'spoken-of')
			.map(({ id }) => id);
		expect(spokenOf).toEqual(expect.arrayContaining(['kennedy', 'malinovsky', 'pliyev', 'nehru']));
		expect(spokenOf).not.toContain('mikoyan');
	});
});
