import { describe, expect, it } from 'vitest';
import { bench } from './range.fixture';
import { byRange, reachOf } from './reach';

const names = (km: number) => {
	const { yes, perhaps, no } = reachOf(km, bench.missiles);
	return [yes, perhaps, no].map((list) => list.map(({ id }) => id).join(' '));
};

describe('reachOf', () => {
	it('tells what surely reached from what only some figures say', () => {
		expect(names(7421)).toEqual(['r-7', 'atlas', 'thor r-12']);
		expect(names(2500)).toEqual(['atlas r-7', 'thor', 'r-12']);
	});

	it('counts the limit itself as reached', () => {
		expect(names(2080)[0]).toBe('atlas r-7 thor r-12');
		expect(names(2081)[2]).toBe('r-12');
		expect(names(10_000)[1]).toBe('atlas');
		expect(names(10_001)[1]).toBe('');
	});

	it('lets nothing reach no distance', () => {
		expect(names(NaN)).toEqual(['', '', 'atlas r-7 thor r-12']);
	});
});

describe('byRange', () => {
	it('puts the farthest first and leaves the list it was given', () => {
		expect(byRange(bench.missiles).map(({ id }) => id)).toEqual(['atlas', 'r-7', 'thor', 'r-12']);
		expect(bench.missiles[0]?.id).toBe('r-12');
	});
});
