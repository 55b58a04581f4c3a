import { describe, expect, it } from 'vitest';
import type { LonLat } from '$lib/model/map-scene';
import { byDistance, distanceKm, milesOf, nearestPlace, onGlobe } from './distance';

const place = (id: string, at: LonLat) => ({ id, at, name: id });
const plesetsk = place('plesetsk', [40.58, 62.93]);
const washington = place('washington', [-77.04, 38.9]);
const moscow = place('moscow', [37.62, 55.75]);
const suva = place('suva', [178.44, -18.14]);

describe('distances', () => {
	it('are those of the fact base', () => {
		expect(distanceKm(plesetsk.at, washington.at)).toBe(7421);
		expect(milesOf(7421)).toBe(4611);
		expect(distanceKm([-82.36, 23.14], moscow.at)).toBeCloseTo(9585, -1);
	});

	it('know the same point and the other side of the earth', () => {
		expect(distanceKm(moscow.at, moscow.at)).toBe(0);
		expect(distanceKm([0, 0], [180, 0])).toBe(20015);
	});
});

describe('byDistance', () => {
	it('puts the nearest first and leaves out the origin', () => {
		const targets = byDistance(plesetsk, [washington, plesetsk, moscow]);
		expect(targets.map(({ id }) => id)).toEqual(['moscow', 'washington']);
		expect(targets[1]?.km).toBe(7421);
	});
});

describe('nearestPlace', () => {
	it('snaps within so many degrees and not beyond', () => {
		expect(nearestPlace([-76, 39], [washington, moscow], 2)?.id).toBe('washington');
		expect(nearestPlace([-70, 39], [washington, moscow], 2)).toBeNull();
	});

	it('sees over the date line', () => {
		expect(nearestPlace([-179, -18], [suva], 3)?.id).toBe('suva');
	});

	it('measures with another ruler when it is given one', () => {
		const pixels = (a: LonLat, b: LonLat) => Math.hypot(a[0] - b[0], a[1] - b[1]) * 10;
		expect(nearestPlace([-76, 39], [washington], 8, pixels)).toBeNull();
		expect(nearestPlace([-76.5, 39], [washington], 8, pixels)?.id).toBe('washington');
	});

	it('finds nothing near no point', () => {
		expect(nearestPlace([NaN, 0], [washington], 90)).toBeNull();
		expect(nearestPlace([0, 0], [washington], NaN)).toBeNull();
	});
});

describe('onGlobe', () => {
	it('wraps and cuts what was dragged over the edge', () => {
		expect(onGlobe([190, 95])).toEqual([-170, 90]);
		expect(onGlobe([-540, -91])).toEqual([-180, -90]);
		expect(onGlobe([12, 45])).toEqual([12, 45]);
	});

	it.each([
		[NaN, 0],
		[0, Infinity]
	])('refuses %d, %d', (lon, lat) => {
		expect(onGlobe([lon, lat])).toBeNull();
	});
});
