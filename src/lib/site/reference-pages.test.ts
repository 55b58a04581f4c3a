import { describe, expect, it } from 'vitest';
import { glossaryPage, peoplePage, placesPage, timelinePage } from './reference-pages';

const beatsOf = (links: readonly { readonly beat: string }[]) => links.map(({ beat }) => beat);
const entryOf = <Entry extends { readonly id: string }>(
	{ entries }: { readonly entries: readonly Entry[] },
	id: string
): Entry => {
	const found = entries.find((entry) => entry.id === id);
	if (!found) throw new Error(`The page has no entry “${id}”.`);
	return found;
};

describe('the page of people', () => {
	const people = peoplePage('en');

	it('leads to every passage that names somebody, linked or not', () => {
		const kennedy = entryOf(people, 'kennedy');
		expect(beatsOf(kennedy.person.inTelegram)).toEqual(['the-order']);
		expect(beatsOf(kennedy.narrated)).toEqual([
			'october',
			'important-information',
			'bracket',
			'unfinished-meeting'
		]);
	});

	it('takes “Castro” for Fidel, and neither Raúl for Fidel nor Sergo for his father', () => {
		expect(beatsOf(entryOf(people, 'fidel_castro').narrated)).toContain('no-need');
		const raul = entryOf(people, 'raul_castro');
		expect(beatsOf([...raul.namedAlso, ...raul.narrated])).toEqual([]);
		const sergo = entryOf(people, 'sergo_mikoyan');
		expect(beatsOf([...sergo.namedAlso, ...sergo.narrated])).toEqual([]);
	});

	it('takes no other ambassador for the Soviet one', () => {
		expect(beatsOf(entryOf(people, 'alekseyev').narrated)).toEqual(['hosts']);
	});
});

describe('the page of places', () => {
	const places = placesPage('en');

	it('tells the telegram from the narration and from the map, each passage once', () => {
		const macao = entryOf(places, 'macao');
		expect(beatsOf(macao.told)).toEqual(['macao-goa']);
		expect(beatsOf(macao.narrated)).toEqual(['hong-kong']);
		expect(beatsOf(macao.marked)).toEqual([]);
	});

	it('leads to other entries', () => {
		expect(entryOf(places, 'goa').see).toContainEqual({
			href: '../people/#nehru',
			text: 'Jawaharlal Nehru'
		});
	});
});

describe('the glossary', () => {
	const glossary = glossaryPage('en');

	it('leads to the words of a term where they link to somebody', () => {
		expect(beatsOf(entryOf(glossary, 'pavlov').told)).toEqual(['pavlov']);
	});

	it('takes no everyday word for a term', () => {
		expect(beatsOf(entryOf(glossary, 'resolution').told)).toEqual(['brazil-plan']);
		expect(beatsOf(entryOf(glossary, 'line').narrated)).toEqual([]);
	});

	it('says of each term how sure it is, or where the meaning comes from', () => {
		expect(glossary.entries.filter(({ sure }) => sure === '')).toEqual([]);
	});
});

it('leads from an event to the passages that tell of it, in the order of the story', () => {
	const timeline = timelinePage('en');
	expect(beatsOf(entryOf(timeline, '1962-10-22-washington').passages)).toEqual([
		'october',
		'the-order'
	]);
	expect(beatsOf(entryOf(timeline, '1962-10-24-atlantic').passages)).toEqual([]);
});
