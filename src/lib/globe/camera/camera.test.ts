import { geoDistance, geoOrthographic } from 'd3';
import { describe, expect, it } from 'vitest';
import { fitView, groundAt } from './camera';
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

describe('groundAt', () => {
	it('knows no ground beside the globe', () => {
		const globe = fitView({ center: [-72, 20], km: [20015, 20015] }, free, 0);
		expect(groundAt(globe, globe.x + globe.radius + 5, globe.y)).toBeNull();
	});
});
