import { expect, it } from 'vitest';
import { crosses, meet } from './leaders';

const box = { x: 10, y: 10, width: 20, height: 4 };

it('knows the box that a leader runs through, however thin', () => {
	expect(crosses([0, 0, 100, 100], box)).toBe(true);
	expect(crosses([15, 0, 15, 100], box)).toBe(true);
	expect(crosses([12, 12, 14, 13], box)).toBe(true);
	expect(crosses([0, 0, 100, 10], box)).toBe(false);
	expect(crosses([0, 12, 9, 12], box)).toBe(false);
	expect(crosses([0, 9, 100, 9], box)).toBe(false);
});

it('knows leaders that cross', () => {
	expect(meet([0, 0, 10, 10], [0, 10, 10, 0])).toBe(true);
	expect(meet([0, 0, 10, 10], [0, 1, 10, 11])).toBe(false);
	expect(meet([0, 0, 4, 4], [0, 10, 10, 0])).toBe(false);
});
