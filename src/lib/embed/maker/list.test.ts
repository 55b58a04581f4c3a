import { describe, expect, it } from 'vitest';
import type { EmbedThing } from './data';
import { groupsOf } from './list';

const thing = (part: Partial<EmbedThing>): EmbedThing => ({
	...{ id: '', kind: 'beat', title: '', section: '', about: '', where: '', pictured: '' },
	...{ pictureAlt: '', sentences: [], pages: 1 },
	...part
});
const THINGS = [
	thing({ id: 'cover', title: 'An evening without Fidel', section: 'Before you read' }),
	thing({ id: 'rumour', title: 'A missile base in Paraguay?', section: 'The base in Paraguay' }),
	thing({ id: 'fifty', title: 'Fifty of them', section: 'The base in Paraguay' }),
	thing({ id: 'person-dorticos', kind: 'person', title: 'Osvaldo Dorticós', about: 'Host' })
];
const found = (kind: EmbedThing['kind'], wanted: string) =>
	groupsOf(THINGS, kind, wanted).map(({ section, things }) => [
		section,
		things.map(({ id }) => id)
	]);

describe('the list of what can be embedded', () => {
	it('holds one kind, by section, in its order', () => {
		expect(found('beat', '')).toEqual([
			['Before you read', ['cover']],
			['The base in Paraguay', ['rumour', 'fifty']]
		]);
	});

	it('is searched by all words, in titles, sections and what else it says, without accents and capitals', () => {
		expect(found('beat', 'BASE fifty')).toEqual([['The base in Paraguay', ['fifty']]]);
		expect(found('person', 'dorticos host')).toEqual([['', ['person-dorticos']]]);
		expect(found('beat', 'dorticos')).toEqual([]);
	});
});
