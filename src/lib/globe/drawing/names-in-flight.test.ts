import { expect, it } from 'vitest';
import type { MapScene } from '$lib/model/map-scene';
import { fitView } from '../camera/camera';
import { fits, overlaps, type Rect } from '../camera/geometry';
import { drawOverlay } from './draw-scene';
import { namesInFlight } from './names-in-flight';

const place = (id: string, lon: number, lat: number) =>
	({ place: id, kind: 'named', at: [lon, lat], label: id, focus: true }) as const;
const scene: MapScene = {
	view: { center: [-80, 22], km: [1300, 900] },
	marks: [place('Havana', -82.36, 23.14), place('Holguín', -76.32, 20.79)],
	areas: [],
	lines: [],
	rings: [],
	names: [{ id: 'cuba', kind: 'country', at: [-79, 22], text: 'Cuba', focus: true }],
	territories: [],
	night: false
};
const size = { width: 800, height: 600 };
const draw = (km: number, moving: boolean) =>
	drawOverlay(scene, fitView({ ...scene.view, km: [km, km] }, { x: 0, y: 0, ...size }), size, 1, {
		obstacles: [],
		moving
	});
const landing = draw(1300, false);
/** What lies over the picture. */
const under = (covers: readonly Rect[]) => (box: Rect, others: readonly Rect[]) =>
	fits(box, { x: 0, y: 0, ...size }, [...covers, ...others]);
const ids = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);

it('keeps each name at its mark, where it stands in the end', () => {
	const { marks } = draw(2200, true);
	const labels = namesInFlight(landing, under([]))(marks);
	expect(ids(labels)).toEqual(['Havana', 'Holguín']);
	for (const label of labels) {
		const [end, mark, before] = [landing.marks, marks, landing.labels].map((list, i) =>
			(list as readonly { place?: string; id?: string; x: number; y: number }[]).find(
				(one) => (i < 2 ? one.place : one.id) === label.id
			)
		);
		expect(label.x - (mark?.x ?? NaN)).toBeCloseTo((before?.x ?? NaN) - (end?.x ?? NaN));
		expect(label.y - (mark?.y ?? NaN)).toBeCloseTo((before?.y ?? NaN) - (end?.y ?? NaN));
	}
});

it('leaves out a name that would lie on another, under a card or beside the picture', () => {
	const near = draw(20_000, true);
	const labels = namesInFlight(landing, under([]))(near.marks);
	expect(ids(labels)).toEqual(['Havana']);
	const [box] = labels.map((label) => label.box);
	if (!box) throw new Error('No name was drawn.');
	const covered = namesInFlight(landing, under([box]))(near.marks);
	for (const label of covered) expect(overlaps(label.box, box)).toBe(false);
	expect(ids(covered)).not.toContain('Havana');
	expect(namesInFlight(landing, under([{ x: 0, y: 0, ...size }]))(near.marks)).toEqual([]);
});
