import { describe, expect, it } from 'vitest';
import { inView } from '$lib/globe/camera/view';
import type { MapScene } from '$lib/model/map-scene';
import { spanView, withPlaces } from './under-ruler';

const shown = { place: 'goa', kind: 'named', at: [73.8, 15.5], label: 'Goa', focus: true } as const;
const scene = { marks: [shown] } as unknown as MapScene;
const places = {
	goa: { at: [73.8, 15.5], kind: 'named', marked: true, label: 'Goa' },
	macao: { at: [113.5, 22.2], kind: 'named', marked: true, label: 'Macao' }
} as const;

describe('withPlaces', () => {
	it('marks what the beat does not show yet, once, and not in red', () => {
		const { marks } = withPlaces(scene, ['macao', 'goa', 'macao', 'atlantis'], places);
		expect(marks.map(({ place, focus }) => [place, focus])).toEqual([
			['macao', false],
			['goa', true]
		]);
	});

	it('leaves the scene alone when there is nothing to add', () => {
		expect(withPlaces(scene, ['', 'goa'], places)).toBe(scene);
	});
});

describe('spanView', () => {
	it.each([
		['a short way', [-75.82, 20.02], [-75.13, 19.9]],
		['over the Arctic', [40.58, 62.93], [-77.04, 38.9]],
		['across the antimeridian', [116.4, 39.9], [-82.36, 23.14]]
	] as const)('shows both ends: %s', (_, from, to) => {
		const view = spanView(from, to);
		expect(inView(view, from)).toBe(true);
		expect(inView(view, to)).toBe(true);
	});
});
