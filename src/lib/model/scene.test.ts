import { describe, expect, it } from 'vitest';
import { sceneAt } from './scene';
import type { Beat, Story } from './story';

const beat = (id: string, section: string): Beat =>
	({
		id,
		section,
		map: { view: id },
		people: { mikoyan: 'speaking' },
		panel: null,
		ruler: null,
		clock: 'talk',
		told: null
	}) as unknown as Beat;
const story = {
	sections: [
		{ id: 'prologue', number: null },
		{ id: 's01', number: 1 }
	],
	beats: [beat('cover', 'prologue'), beat('invitation', 's01')]
} as unknown as Story;

describe('sceneAt', () => {
	it('gives the beat, its section and its whole furniture', () => {
		expect(sceneAt(story, { beat: 1, progress: 0.4 })).toEqual({
			beat: 'invitation',
			index: 1,
			section: 's01',
			sectionNumber: 1,
			map: { view: 'invitation' },
			people: { mikoyan: 'speaking' },
			panel: null,
			ruler: null,
			clock: 'talk',
			told: null
		});
	});

	it('depends on the position alone, not on the way there', () => {
		const first = sceneAt(story, { beat: 1, progress: 0 });
		sceneAt(story, { beat: 0, progress: 0.9 });
		expect(sceneAt(story, { beat: 1, progress: 0.7 })).toEqual(first);
	});

	it.each([
		[-3, 'cover'],
		[NaN, 'cover'],
		[0.9, 'cover'],
		[99, 'invitation'],
		[Infinity, 'invitation'],
		[-Infinity, 'cover']
	])('answers an impossible position %d with %s', (index, id) => {
		expect(sceneAt(story, { beat: index, progress: 0 }).beat).toBe(id);
	});

	it('says so when there is no story', () => {
		expect(() => sceneAt({ ...story, beats: [] }, { beat: 0, progress: 0 })).toThrow(/no beats/);
	});
});
