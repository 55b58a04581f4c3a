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
