import { geoOrthographic, geoPath } from 'd3';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeBasemap, decodeShapes } from './basemap';
import type { Camera } from '../camera/camera';
import { quickPath, vectorsOf } from './quick-path';

const size = { width: 1000, height: 700 };
const camera = (lon: number, lat: number, radius: number): Camera => ({
	lon,
	lat,
	radius,
	x: 500,
	y: 350
});
/** All points of a path, CSS px. */
const pointsOf = (d: string) =>
	[...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
/** The area a path encloses, in square CSS px, signed by its winding; a disc is two arcs. */
const areaOf = (d: string) =>
	d
		.split('Z')
		.filter(Boolean)
		.map((part) => {
			const disc = /A([\d.]+) [\d.]+ 0 0 (0|1)/.exec(part);
			if (!disc) return pointsOf(part);
			const [r, way] = [Number(disc[1]), disc[2] === '1' ? 1 : -1];
			return Array.from({ length: 720 }, (_, i) => {
				const a = (way * i * Math.PI) / 360;
				return [500 + r * Math.cos(a), 350 + r * Math.sin(a)] as const;
			});
		})
		.reduce((sum, ring) => {
			const twice = ring.reduce((total, [x, y], i) => {
				const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
				return total + x * ny - nx * y;
			}, 0);
			return sum + twice / 2;
		}, 0);

const json: unknown = JSON.parse(readFileSync('src/lib/globe/data/world.json', 'utf8'));
const shapes = decodeShapes(json);
const { land } = decodeBasemap(json);

describe('quickPath', () => {
	it('puts points where the projection puts them', () => {
		const line = [
			[-82.36, 23.14],
			[-75.82, 20.02],
			[-60, 30]
		];
		const view = camera(-79, 21, 2000);
		const projection = geoOrthographic().rotate([79, -21]).scale(2000).translate([500, 350]);
		const points = pointsOf(quickPath(vectorsOf([line], false), view, size, 0));
		expect(points).toHaveLength(3);
		points.forEach(([x, y], i) => {
			const [px, py] = projection(line[i] as [number, number]) ?? [NaN, NaN];
			expect(x).toBeCloseTo(px, 0);
			expect(y).toBeCloseTo(py, 0);
		});
	});

	it.each([
		['the Americas', camera(-72, 20, 330)],
		['the Pacific', camera(-163, 20, 330)],
		['the Arctic', camera(-30, 62, 340)],
		['Asia', camera(103, 32, 340)],
		['the Antarctic', camera(20, -80, 340)],
		['the Pacific from the south', camera(-150, -40, 330)]
	])('fills as much land as d3 does, with the whole globe in sight: %s', (_, view) => {
		const exact = geoPath(
			geoOrthographic()
				.rotate([-view.lon, -view.lat])
				.scale(view.radius)
				.translate([500, 350])
				.clipAngle(90)
				.precision(0)
		);
		const wanted = Math.abs(exact.area(shapes.land));
		const got = Math.abs(areaOf(quickPath(land, view, size, 0.5)));
		expect(Math.abs(got - wanted) / wanted).toBeLessThan(0.02);
	});

	it('leaves out what nobody sees: a view of Cuba takes a hundredth of the text of the globe', () => {
		const globe = quickPath(land, camera(-79.5, 21.8, 330), size);
		const cuba = quickPath(land, camera(-79.5, 21.8, 9000), size);
		expect(cuba.length).toBeGreaterThan(500);
		expect(cuba.length).toBeLessThan(globe.length / 4);
		for (const [x, y] of pointsOf(cuba))
			expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
	});

	it('shows no line of the far side', () => {
		const far = vectorsOf(
			[
				[
					[100, -20],
					[110, -25]
				]
			],
			false
		);
		expect(quickPath(far, camera(-79, 21, 330), size)).toBe('');
	});

	it('survives a camera without size', () => {
		expect(() => quickPath(land, camera(0, 0, 0), { width: 0, height: 0 })).not.toThrow();
	});
});
