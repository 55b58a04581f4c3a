import { describe, expect, it } from 'vitest';
import {
	arcBetween,
	firstPart,
	headOf,
	lastPart,
	lengthOf,
	meeting,
	pathOf,
	pointAt
} from './curve';

const left = { x: 0, y: 0 };
const right = { x: 100, y: 0 };

describe('arcBetween', () => {
	it('stops before both ends, on the way to its control point', () => {
		const { from, to } = arcBetween(left, right, 0, [10, 20]);
		expect(from).toEqual({ x: 10, y: 0 });
		expect(to).toEqual({ x: 80, y: 0 });
	});

	it('sags with a bow above 0 and rises with one below', () => {
		expect(pointAt(arcBetween(left, right, 0.2, [0, 0]), 0.5).y).toBe(10);
		expect(pointAt(arcBetween(left, right, -0.2, [0, 0]), 0.5).y).toBe(-10);
	});
});

describe('parts of a curve', () => {
	it('meet where it is cut, and are the whole together', () => {
		const whole = arcBetween(left, right, 0.3, [0, 0]);
		const [before, after] = [firstPart(whole, 0.4), lastPart(whole, 0.4)];
		expect(before.from).toEqual(whole.from);
		expect(before.to).toEqual(pointAt(whole, 0.4));
		expect(after.from).toEqual(before.to);
		expect(after.to).toEqual(whole.to);
		expect(lengthOf(before) + lengthOf(after)).toBeCloseTo(lengthOf(whole), 0);
	});
});

describe('meeting', () => {
	const down = arcBetween({ x: 25, y: -50 }, { x: 25, y: 50 }, 0, [0, 0]);

	it('finds where one curve crosses the other', () => {
		expect(meeting(arcBetween(left, right, 0, [0, 0]), down)).toBeCloseTo(0.25, 1);
	});

	it('finds nothing where they do not meet', () => {
		const below = arcBetween({ x: 0, y: 80 }, { x: 100, y: 80 }, 0, [0, 0]);
		expect(meeting(below, down)).toBeNull();
	});
});

describe('paths', () => {
	it('have coordinates to a tenth of a pixel', () => {
		const curve = { from: { x: 1 / 3, y: 0 }, control: { x: 50, y: 9.99 }, to: right };
		expect(pathOf(curve)).toBe('M0.3,0Q50,10 100,0');
	});

	it('end in an arrowhead whose tip lies beyond the line', () => {
		expect(headOf(arcBetween(left, right, 0, [0, 10]), 10)).toBe('M90,-5.2L100,0L90,5.2Z');
	});
});
