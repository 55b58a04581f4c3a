import { describe, expect, it } from 'vitest';
import { fromTop, namedTicks, roughFeet, ticks } from './altitude';

describe('the altitude chart', () => {
	it('has one linear scale from the ground to its top', () => {
		expect([0, 11, 22].map((km) => fromTop(km, 22))).toEqual([100, 50, 0]);
		const kilometre = fromTop(0, 22) - fromTop(1, 22);
		expect(fromTop(1, 22) - fromTop(20, 22)).toBeCloseTo(19 * kilometre, 9);
	});

	it('keeps insane heights on the chart', () => {
		expect([-3, 400, NaN].map((km) => fromTop(km, 22))).toEqual([100, 0, 100]);
	});

	it('has a tick a kilometre and names every fifth', () => {
		expect(ticks(22)).toHaveLength(22);
		expect(namedTicks(22)).toEqual([5, 10, 15, 20]);
	});

	it('says feet no more exactly than kilometres', () => {
		expect([1, 20].map(roughFeet)).toEqual([3300, 66000]);
	});
});
