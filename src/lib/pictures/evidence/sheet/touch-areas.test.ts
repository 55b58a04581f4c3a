import { describe, expect, it } from 'vitest';
import { contains, overlaps } from '$lib/globe/camera/geometry';
import { touchAreas } from './touch-areas';

const SHEET = { x: 0, y: 0, width: 300, height: 200 };
/** A bar with its sign at the start, CSS px. */
const at = (x: number, y: number, width = 12) => ({
	bar: { x, y: y - 4, width, height: 8 },
	disc: { x: x + 6, y, radius: 8 }
});

describe('what of weighed words is touched', () => {
	it('is as large as a finger needs', () => {
		const [area] = touchAreas([at(100, 100)], 44, SHEET);
		expect(area).toEqual({ x: 84, y: 78, width: 44, height: 44 });
	});

	it('is as long as the words where they are longer', () => {
		const [area] = touchAreas([at(100, 100, 120)], 44, SHEET);
		expect(area).toEqual({ x: 84, y: 78, width: 136, height: 44 });
	});

	it('does not leave the sheet', () => {
		for (const area of touchAreas([at(2, 5), at(280, 195, 18)], 44, SHEET)) {
			expect(contains(SHEET, area)).toBe(true);
		}
	});

	it('is cut in the middle between neighbours, beside and below each other', () => {
		const [one, beside, below] = touchAreas([at(100, 100), at(130, 100), at(100, 124)], 44, SHEET);
		if (!one || !beside || !below) throw new Error('There are three.');
		expect(one.x + one.width).toBe(121);
		expect(beside.x).toBe(121);
		expect(one.y + one.height).toBe(112);
		expect(below.y).toBe(112);
		expect(overlaps(beside, below)).toBe(false);
	});
});
