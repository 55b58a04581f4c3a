import { describe, expect, it } from 'vitest';
import { darkSpotAfter, driftAfter, SCENE_MS, sceneAfter, shiftAfter } from './attract';

const MINUTE = 60_000;
const every = (stepMs: number, untilMs: number) =>
	Array.from({ length: Math.floor(untilMs / stepMs) }, (_, i) => i * stepMs);

describe('the attract loop', () => {
	it('shows four scenes in 30 to 60 seconds and begins again', () => {
		expect(4 * SCENE_MS).toBeGreaterThanOrEqual(30_000);
		expect(4 * SCENE_MS).toBeLessThanOrEqual(MINUTE);
		expect(every(SCENE_MS, 6 * SCENE_MS).map((at) => sceneAfter(at, 4))).toEqual([
			0, 1, 2, 3, 0, 1
		]);
	});

	it('goes on without scenes and before its beginning', () => {
		expect(sceneAfter(5000, 0)).toBe(0);
		expect(sceneAfter(-5, 4)).toBe(0);
		expect(shiftAfter(-5)).toEqual([0, 0]);
	});
});

describe('the pixel shift', () => {
	it('moves every 60 to 120 seconds, by 2 to 4 px a time in some direction', () => {
		let at = shiftAfter(0);
		let since = 0;
		for (const now of every(1000, 30 * MINUTE)) {
			const next = shiftAfter(now);
			if (next === at) continue;
			expect(now - since).toBeGreaterThanOrEqual(MINUTE);
			expect(now - since).toBeLessThanOrEqual(2 * MINUTE);
			const step = Math.max(Math.abs(next[0] - at[0]), Math.abs(next[1] - at[1]));
			expect(step).toBeGreaterThanOrEqual(2);
			expect(step).toBeLessThanOrEqual(4);
			[at, since] = [next, now];
		}
		expect(since).toBeGreaterThan(0);
	});
});

describe('the words of the loop', () => {
	it('stand elsewhere in every loop, by at least the width of a stroke', () => {
		for (const loop of every(4 * SCENE_MS, 30 * MINUTE)) {
			const [[x, y], [nextX, nextY]] = [driftAfter(loop), driftAfter(loop + 4 * SCENE_MS)];
			expect(Math.hypot(nextX - x, nextY - y)).toBeGreaterThanOrEqual(0.5);
		}
	});
});

describe('the dark hours', () => {
	it('never leave their line in one place for two minutes, and keep it on the screen', () => {
		for (const now of every(MINUTE, 60 * MINUTE)) {
			const [left, top] = darkSpotAfter(now);
			expect(darkSpotAfter(now + MINUTE)).not.toEqual([left, top]);
			expect(left).toBeLessThanOrEqual(60);
			expect(top).toBeLessThanOrEqual(90);
		}
	});
});
