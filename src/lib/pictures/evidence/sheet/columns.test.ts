import { describe, expect, it } from 'vitest';
import { site } from '$lib/site/site';
import { breakColumns, fitGrid, linesOf } from './columns';

const { paragraphs } = site('en').pictures.evidence;

describe('paragraphs in columns', () => {
	it('are broken where the longest column is shortest', () => {
		expect(breakColumns([4, 1, 1, 2], 2, 0)).toEqual([0, 1]);
		expect(breakColumns([2, 2, 2, 2, 2, 2], 3, 0)).toEqual([0, 2, 4]);
		expect(breakColumns([5, 3, 1], 1, 0)).toEqual([0]);
	});

	it('count the gaps between them', () => {
		// Without gaps 3 and 3 lines; with them the right column has a gap more.
		expect(breakColumns([3, 1, 1, 1], 2, 0)).toEqual([0, 1]);
		expect(breakColumns([3, 1, 1, 1], 2, 2)).toEqual([0, 2]);
	});
});

describe('the grid of the sheet', () => {
	const sizes = { leastPitch: 11, gaps: [0.8, 0.4] };

	it('leaves lines their distance, and all of them stand in the height', () => {
		const height = 460;
		const { starts, pitch, wordsPerLine, gap } = fitGrid(paragraphs, height, 2, sizes);
		expect(pitch).toBeGreaterThanOrEqual(sizes.leastPitch);
		expect(starts).toHaveLength(2);
		starts.forEach((start, i) => {
			const column = paragraphs.slice(start, starts[i + 1]);
			const lines = column.reduce((sum, one) => sum + linesOf(one, wordsPerLine), 0);
			expect((lines + gap * (column.length - 1)) * pitch).toBeLessThanOrEqual(height + 0.01);
		});
	});

	it('has fewer words a line where there is more height', () => {
		const words = (height: number) => fitGrid(paragraphs, height, 2, sizes).wordsPerLine;
		expect(words(700)).toBeLessThan(words(300));
	});

	it('is as good as can be where lines cannot have their distance', () => {
		const { pitch, gap } = fitGrid(paragraphs, 60, 2, sizes);
		expect(pitch).toBeLessThan(sizes.leastPitch);
		expect(gap).toBe(0.4);
	});
});
