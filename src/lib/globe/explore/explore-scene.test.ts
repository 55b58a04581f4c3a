import { describe, expect, it } from 'vitest';
import type { Atlas } from '$lib/model/story';
import type { MapScene } from '$lib/model/map-scene';
import { exploreScene } from './explore-scene';

const name = (id: string, text: string) =>
	({ id, kind: 'country', at: [0, 0], text, focus: false }) as const;
const scene = {
	marks: [{ place: 'havana', kind: 'named', at: [-82, 23], label: 'Havana', focus: true }],
	names: [name('cuba_west', 'Cuba')],
	territories: [],
	night: true
} as unknown as MapScene;
const atlas: Atlas = {
	places: {
		havana: { at: [-82, 23], kind: 'named', marked: true, label: 'Havana' },
		latin_america: { at: [-60, -15], kind: 'named', marked: false, label: 'Latin America' },
		moscow: { at: [37, 55], kind: 'named', marked: true, label: 'Moscow' }
	},
	names: [name('cuba', 'Cuba'), name('china', 'China'), name('china_world', 'China')],
	territories: [{ id: 'bahamas', at: [-78, 25], text: 'Bahamas (UK)', widest: 3000 }]
};

describe('exploreScene', () => {
	it('shows every place once, those of the passage first and still in red', () => {
		const { marks } = exploreScene(scene, atlas);
		expect(marks.map(({ place, focus }) => [place, focus])).toEqual([
			['havana', true],
			['moscow', false]
		]);
	});

	it('puts what the reader chose first, ringed, and in red only if the passage is about it', () => {
		const [first, second] = exploreScene(scene, atlas, 'moscow').marks;
		expect(first).toMatchObject({ place: 'moscow', chosen: true, focus: false });
		expect(second).toMatchObject({ place: 'havana', focus: true });
		expect(exploreScene(scene, atlas, 'havana').marks[0]).toMatchObject({
			chosen: true,
			focus: true
		});
		expect(exploreScene(scene, atlas, 'latin_america').marks).toHaveLength(2);
	});

	it('writes a name once, where the passage has it', () => {
		expect(exploreScene(scene, atlas).names.map(({ id }) => id)).toEqual(['cuba_west', 'china']);
	});

	it('writes no words that somebody says, of this passage or of another', () => {
		const words = (id: string) => ({ ...name(id, `“${id}”`), kind: 'words' }) as const;
		const { names } = exploreScene(
			{ ...scene, names: [...scene.names, words('here')] },
			{ ...atlas, names: [...atlas.names, words('there')] }
		);
		expect(names.map(({ text }) => text)).toEqual(['Cuba', 'China']);
	});

	it('names every territory, and is never at night', () => {
		expect(exploreScene(scene, atlas)).toMatchObject({
			night: false,
			territories: atlas.territories
		});
	});
});
