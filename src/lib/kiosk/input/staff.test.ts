import { describe, expect, it } from 'vitest';
import { StaffGesture } from './staff';

describe('StaffKnock', () => {
	it('opens at the fifth tap in the corner', () => {
		const knock = new StaffGesture();
		expect([0, 1, 2, 3, 4].map((i) => knock.tap(10, 10, 50, i * 700))).toEqual([
			false,
			false,
			false,
			false,
			true
		]);
	});

	it('opens at the fifth Escape', () => {
		const knock = new StaffGesture();
		expect([0, 1, 2, 3, 4].map((i) => knock.key('Escape', i * 300)).at(-1)).toBe(true);
	});

	it.each<[string, (knock: StaffGesture, i: number) => boolean]>([
		['too slow', (knock, i) => knock.tap(1, 1, 50, i * 1500)],
		['beside the corner', (knock, i) => knock.tap(1, 51, 50, i * 100)],
		['with another key between', (knock, i) => knock.key(i === 2 ? 'Enter' : 'Escape', i * 100)]
	])('stays shut: %s', (_, knockOnce) => {
		const knock = new StaffGesture();
		expect([0, 1, 2, 3, 4].some((i) => knockOnce(knock, i))).toBe(false);
	});
});
