import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { geoArea, geoContains } from 'd3';
import { describe, expect, it } from 'vitest';
import { decodeBasemap, decodeShapes } from './basemap';

const read = (name: string) => readFileSync(`src/lib/globe/data/${name}.json`, 'utf8');
const levels = { world: 26_000, detail: 66_000 };

describe.each(Object.entries(levels))('the %s map', (name, budget) => {
	const text = read(name);
	const map = decodeShapes(JSON.parse(text));

	it('has land where there is land and sea where there is sea', () => {
		const land: [number, number][] = [
			[-79, 22],
			[37.6, 55.7],
			[116.4, 39.9],
			[-47.9, -15.8],
			[78, 22],
			[-100, 40]
		];
		const sea: [number, number][] = [
			[0, 90],
			[-160, 10],
			[-40, 30],
			[80, -20],
			[73.2, 4.2],
			[-80, 17]
		];
		for (const at of land) expect(geoContains(map.land, at), String(at)).toBe(true);
		for (const at of sea) expect(geoContains(map.land, at), String(at)).toBe(false);
	});

	it('has no polygon wound the wrong way: none covers half the earth', () => {
		for (const coordinates of map.land.coordinates) {
			expect(geoArea({ type: 'Polygon', coordinates })).toBeLessThan(2 * Math.PI);
		}
	});

	it('has one hole in the land, the Caspian: a small state left out must not become a lake', () => {
		const holes = map.land.coordinates.flatMap((rings) => rings.slice(1));
		expect(holes).toHaveLength(1);
		for (const at of [
			[77.2, 35.4],
			[12.45, 43.95],
			[114.7, 4.5]
		] as [number, number][]) {
			expect(geoContains(map.land, at), String(at)).toBe(true);
		}
	});

	it('has no coast along the antimeridian, where the source cuts Chukotka in two', () => {
		const along = map.land.coordinates
			.flat()
			.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i], to]))
			.filter((edge) => edge.every((at) => Math.abs(at?.[0] ?? 0) > 179.999));
		expect(along).toEqual([]);
	});

	it('knows the states of 1962', () => {
		for (const at of [
			[44.8, 41.7],
			[69.2, 41.3],
			[30.5, 50.4]
		] as [number, number][]) {
			expect(geoContains(map.country('810') as never, at), String(at)).toBe(true);
		}
		const whole: Record<string, [number, number][]> = {
			// Belgrade, Zagreb, Skopje; Prague, Bratislava; Karachi, Dacca; Khartoum, Juba; Addis Ababa, Asmara.
			'890': [
				[20.4, 44.7],
				[16.1, 45.7],
				[21.5, 41.9]
			],
			'200': [
				[14.6, 50],
				[17.3, 48.4]
			],
			'586': [
				[67.3, 25.2],
				[90.2, 23.9]
			],
			'736': [
				[32.3, 15.4],
				[31.4, 5]
			],
			'231': [
				[38.7, 9],
				[38.8, 15.2]
			]
		};
		for (const [id, places] of Object.entries(whole)) {
			for (const at of places)
				expect(geoContains(map.country(id) as never, at), `${id}: ${at}`).toBe(true);
		}
		expect(map.country('643')).toBeNull();
		expect(map.country('999')).toBeNull();
	});

	it('keeps Cuba recognisable', () => {
		const cuba = JSON.stringify(map.country('192')?.geometry).match(/\[-?\d/g)?.length ?? 0;
		expect(cuba).toBeGreaterThan(name === 'world' ? 120 : 600);
	});

	it(`weighs at most ${budget} bytes`, () => {
		expect(brotliCompressSync(text).length).toBeLessThanOrEqual(budget);
	});
});

describe('the detailed map', () => {
	it('has the small places of the story', () => {
		const map = decodeShapes(JSON.parse(read('detail')));
		for (const id of ['344', '446', '158']) expect(map.country(id), id).not.toBeNull();
	});
});

describe('damaged map data', () => {
	const damaged = JSON.parse(read('world')) as { arcs: unknown[]; objects: object };
	it.each([
		['nothing', null],
		['a word', 'gone'],
		['another kind of file', { type: 'FeatureCollection', features: [] }],
		['no objects', { type: 'Topology', arcs: [[]] }],
		['lost arcs', { ...damaged, arcs: damaged.arcs.slice(0, 20) }],
		['arcs without numbers', { ...damaged, arcs: damaged.arcs.map(() => [['x', null]]) }],
		[
			'land without arcs',
			{ ...damaged, objects: { ...damaged.objects, land: { type: 'MultiPolygon', arcs: [] } } }
		]
	])('%s is said in a sentence', (_, json) => {
		expect(() => decodeBasemap(json)).toThrow(/map data .*put the map files back\./);
	});
});
