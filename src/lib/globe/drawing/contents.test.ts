import { describe, expect, it } from 'vitest';
import type { MapScene } from '$lib/model/map-scene';
import { contentsOf } from './contents';

const scene: MapScene = {
	view: { center: [0, 0], km: [1000, 1000] },
	marks: [
		{ place: 'santiago', kind: 'named', at: [-75.8, 20], label: 'Santiago de Cuba', focus: true },
		{ place: 'guantanamo', kind: 'context', at: [-75, 20], label: 'Guantánamo', focus: false }
	],
	areas: [
		{ region: 'proposed_zone', countries: ['032'], style: 'zone', name: 'The proposed zone' },
		{ region: 'paraguay', countries: ['600'], style: 'rumour', name: 'Paraguay' }
	],
	lines: [
		{
			id: 'a',
			style: 'great-circle',
			points: [[0, 0]],
			arrow: true,
			label: '9,585 km',
			ends: ['Havana', 'Moscow']
		},
		{ id: 'b', style: 'schematic', points: [[0, 0]], arrow: false, label: null, ends: null }
	],
	rings: [
		{ id: 'r7', center: [0, 0], radiusKm: 8000, bearings: null, style: 'range', label: '8,000 km' }
	],
	names: [{ id: 'cuba', kind: 'country', at: [0, 0], text: 'Cuba', focus: false }],
	territories: [{ id: 'bahamas', at: [0, 0], text: 'Bahamas (UK)', widest: 3000 }],
	night: false
};

describe('contentsOf', () => {
	it('lists every mark, filled state, named line, ring and territory, marks first', () => {
		expect(contentsOf(scene).map(({ text, sign }) => [text, sign])).toEqual([
			['Santiago de Cuba', 'named'],
			['Guantánamo', 'context'],
			['The proposed zone', 'zone'],
			['Paraguay', 'rumour'],
			['9,585 km', 'great-circle'],
			['8,000 km', 'range'],
			['Bahamas (UK)', 'territory']
		]);
	});

	it('says what a line joins and where its arrow points', () => {
		expect(contentsOf(scene).find(({ sign }) => sign === 'great-circle')).toMatchObject({
			ends: ['Havana', 'Moscow'],
			to: 'Moscow'
		});
	});

	it('leaves out a territory beside the view, and one whose place is marked', () => {
		const territories = [
			{ id: 'bahamas', at: [30, 0], text: 'Bahamas (UK)', widest: 3000 },
			{ id: 'guantanamo', at: [0, 0], text: 'Guantánamo (US)', widest: 3000 }
		] as const;
		expect(contentsOf({ ...scene, territories }).map(({ text }) => text)).toEqual(
			contentsOf({ ...scene, territories: [] }).map(({ text }) => text)
		);
	});

	it('says what the passage is about, and which card a mark has', () => {
		const [santiago, guantanamo] = contentsOf(scene);
		expect(santiago).toMatchObject({ focus: true, place: 'santiago' });
		expect(guantanamo).toMatchObject({ focus: false, place: 'guantanamo' });
	});
});
