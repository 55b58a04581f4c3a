import { describe, expect, it } from 'vitest';
import { clockJumped, isFrozen, isStale, LOOK_MS } from './watchdog';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

describe('clockJumped', () => {
	const before = { wall: 1_700_000_000_000, run: 5000 };

	it.each([
		['time that passes', HOUR, HOUR, false],
		['summer time', 2 * HOUR, HOUR, false],
		['a night asleep, while the running time stood', 15 * HOUR, 0, false],
		['years ahead', 3 * YEAR, 1000, true],
		['years back', -5 * YEAR, 1000, true]
	])('%s', (_, wall, run, jumped) => {
		expect(clockJumped(before, { wall: before.wall + wall, run: before.run + run })).toBe(jumped);
	});
});

describe('isFrozen', () => {
	it('is a page that is seen and drew nothing for ten seconds', () => {
		const looks = 10_000 / LOOK_MS;
		expect(isFrozen(looks, true)).toBe(false);
		expect(isFrozen(looks + 1, true)).toBe(true);
		expect(isFrozen(looks + 1, false)).toBe(false);
	});
});

describe('isStale', () => {
	it('is a page of twenty visits or six hours', () => {
		expect(isStale({ visits: 19, upMs: 6 * HOUR - 1 })).toBe(false);
		expect(isStale({ visits: 20, upMs: 0 })).toBe(true);
		expect(isStale({ visits: 0, upMs: 6 * HOUR })).toBe(true);
	});
});
