import { describe, expect, it } from 'vitest';
import { locate, readingLine } from './locate';

const spans = (tops: number[], height = 400) => tops.map((top) => ({ top, bottom: top + height }));

describe('locate', () => {
	it('names the beat that the reading line crosses, and how far through it', () => {
		expect(locate(spans([-900, -400, 100, 600]), 300)).toEqual({ beat: 2, progress: 0.5 });
	});

	it('stays with the last beat passed while the line is in a gap between beats', () => {
		expect(locate(spans([-900, -300, 300]), 200)).toEqual({ beat: 1, progress: 1 });
	});

	it('answers the first beat above the story and the last one below it', () => {
		expect(locate(spans([500, 1000]), 300)).toEqual({ beat: 0, progress: 0 });
		expect(locate(spans([-2000, -1500]), 300)).toEqual({ beat: 1, progress: 1 });
	});

	it('survives an empty page and a beat without height', () => {
		expect(locate([], 300)).toEqual({ beat: 0, progress: 0 });
		expect(locate([{ top: 10, bottom: 10 }], 300)).toEqual({ beat: 0, progress: 0 });
	});

	it('agrees with a plain search over many layouts', () => {
		const tops = Array.from({ length: 40 }, (_, i) => i * 517 - 9000);
		for (let line = -200; line < 1200; line += 13) {
			const plain = Math.max(0, tops.filter((top) => top <= line).length - 1);
			expect(locate(spans(tops), line).beat).toBe(plain);
		}
	});
});

describe('readingLine', () => {
	it('lies below whatever sticks at the top', () => {
		expect(readingLine(422, 844)).toBeGreaterThan(422);
		expect(readingLine(48, 900)).toBeGreaterThan(48);
	});

	it('on a phone changes the passage only when the last lines before it are behind the map', () => {
		// Half of the window is covered, and the gap between passages is 14 % of it (styles/layout.css).
		for (const height of [568, 664, 844, 932]) {
			const line = readingLine(height / 2, height);
			expect(line - 0.14 * height).toBeLessThan(height / 2);
		}
	});

	it('lies below a passage that was brought to its place by a link', () => {
		// The header, 12 px and 3 % of the window are kept clear above it.
		for (const [covered, height] of [
			[284, 568],
			[422, 844],
			[48, 900],
			[40, 390],
			[40, 180]
		] as const) {
			expect(readingLine(covered, height)).toBeGreaterThan(covered + 12 + 0.03 * height);
		}
	});

	it('never leaves the viewport', () => {
		expect(readingLine(2000, 500)).toBe(500);
		expect(readingLine(-50, 500)).toBe(225);
		expect(readingLine(0, 0)).toBe(0);
	});
});
