import { geoDistance } from 'd3';
import { describe, expect, it } from 'vitest';
import type { LonLat, MapScene } from '$lib/model/map-scene';
import { fitView, groundAt, type Camera } from '../camera/camera';
import { kmBetween } from '../camera/geodesy';
import { EARTH_KM } from '../camera/geometry';
import { turned, widthAt, zoomed, type Ground } from './moves';

const free = { x: 560, y: 20, width: 800, height: 600 };
const whole = { center: [-72, 20], km: [20015, 20015] } as const;
const globe = fitView(whole, free, 0);

/** The map with marks at these points. */
const groundOf = (...points: LonLat[]): Ground => ({
	scene: {
		view: whole,
		marks: points.map((at, i) => ({
			place: String(i),
			kind: 'named',
			at,
			label: String(i),
			focus: false
		})),
		areas: [],
		lines: [],
		rings: [],
		names: [],
		territories: [],
		night: false
	} satisfies MapScene,
	view: whole,
	free,
	rules: { fitView, kmBetween, EARTH_KM }
});
const HAVANA: LonLat = [-82.36, 23.14];
const MOSCOW: LonLat = [37.62, 55.75];
const ground = groundOf(HAVANA, MOSCOW);
const over = ([lon, lat]: LonLat, radius = 3000): Camera => ({ ...globe, lon, lat, radius });
const nearest = (at: LonLat, there = ground) => zoomed(over(at), 1e9, null, there);

/** How far a place stands from the middle, as a part of the way to the edge of the free part. */
const outOf = (camera: Camera, at: LonLat) =>
	(camera.radius * Math.sin(geoDistance([camera.lon, camera.lat], [...at]))) /
	(Math.min(free.width, free.height) / 2);

describe('the map in the hand', () => {
	it('follows the finger', () => {
		const near = over(HAVANA);
		const before = groundAt(near, near.x, near.y) ?? [0, 0];
		const dragged = turned(near, 60, -40, ground);
		const after = groundAt(dragged, near.x + 60, near.y - 40) ?? [0, 0];
		expect(after[0]).toBeCloseTo(before[0], 1);
		expect(after[1]).toBeCloseTo(before[1], 1);
	});

	it('keeps the place under the fingers while zooming', () => {
		const near = over(HAVANA);
		const at = { x: near.x + 50, y: near.y + 30 };
		const before = groundAt(near, at.x, at.y) ?? [0, 0];
		const after = groundAt(zoomed(near, 2, at, ground), at.x, at.y) ?? [0, 0];
		expect(after[0]).toBeCloseTo(before[0], 1);
		expect(after[1]).toBeCloseTo(before[1], 1);
	});

	it('comes near where the coasts are known, less near elsewhere, and shows no more than the whole earth', () => {
		const [havana, moscow] = [nearest(HAVANA), nearest(MOSCOW)];
		// A view of 120 km in Cuba; in Moscow the coasts are known to some 11 km.
		expect(havana.radius).toBeGreaterThan(25_000);
		expect(moscow.radius).toBeLessThan(7_000);
		expect(moscow.radius).toBeGreaterThan(2_000);
		const { radius } = zoomed(globe, 1e-9, null, ground);
		expect(radius).toBeLessThan(globe.radius);
		expect(radius).toBeGreaterThan(globe.radius / 2);
	});

	it('keeps a name in view, wherever it is brought near or dragged to', () => {
		const lonely: LonLat = [-78.5, 21.5];
		expect(outOf(nearest(lonely), HAVANA)).toBeLessThan(0.8);
		let camera = nearest(HAVANA);
		for (let i = 0; i < 12; i += 1) camera = turned(camera, -100, 20, groundOf(HAVANA));
		expect(camera.lon).toBeGreaterThan(HAVANA[0] + 1);
		expect(outOf(camera, HAVANA)).toBeLessThan(0.8);
	});

	it('can always show what the passage shows', () => {
		const view = { center: MOSCOW, km: [200, 200] } as const;
		const here = { ...ground, view };
		expect(nearest(MOSCOW, here).radius).toBeCloseTo(fitView(view, free).radius, 3);
	});

	it('shows a chosen place from as near as its coasts are known', () => {
		expect(widthAt(HAVANA, 520, ground)).toBe(520);
		const km = widthAt(MOSCOW, 520, ground);
		expect(km).toBeGreaterThan(520);
		expect(fitView({ center: MOSCOW, km: [km, km] }, free).radius).toBeLessThanOrEqual(
			nearest(MOSCOW).radius
		);
	});

	it('turns on and on to the east, never over the pole', () => {
		let camera = globe;
		for (let i = 0; i < 200; i += 1) camera = turned(camera, -150, 150, ground);
		expect(Math.abs(camera.lon)).toBeLessThanOrEqual(180);
		expect(camera.lat).toBe(85);
	});

	it('survives numbers that are none, and a map without names', () => {
		for (const value of [NaN, Infinity, -Infinity]) {
			for (const there of [ground, groundOf()]) {
				const cameras = [
					turned(globe, value, value, there),
					zoomed(globe, value, { x: value, y: value }, there)
				];
				for (const camera of cameras) {
					for (const part of Object.values(camera)) expect(Number.isFinite(part)).toBe(true);
				}
			}
		}
	});
});
