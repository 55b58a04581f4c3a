import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { MapScene } from '$lib/model/map-scene';
import { decodeBasemap } from './basemap';
import { fitView } from '../camera/camera';
import { drawScene, type Conditions } from './draw-scene';
import { overlaps } from '../camera/geometry';

const world = decodeBasemap(JSON.parse(readFileSync('src/lib/globe/data/world.json', 'utf8')));
const size = { width: 1200, height: 800 };
const free = { x: 0, y: 0, ...size };
const still: Conditions = { obstacles: [], moving: false };
const mark = (place: string, at: [number, number], focus = false): MapScene['marks'][number] => ({
	place,
	kind: 'named',
	at,
	label: place,
	focus
});
const scene = (part: Partial<MapScene> = {}): MapScene => ({
	view: { center: [-82.36, 23.1], km: [20015, 20015] },
	marks: [],
	areas: [],
	lines: [],
	rings: [],
	names: [],
	territories: [],
	night: false,
	...part
});
const draw = (of: MapScene, basemap = world as typeof world | null, conditions = still) =>
	drawScene(of, basemap, fitView(of.view, free), size, conditions);

describe('drawScene', () => {
	it('draws sphere and graticule before the data has come', () => {
		const drawing = draw(scene(), null);
		expect(drawing.land).toBe('');
		expect(drawing.graticule.length).toBeGreaterThan(100);
		expect(drawing.sphere.radius).toBeGreaterThan(300);
	});

	it('shows no mark, label or name of the far side', () => {
		const drawing = draw(
			scene({
				marks: [mark('Havana', [-82.36, 23.1]), mark('Perth', [115.9, -31.9])],
				names: [
					{ id: 'australia', kind: 'country', at: [134, -25], text: 'Australia', focus: false }
				]
			})
		);
		expect(drawing.marks.map(({ place }) => place)).toEqual(['Havana']);
		expect(drawing.labels.map(({ id }) => id)).toEqual(['Havana']);
	});

	it('puts an arrowhead only where the line ends in sight', () => {
		const line = (id: string, to: [number, number]) =>
			({
				id,
				style: 'great-circle',
				points: [[-82.36, 23.1], to],
				arrow: true,
				label: null,
				ends: null
			}) as const;
		const { lines } = draw(
			scene({ lines: [line('moscow', [37.6, 55.75]), line('perth', [115.9, -31.9])] })
		);
		expect(lines.map(({ id, arrow }) => [id, arrow])).toEqual([
			['moscow', true],
			['perth', false]
		]);
	});

	it('writes outside the halo of what the beat is about', () => {
		const { labels, marks } = draw(scene({ marks: [mark('Havana', [-82.36, 23.1], true)] }));
		const [label, { x, y }] = [labels[0], marks[0] ?? { x: 0, y: 0 }];
		const halo = { x: x - 11.7, y: y - 11.7, width: 23.4, height: 23.4 };
		expect(label && overlaps(label.box, halo)).toBe(false);
	});

	it('writes capitals the same way in every language of the browser', () => {
		// A Turkish browser would make “HAİTİ” of it.
		const local = vi.spyOn(String.prototype, 'toLocaleUpperCase').mockReturnValue('HAİTİ');
		const name = {
			id: 'haiti',
			kind: 'country',
			at: [-82, 23],
			text: 'Haiti',
			focus: false
		} as const;
		expect(draw(scene({ names: [name] })).labels[0]?.text).toBe('HAITI');
		local.mockRestore();
	});

	it('never writes across the edge of the earth what is not in focus', () => {
		const marks = [-170, -165, -160, -10, 0].flatMap((lon) =>
			[-40, 0, 40].map((lat) => mark(`A place at ${lon} ${lat}`, [lon, lat]))
		);
		const { labels, sphere } = draw(scene({ marks }));
		expect(labels.length).toBeGreaterThan(3);
		for (const { box, onInk } of labels) {
			const corners = [box.x, box.x + box.width].flatMap((x) =>
				[box.y, box.y + box.height].map((y) => Math.hypot(x - sphere.x, y - sphere.y))
			);
			if (onInk) expect(Math.min(...corners)).toBeGreaterThanOrEqual(sphere.radius);
			else expect(Math.max(...corners)).toBeLessThanOrEqual(sphere.radius);
		}
	});

	it('has no labels in flight, and the shade fades before the limb leaves the picture', () => {
		const busy = scene({ marks: [mark('Havana', [-82.36, 23.1])] });
		expect(draw(busy, world, { obstacles: [], moving: true }).labels).toEqual([]);
		const across = Math.hypot(size.width, size.height);
		const shade = (radius: number) =>
			drawScene(busy, null, { lon: 0, lat: 0, radius, x: 600, y: 400 }, size, still);
		expect(shade(300)).toMatchObject({ limb: true, shade: 1 });
		expect(shade(across * 0.99)).toMatchObject({ limb: true, shade: 0.02 });
		expect(shade(across * 1.01)).toMatchObject({ limb: false, shade: 0 });
	});

	it('names a territory unless the map marks the place of the same id', () => {
		const territories = [
			{ id: 'okinawa', at: [-82, 23], text: 'Okinawa (US)', widest: 9 }
		] as const;
		const labels = (marks: MapScene['marks']) =>
			draw(scene({ territories, marks })).labels.map(({ text }) => text);
		expect(labels([])).toEqual(['Okinawa (US)']);
		expect(labels([mark('okinawa', [-82, 23])])).toEqual(['okinawa']);
	});

	it('names no territory while a mark of the passage has no name', () => {
		const territories = [
			{ id: 'jamaica', at: [-77, 18], text: 'Jamaica (UK)', widest: 9 }
		] as const;
		const ids = (obstacles: { x: number; y: number; width: number; height: number }[]) =>
			draw(scene({ marks: [mark('Havana', [-82.36, 23.1])], territories }), world, {
				obstacles,
				moving: false
			}).labels.map(({ id }) => id);
		expect(ids([])).toEqual(['Havana', 'territory-jamaica']);
		// The mark alone is free.
		const strips = [
			{ x: 0, y: 0, width: 1200, height: 388 },
			{ x: 0, y: 388, width: 586, height: 24 },
			{ x: 0, y: 412, width: 586, height: 388 },
			{ x: 614, y: 388, width: 30, height: 24 }
		];
		expect(ids(strips)).not.toContain('territory-jamaica');
	});

	it('keeps every label off the ends of the ruler, and that of its far end outside the knob', () => {
		const [from, to] = [
			[-82.36, 23.1],
			[-77, 38.9]
		] as const;
		const ruler = { id: 'ruler', style: 'ruler', points: [from, to], arrow: false } as const;
		const { labels, marks } = draw(
			scene({
				marks: [mark('Havana', [...from]), mark('Washington', [...to])],
				lines: [{ ...ruler, label: null, ends: null }]
			})
		);
		expect(labels).toHaveLength(2);
		for (const { box } of labels) {
			for (const { x, y, place } of marks) {
				const half = place === 'Washington' ? 14.5 : 7.5;
				const end = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
				expect(overlaps(box, end)).toBe(false);
			}
		}
	});

	it('survives a stage without size', () => {
		const nothing = { width: 0, height: 0 };
		const camera = fitView(scene().view, { x: NaN, y: NaN, width: NaN, height: NaN });
		expect(() => drawScene(scene(), world, camera, nothing, still)).not.toThrow();
	});
});
