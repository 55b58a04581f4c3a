import { describe, expect, it } from 'vitest';
import type { MapScene } from '$lib/model/map-scene';
import { legendOf } from './legend';

const scene = {
	marks: [
		{ kind: 'implied', focus: false },
		{ kind: 'named', focus: true },
		{ kind: 'named', focus: false }
	],
	areas: [{ style: 'zone' }],
	lines: [{ style: 'great-circle', arrow: true }],
	rings: [{ style: 'range' }],
	territories: []
} as unknown as MapScene;

describe('the legend', () => {
	it('explains what the scene shows, once, in a fixed order', () => {
		expect(legendOf(scene)).toEqual([
			'focus',
			'named',
			'implied',
			'zone',
			'great-circle',
			'arrow',
			'range'
		]);
	});

	it('explains the ruler while it lies on the map, and what the reader chose', () => {
		const lines = [{ style: 'ruler', arrow: false }];
		const marks = [{ kind: 'named', focus: false, chosen: true }];
		expect(legendOf({ ...scene, rings: [], lines, marks } as unknown as MapScene)).toEqual([
			'chosen',
			'named',
			'zone',
			'ruler'
		]);
	});

	it('is empty for an empty map', () => {
		expect(
			legendOf({
				marks: [],
				areas: [],
				lines: [],
				rings: [],
				territories: []
			} as unknown as MapScene)
		).toEqual([]);
	});
});
