import { expect, it } from 'vitest';
import { citations, citedBy } from './cited-by';

const cited = citedBy([
	{ works: ['A', 'B', 'A'], group: 'People', href: '../people/#x', text: 'X' },
	{ works: ['A'], group: 'Notes', href: '../#rumour', text: 'The rumour' },
	{ works: ['A'], group: 'Notes', href: '../#rumour', text: 'The rumour' },
	{ works: ['A'], group: 'People', href: '../people/#y', text: 'Y' }
]);

it('lists what rests on a work by kind, each address once', () => {
	expect(cited.get('A')).toEqual([
		{
			group: 'People',
			links: [
				{ href: '../people/#x', text: 'X' },
				{ href: '../people/#y', text: 'Y' }
			]
		},
		{ group: 'Notes', links: [{ href: '../#rumour', text: 'The rumour' }] }
	]);
	expect(citations(cited.get('A'))).toBe(3);
	expect(citations(cited.get('B'))).toBe(1);
});

it('has nothing for a work that nobody cites', () => {
	expect(cited.get('C')).toBeUndefined();
	expect(citations(cited.get('C'))).toBe(0);
});
