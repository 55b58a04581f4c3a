import { describe, expect, it } from 'vitest';
import { FrameRate } from './frame-rate';

/** So many frames of a flight, each of so many ms. */
function fly(rate: FrameRate, count: number, ms: number, from = 0): number {
	for (let i = 0; i <= count; i += 1) rate.frame(from + i * ms, true);
	return from + count * ms;
}

describe('the pace', () => {
	it('says nothing before enough was seen', () => {
		const rate = new FrameRate();
		fly(rate, 39, 16.7);
		expect(rate.isSlow).toBeNull();
	});

	it('does not wait for forty frames where each takes an eighth of a second', () => {
		const rate = new FrameRate();
		fly(rate, 3, 125);
		expect(rate.isSlow).toBe(true);
	});

	it.each([
		[16.7, false],
		[33.4, true],
		[120, true]
	])('frames of %d ms are slow: %s', (ms, slow) => {
		const rate = new FrameRate();
		fly(rate, 60, ms);
		expect(rate.isSlow).toBe(slow);
	});

	it('forgives a few late frames', () => {
		const rate = new FrameRate();
		const at = fly(rate, 30, 16.7);
		fly(rate, 9, 60, at + 16.7);
		fly(rate, 30, 16.7, at + 600);
		expect(rate.isSlow).toBe(false);
	});

	it('counts neither the time at rest nor a machine that slept', () => {
		const rate = new FrameRate();
		const at = fly(rate, 50, 16.7);
		for (let i = 1; i < 50; i += 1) rate.frame(at + i * 200, false);
		fly(rate, 1, 16.7, at + 3_600_000);
		expect(rate.isSlow).toBe(false);
	});
});
