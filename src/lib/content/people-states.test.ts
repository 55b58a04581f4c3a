import { describe, expect, it } from 'vitest';
import { peopleByBeat } from './people-states';
import type { Facts } from './schema';

const beat = (id: string, part: object = {}) => ({
	id,
	speaking: [],
	addressed: [],
	mentioned: [],
	...part
});
const story = {
	seated: { opens: 'b', first: ['mikoyan'], hosts: 'c', chairs: 'd' },
	sections: [
		{
			beats: [
				beat('a'),
				beat('b', { speaking: ['mikoyan'] }),
				beat('c'),
				beat('d', {
					speaking: ['guevara'],
					addressed: ['mikoyan', 'fidel'],
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
		expect(c).toEqual({ mikoyan: 'present', guevara: 'present' });
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
