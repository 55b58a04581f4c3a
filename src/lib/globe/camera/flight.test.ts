import { geoDistance } from 'd3';
import { describe, expect, it } from 'vitest';
import type { Camera } from './camera';
import { planFlight } from './flight';

const camera = (lon: number, lat: number, radius: number): Camera => ({
	lon,
	lat,
	radius,
	x: 900,
	y: 400
});
const HAVANA = camera(-82.36, 23.14, 30_000);
const MOSCOW = camera(37.6, 55.4, 2400);
const BEIJING = camera(103, 32, 800);
const SPAN = 800;
const FRAME_MS = 1000 / 60;

const frames = (from: Camera, to: Camera) => {
	const flight = planFlight(from, to, SPAN);
	const count = Math.ceil(flight.durationMs / FRAME_MS);
	return Array.from({ length: count + 1 }, (_, i) => flight.at(i / count));
};

describe.each([
	['Havana to Moscow', HAVANA, MOSCOW],
	['Havana to Beijing', HAVANA, BEIJING],
	['over the antimeridian', camera(-163, 22, 500), BEIJING],
	['a step within Cuba', HAVANA, camera(-79.6, 21.9, 4000)],
	['over the Arctic', camera(-30, 62, 900), camera(62, 46, 800)]
])('a flight, %s', (_, from, to) => {
	it('starts and ends exactly, and takes 0.8 to 1.6 s', () => {
		const flight = planFlight(from, to, SPAN);
		expect(flight.at(0)).toEqual(from);
		expect(flight.at(1)).toEqual(to);
		expect(flight.durationMs).toBeGreaterThanOrEqual(800);
		expect(flight.durationMs).toBeLessThanOrEqual(1600);
	});

	it('never jumps: from frame to frame the picture moves by less than a fifth of the stage', () => {
		const way = frames(from, to);
		way.slice(1).forEach((next, i) => {
			const before = way[i] as Camera;
			const moved =
				geoDistance([before.lon, before.lat], [next.lon, next.lat]) *
				Math.min(before.radius, next.radius);
			expect(moved).toBeLessThan(SPAN / 5);
			expect(Math.max(next.radius / before.radius, before.radius / next.radius)).toBeLessThan(1.6);
		});
	});

	it('never spins: at most 3° of turn about the vertical from frame to frame', () => {
		const way = frames(from, to);
		way.slice(1).forEach((next, i) => {
			const before = way[i] as Camera;
			const turn = Math.abs(((next.lon - before.lon + 540) % 360) - 180);
			expect(turn * Math.sin((Math.abs(next.lat) * Math.PI) / 180)).toBeLessThanOrEqual(3);
		});
	});

	it('flies back the same way', () => {
		const [there, back] = [planFlight(from, to, SPAN), planFlight(to, from, SPAN)];
		const [a, b] = [there.at(0.5), back.at(0.5)];
		expect(geoDistance([a.lon, a.lat], [b.lon, b.lat])).toBeLessThan(1e-3);
	});
});

describe('a flight from a small place far away to the far north', () => {
	it('takes longer rather than turn faster than 3° a frame', () => {
		const hongKong = { ...camera(113.8, 22.6, 12_000), x: 900, y: 330 };
		const answer = { ...camera(-30, 62, 340), x: 900, y: 330 };
		for (const [from, to] of [
			[hongKong, answer],
			[answer, hongKong],
			[hongKong, HAVANA]
		] as const) {
			const way = frames(from, to);
			way.slice(1).forEach((next, i) => {
				const before = way[i] as Camera;
				const turn = Math.abs(((next.lon - before.lon + 540) % 360) - 180);
				expect(turn * Math.sin((Math.abs(next.lat) * Math.PI) / 180)).toBeLessThanOrEqual(3);
			});
		}
	});
});

describe('a flight that is none', () => {
	it('takes no time', () => {
		expect(planFlight(HAVANA, HAVANA, SPAN).durationMs).toBe(0);
	});

	it('survives a stage without size and a time that is no number', () => {
		const flight = planFlight(HAVANA, MOSCOW, 0);
		for (const t of [NaN, -1, 0.4, 7]) {
			for (const value of Object.values(flight.at(t))) expect(Number.isFinite(value)).toBe(true);
		}
	});
});
