import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

/** So many frames of a flight, each of so many ms. */
function fly(pace: Pace, count: number, ms: number, from = 0): number {
	for (let i = 0; i <= count; i += 1) pace.frame(from + i * ms, true);
	return from + count * ms;
}

describe('the pace', () => {
	it('says nothing before enough was seen', () => {
		const pace = new Pace();
		fly(pace, 39, 16.7);
		expect(pace.isSlow).toBeNull();
	});

	it('does not wait for forty frames where each takes an eighth of a second', () => {
		const pace = new Pace();
		fly(pace, 3, 125);
		expect(pace.isSlow).toBe(true);
	});

	it.each([
		[16.7, false],
		[33.4, true],
		[120, true]
	])('frames of %d ms are slow: %s', (ms, slow) => {
		const pace = new Pace();
		fly(pace, 60, ms);
		expect(pace.isSlow).toBe(slow);
	});

	it('forgives a few late frames', () => {
		const pace = new Pace();
		const at = fly(pace, 30, 16.7);
		fly(pace, 9, 60, at + 16.7);
		fly(pace, 30, 16.7, at + 600);
		expect(pace.isSlow).toBe(false);
	});

	it('counts neither the time at rest nor a machine that slept', () => {
		const pace = new Pace();
		const at = fly(pace, 50, 16.7);
		for (let i = 1; i < 50; i += 1) pace.frame(at + i * 200, false);
		fly(pace, 1, 16.7, at + 3_600_000);
		expect(pace.isSlow).toBe(false);
	});
});
