import { describe, expect, it } from 'vitest';
import { between, destination } from './geodesy';

describe('destination', () => {
	it('goes so far in that direction', () => {
		const [lon, lat] = destination([-74.14, 20.25], 0, 926);
		expect(lon).toBeCloseTo(-74.14, 6);
		expect(lat).toBeCloseTo(20.25 + 8.328, 2);
		expect(between([-74.14, 20.25], destination([-74.14, 20.25], 116, 926)).km).toBeCloseTo(926, 3);
	});

	it('crosses the antimeridian', () => {
		expect(destination([179, 0], 90, 500)[0]).toBeCloseTo(-176.5, 1);
	});
});

describe('between', () => {
	it('measures on the great circle, with the number of the fact base', () => {
		expect(between([-82.36, 23.14], [37.62, 55.75]).km).toBeCloseTo(9585, -1);
		expect(between([0, 0], [90, 0]).middle[0]).toBeCloseTo(45, 6);
	});
});
