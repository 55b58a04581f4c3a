import { describe, expect, it } from 'vitest';
import { fitView } from '$lib/globe/camera/camera';
import type { MapScene } from '$lib/model/map-scene';
import { openingOf } from './opening';

const free = { x: 500, y: 0, width: 700, height: 500 };
const map = (center: [number, number], at: [number, number] = center): MapScene => ({
	view: { center, km: [600, 500] },
	marks: [{ place: 'x', kind: 'named', at, label: '', focus: true }],
	areas: [],
	lines: [],
	rings: [],
	names: [],
	territories: [],
	night: false
});
const havana = map([-82.36, 23.1]);
const cuba = map([-79.6, 21.9]);
const beijing = map([116, 40]);

describe('how the stage goes from one picture to the next', () => {
	it('opens the plan where its place lies on the map, after the flight', () => {
		const { from, landing } = openingOf(
			{ map: cuba, whole: false },
			{ map: havana, whole: true },
			free,
			false
		);
		const { x, y } = fitView(havana.view, free);
		expect(from?.x).toBeCloseTo(x);
		expect(from?.y).toBeCloseTo(y);
		expect(landing).toBe(true);
	});

	it('closes there on the way back, at once', () => {
		const back = openingOf({ map: havana, whole: true }, { map: cuba, whole: false }, free, false);
		const { x } = fitView(havana.view, free);
		expect(back.from?.x).toBeCloseTo(x);
		expect(back.landing).toBe(false);
	});

	it('fades between two plans, from far away, and at first', () => {
		expect(
			openingOf({ map: cuba, whole: true }, { map: havana, whole: true }, free, false).from
		).toBeNull();
		expect(
			openingOf({ map: beijing, whole: false }, { map: havana, whole: true }, free, false).from
		).toBeNull();
		expect(openingOf(null, { map: havana, whole: true }, free, false).from).toBeNull();
	});

	it('uncovers the farthest corner', () => {
		const { from, radius } = openingOf(
			{ map: cuba, whole: false },
			{ map: havana, whole: true },
			free,
			false
		);
		expect(radius).toBeGreaterThan(Math.hypot(from?.x ?? 0, from?.y ?? 0));
	});
});
