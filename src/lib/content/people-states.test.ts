import { describe, expect, it } from 'vitest';
import { peopleByBeat } from './people-states';
import type { Facts } from './schema';

const beat = (id: string, part: object = {}) => ({
	id,
	speech: [],
	mentioned: [],
	...part
});
const story = {
	seated: { opens: 'b', first: ['mikoyan'], hosts: 'c', chairs: 'd' },
	sections: [
		{
			beats: [
				beat('a'),
				beat('b', { speech: [{ from: 'mikoyan', to: 'cubans', act: 'says' }] }),
				beat('c', {
					speech: [
						{ from: 'mikoyan', to: 'cubans', act: 'says' },
						{ from: 'cubans', to: 'unstated', act: 'says' }
					]
				}),
				beat('d', {
					speech: [
						{ from: 'guevara', to: 'mikoyan', act: 'says' },
						{ from: 'guevara', to: 'fidel', act: 'says' }
					],
					mentioned: ['kennedy', 'guevara']
				})
			]
		}
	]
} as unknown as Facts['story.yaml'];
const people = {
	mikoyan: { seat: 'soviet' },
	guevara: { seat: 'cuban' },
	fidel: { seat: 'chair' },
	kennedy: { seat: 'away' }
} as unknown as Facts['people.yaml'];

describe('peopleByBeat', () => {
	const [a, b, c, d] = peopleByBeat(story, people);

	it('shows nobody before the telegram names them', () => {
		expect(a).toEqual({});
		expect(b).not.toHaveProperty('guevara');
	});

	it('lights a side for what all of it says or hears, and none of its people', () => {
		expect(b).toEqual({ mikoyan: 'speaking', cubans: 'addressed' });
		expect(c).toEqual({ mikoyan: 'speaking', guevara: 'present', cubans: 'speaking' });
	});

	it('keeps an empty chair empty, and lets speaking win', () => {
		expect(d).toEqual({
			mikoyan: 'addressed',
			guevara: 'speaking',
			fidel: 'absent',
			kennedy: 'mentioned'
		});
	});
});
