import { describe, expect, it } from 'vitest';
import { drawnSize } from './drawn-size';

describe('the size that a picture in a frame is drawn for', () => {
	it('is the size of its box', () => {
		expect(drawnSize({ width: 360, height: 640 })).toEqual({ width: 360, height: 640 });
	});

	it('has room for the names where the box has not, and the shape of the box', () => {
		const { width, height } = drawnSize({ width: 280, height: 200 });
		expect(width).toBeGreaterThanOrEqual(320);
		expect(height).toBeGreaterThanOrEqual(190);
		expect(width / height).toBeCloseTo(1.4);
	});

	it('stays that of the still where the box is large and lies, so that the names grow', () => {
		expect(drawnSize({ width: 600, height: 300 })).toEqual({ width: 460, height: 230 });
		expect(drawnSize({ width: 600, height: 800 })).toEqual({ width: 600, height: 800 });
	});

	it('is not spread over a low box', () => {
		const { width, height } = drawnSize({ width: 600, height: 96 });
		expect(height).toBeGreaterThanOrEqual(190);
		expect(width / height).toBeCloseTo(2);
	});
});
