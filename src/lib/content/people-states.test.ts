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
						{ from: 'cubans', to: 'mikoyan', act: 'agrees' },
						{ from: 'guevara', to: 'unstated', act: 'says' }
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
		expect(b).toEqual({ mikoyan: 'speaking' });
	});

	it('lights those who are named, and nobody for what a whole side says or hears', () => {
		expect(b).toEqual({ mikoyan: 'speaking' });
		expect(c).toEqual({ mikoyan: 'addressed', guevara: 'speaking' });
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
