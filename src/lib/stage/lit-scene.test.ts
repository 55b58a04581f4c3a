import { describe, expect, it } from 'vitest';
import type { MapScene } from '$lib/model/map-scene';
import { litScene } from './lit-scene';

const mark = (place: string, focus = false) =>
	({ place, kind: 'implied', at: [0, 0], label: place, focus }) as const;
const scene = { marks: [mark('havana', true), mark('goa')] } as unknown as MapScene;
const places = {
	goa: { at: [73.8, 15.5], kind: 'named', marked: true, label: 'Goa' },
	macao: { at: [113.5, 22.2], kind: 'named', marked: true, label: 'Macao' }
} as const;

describe('litScene', () => {
	it('lights a place that the beat shows already, keeping its kind of mark', () => {
		const lit = litScene(scene, 'goa', places);
		expect(lit.marks.map(({ place }) => place)).toEqual(['goa', 'havana']);
		expect(lit.marks[0]).toMatchObject({ focus: true, kind: 'implied' });
	});

	it('adds a place that the beat does not show', () => {
		expect(litScene(scene, 'macao', places).marks[0]).toMatchObject({
			place: 'macao',
			focus: true
		});
	});

	it('leaves the scene alone without a touch or for a place nobody knows', () => {
		expect(litScene(scene, null, places)).toBe(scene);
		expect(litScene(scene, 'atlantis', places)).toBe(scene);
	});

	it('puts no dot on what is no point', () => {
		const region = { continent: { ...places.goa, marked: false } };
		expect(litScene(scene, 'continent', region)).toBe(scene);
	});
});
