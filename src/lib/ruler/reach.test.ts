import { describe, expect, it } from 'vitest';
import { bench, open } from './range.fixture';
import { byRange, isBeyond, reaching, reachOf } from './reach';

const names = (km: number) => {
	const { yes, perhaps, no } = reachOf(km, bench.missiles);
	return [yes, perhaps, no].map((list) => list.map(({ id }) => id).join(' '));
};

describe('reachOf', () => {
	it('tells what surely could reach from what only some figures say', () => {
		expect(names(7421)).toEqual(['r-7', 'atlas', 'thor r-12']);
		expect(names(2500)).toEqual(['atlas r-7', 'thor', 'r-12']);
	});

	it('counts the limit itself as within reach', () => {
		expect(names(2080)[0]).toBe('atlas r-7 thor r-12');
		expect(names(2081)[2]).toBe('r-12');
		expect(names(10_000)[1]).toBe('atlas');
		expect(names(10_001)[1]).toBe('');
	});

	it('lets nothing reach no distance', () => {
		expect(names(NaN)).toEqual(['', '', 'atlas r-7 thor r-12']);
	});
});

describe('a missile of which only a lower limit is known', () => {
	it('surely reaches the limit, and perhaps any distance beyond it', () => {
		expect(reaching(4000, open)).toBe('yes');
		expect(reaching(4001, open)).toBe('perhaps');
		expect(reaching(20_015, open)).toBe('perhaps');
		expect(reaching(NaN, open)).toBe('no');
		expect(reachOf(9000, [open]).perhaps).toEqual([open]);
	});

	it('is open only beyond its highest figure', () => {
		const two = { ...open, rangeKm: [4000, 5000] } as const;
		expect([4500, 5000, 5001].map((km) => isBeyond(km, two))).toEqual([false, false, true]);
		expect(reaching(4500, two)).toBe('perhaps');
		expect(isBeyond(5001, { ...two, atLeast: false })).toBe(false);
	});
});

describe('byRange', () => {
	it('puts the farthest first and leaves the list it was given', () => {
		expect(byRange(bench.missiles).map(({ id }) => id)).toEqual(['atlas', 'r-7', 'thor', 'r-12']);
		expect(bench.missiles[0]?.id).toBe('r-12');
	});
});
