import { describe, expect, it } from 'vitest';
import { placeDiscs, type Weighed } from './signs';

const RADIUS = 8;
/** A bar in a column from 0 to 300, CSS px. */
const at = (x: number, width: number, y = 50): Weighed => ({
	bar: { x, y: y - 4, width, height: 8 },
	from: 0,
	to: 300
});
const between = (a: { x: number; y: number }, b: { x: number; y: number }) =>
	Math.hypot(a.x - b.x, a.y - b.y);

describe('the sign of weighed words', () => {
	it('stands at the start of its bar', () => {
		expect(placeDiscs([at(60, 90)], RADIUS)).toEqual([{ x: 68, y: 50, radius: RADIUS }]);
	});

	it('stands in the middle of a bar that is shorter than itself', () => {
		expect(placeDiscs([at(60, 10)], RADIUS)[0]?.x).toBe(65);
	});

	it('has room to be touched beside another in the same line', () => {
		const [one, two] = placeDiscs([at(60, 10), at(72, 10)], RADIUS);
		if (!one || !two) throw new Error('There are two.');
		expect(two.x - one.x).toBeGreaterThanOrEqual(24);
		expect((one.x + two.x) / 2).toBeCloseTo(71, 0);
	});

	it('keeps away from one in the line above', () => {
		const [one, two] = placeDiscs([at(60, 90), at(60, 90, 62)], RADIUS);
		if (!one || !two) throw new Error('There are two.');
		expect(between(one, two)).toBeGreaterThanOrEqual(2 * RADIUS);
		expect(two.y).toBe(62);
	});

	it('stays in its column, and on no other, where a line is crowded', () => {
		const crowd = Array.from({ length: 9 }, (_, i) => at(262 + i * 3, 3));
		const discs = placeDiscs(crowd, RADIUS);
		expect(discs).toHaveLength(crowd.length);
		discs.forEach((disc, i) => {
			expect(disc.x).toBeGreaterThanOrEqual(0);
			expect(disc.x).toBeLessThanOrEqual(300);
			for (const other of discs.slice(i + 1)) {
				expect(between(disc, other)).toBeGreaterThanOrEqual(2 * RADIUS);
			}
		});
	});
});
