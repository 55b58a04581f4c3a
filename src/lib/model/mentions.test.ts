import { describe, expect, it } from 'vitest';
import { mentionsIn } from './mentions';
import type { Passage, Run } from './prose';

const link = (card: string): Run => ({ text: card, card });
const passage = (...runs: Run[]): Passage => ({
	paragraph: 'p01',
	label: '¶1',
	name: 'Paragraph 1',
	named: false,
	begins: true,
	midSentence: false,
	runs
});
const mentionsOf = mentionsIn([
	{ id: 'one', passages: [], narration: [[link('term-il-28')]] },
	{
		id: 'two',
		passages: [passage({ text: 'cde. ' }, link('person-guevara')), passage(link('person-guevara'))],
		narration: [[{ text: 'so' }], [link('person-guevara'), link('place-havana')]]
	},
	{ id: 'three', passages: [passage(link('term-il-28'))], narration: [] }
]);

describe('the passages that name an entry', () => {
	it('are each there once, the telegram before our narration', () => {
		expect(mentionsOf('person-guevara')).toEqual({ telegram: ['two'], narration: [] });
		expect(mentionsOf('place-havana')).toEqual({ telegram: [], narration: ['two'] });
	});

	it('stand in the order of the story', () => {
		expect(mentionsOf('term-il-28')).toEqual({ telegram: ['three'], narration: ['one'] });
	});

	it('are none for what nobody names', () => {
		expect(mentionsOf('person-nehru')).toEqual({ telegram: [], narration: [] });
	});
});

describe('names in plain words', () => {
	const names = new Map([
		['person-mikoyan', ['Anastas Mikoyan', 'Mikoyan']],
		['person-sergo_mikoyan', ['Sergo Mikoyan', 'Sergo']],
		['person-fidel_castro', ['Fidel Castro', 'Castro', 'Fidel']],
		['person-raul_castro', ['Raúl Castro', 'Raúl']],
		['person-pliyev', ['Pavlov']],
		['term-pavlov', ['Pavlov']],
		['term-cde', ['cde.']]
	]);
	const told = (...narration: Run[]) =>
		mentionsIn([{ id: 'told', passages: [], narration: [narration] }], names);
	const countsIn = (text: string, card: string) => told({ text })(card).narration.length;

	it('count, with what stands around them', () => {
		expect(countsIn('So Castro’s answer', 'person-fidel_castro')).toBe(1);
		expect(countsIn('“Pavlov” is a cover name', 'person-pliyev')).toBe(1);
		expect(countsIn('to cde. Pavlov', 'term-cde')).toBe(1);
	});

	it('do not count within a longer name', () => {
		expect(countsIn('Raúl Castro is away', 'person-raul_castro')).toBe(1);
		expect(countsIn('Raúl Castro is away', 'person-fidel_castro')).toBe(0);
		expect(countsIn('his son, Sergo Mikoyan', 'person-mikoyan')).toBe(0);
		expect(countsIn('Sergo Mikoyan and Anastas Mikoyan', 'person-mikoyan')).toBe(1);
	});

	it('do not count within a longer word, with an accent or without', () => {
		expect(countsIn('the Castroists', 'person-fidel_castro')).toBe(0);
		expect(countsIn('Fidelísimo', 'person-fidel_castro')).toBe(0);
		expect(countsIn('Raúlito', 'person-raul_castro')).toBe(0);
	});

	it('do not count with a full stop that is not there', () => {
		expect(countsIn('cdes', 'term-cde')).toBe(0);
	});

	it('count for a term where the same words link to a person', () => {
		const mentionsOf = told({ text: 'Pavlov', card: 'person-pliyev' });
		expect(mentionsOf('term-pavlov').narration).toEqual(['told']);
	});

	it('count for nobody else where they link to somebody', () => {
		const mentionsOf = told({ text: 'Castro', card: 'person-raul_castro' });
		expect(mentionsOf('person-fidel_castro').narration).toEqual([]);
		expect(mentionsOf('person-raul_castro').narration).toEqual(['told']);
	});

	it('stand with the telegram where both name somebody', () => {
		const mentionsOf = mentionsIn(
			[
				{
					id: 'both',
					passages: [passage({ text: 'and Castro agreed' })],
					narration: [[{ text: 'Castro' }]]
				}
			],
			names
		);
		expect(mentionsOf('person-fidel_castro')).toEqual({ telegram: ['both'], narration: [] });
	});
});
