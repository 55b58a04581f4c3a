import { geoDistance, geoOrthographic } from 'd3';
import { describe, expect, it } from 'vitest';
import { fitView, groundAt, limitsFor, turned, zoomed } from './camera';
import { EARTH_KM } from './geometry';

const free = { x: 560, y: 20, width: 800, height: 600 };

describe('fitView', () => {
	it('fits the box of the view into the free space and touches it on one side', () => {
		const view = { center: [-79.6, 21.9], km: [1320, 620] } as const;
		const camera = fitView(view, free, 0);
		const projection = geoOrthographic()
			.rotate([-camera.lon, -camera.lat])
			.scale(camera.radius)
			.translate([camera.x, camera.y]);
		// A point due north at half the view's height.
		const north = projection([-79.6, 21.9 + (310 / EARTH_KM) * (180 / Math.PI)]) ?? [0, 0];
		expect(north[1]).toBeGreaterThanOrEqual(free.y);
		const east = camera.x + camera.radius * Math.sin(660 / EARTH_KM);
		expect(east).toBeCloseTo(free.x + free.width, 3);
	});

	it('shows the whole globe as a disc that fits', () => {
		const { radius, x, y } = fitView({ center: [0, 0], km: [20015, 20015] }, free, 0);
		expect(radius).toBeCloseTo(300, 0);
		expect([x, y]).toEqual([960, 320]);
	});

	it.each([
		[{ center: [NaN, 500], km: [NaN, 1e9] }, free],
		[{ center: [0, 0], km: [0, -5] }, free],
		[
			{ center: [0, 0], km: [100, 100] },
			{ x: 0, y: 0, width: 0, height: 0 }
		],
		[
			{ center: [0, 0], km: [100, 100] },
			{ x: NaN, y: NaN, width: NaN, height: NaN }
		]
	] as const)('gives a sane camera for insane input %#', (view, rect) => {
		const camera = fitView(view as never, rect);
		for (const value of Object.values(camera)) expect(Number.isFinite(value)).toBe(true);
		expect(camera.radius).toBeGreaterThan(0);
	});

	it('measures on the great circle', () => {
		expect(geoDistance([-82.36, 23.14], [37.62, 55.75]) * EARTH_KM).toBeCloseTo(9585, -2);
	});
});

describe('the map in the hand', () => {
	const globe = fitView({ center: [-72, 20], km: [20015, 20015] }, free, 0);
	const near = { ...globe, radius: 9000 };

	it('the ground follows the finger', () => {
		const before = groundAt(near, near.x, near.y) ?? [0, 0];
		const dragged = turned(near, 120, -80);
		const after = groundAt(dragged, near.x + 120, near.y - 80) ?? [0, 0];
		expect(after[0]).toBeCloseTo(before[0], 1);
		expect(after[1]).toBeCloseTo(before[1], 1);
	});

	it('keeps the place under the fingers while zooming', () => {
		const at = { x: near.x + 150, y: near.y + 90 };
		const before = groundAt(near, at.x, at.y) ?? [0, 0];
		const after = groundAt(zoomed(near, 2, limitsFor(free), at), at.x, at.y) ?? [0, 0];
		expect(after[0]).toBeCloseTo(before[0], 1);
		expect(after[1]).toBeCloseTo(before[1], 1);
	});

	it('comes no nearer than the data allows and goes no farther than the whole earth', () => {
		const limits = limitsFor(free);
		expect(zoomed(globe, 1e9, limits).radius).toBe(limits.most);
		expect(zoomed(globe, 1e-9, limits).radius).toBe(limits.least);
		expect(limits.least).toBeLessThan(globe.radius);
	});

	it('turns on and on to the east, never over the pole', () => {
		let camera = globe;
		for (let i = 0; i < 200; i += 1) camera = turned(camera, -150, 150);
		expect(Math.abs(camera.lon)).toBeLessThanOrEqual(180);
		expect(camera.lat).toBe(85);
	});

	it('knows no ground beside the globe, and survives numbers that are none', () => {
		expect(groundAt(globe, globe.x + globe.radius + 5, globe.y)).toBeNull();
		for (const value of [NaN, Infinity, -Infinity]) {
			for (const camera of [turned(globe, value, value), zoomed(globe, value, limitsFor(free))]) {
				for (const part of Object.values(camera)) expect(Number.isFinite(part)).toBe(true);
			}
		}
	});
});
