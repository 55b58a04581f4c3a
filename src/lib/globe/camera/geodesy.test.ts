import { describe, expect, it } from 'vitest';
import { destination, kmBetween } from './geodesy';

describe('destination', () => {
	it('goes so far in that direction', () => {
		const [lon, lat] = destination([-74.14, 20.25], 0, 926);
		expect(lon).toBeCloseTo(-74.14, 6);
		expect(lat).toBeCloseTo(20.25 + 8.328, 2);
		expect(kmBetween([-74.14, 20.25], destination([-74.14, 20.25], 116, 926))).toBeCloseTo(926, 3);
	});

	it('crosses the antimeridian', () => {
		expect(destination([179, 0], 90, 500)[0]).toBeCloseTo(-176.5, 1);
	});
});

describe('kmBetween', () => {
	it('measures on the great circle, with the number of the fact base', () => {
		expect(kmBetween([-82.36, 23.14], [37.62, 55.75])).toBeCloseTo(9585, -1);
	});
});
