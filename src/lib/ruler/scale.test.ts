import { describe, expect, it } from 'vitest';
import { byDistance } from './distance';
import { bench } from './range.fixture';
import { along, scaleFor, targetAt } from './scale';

const origin = bench.places[1];
if (!origin) throw new Error('The fixture has lost Plesetsk.');
const targets = byDistance(origin, bench.places);

describe('the scale', () => {
	it('has room for the farthest place and the longest range', () => {
		const scale = scaleFor(targets, bench.missiles);
		expect(scale.most).toBeGreaterThanOrEqual(10_000);
		expect(scale.figures).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
		expect(scale.strokes).toHaveLength(21);
	});

	it('ends on half a step, however long it must be', () => {
		const { most, figures } = scaleFor([{ id: 'x', at: [0, 0], name: 'x', km: 17_340 }], []);
		expect(most).toBe(17_500);
		expect(figures).toEqual([0, 5000, 10_000, 15_000]);
	});

	it('exists without places and missiles', () => {
		expect(scaleFor([], []).most).toBe(1000);
	});
});

describe('along', () => {
	it('is a percentage that never leaves the scale', () => {
		const scale = { most: 10_000, figures: [], strokes: [] };
		expect(along(2500, scale)).toBe(25);
		expect(along(-5, scale)).toBe(0);
		expect(along(99_999, scale)).toBe(100);
		expect(along(NaN, scale)).toBe(0);
	});
});

describe('targetAt', () => {
	it('is the place nearest in distance', () => {
		expect(targetAt(7000, targets)?.id).toBe('usa');
		expect(targetAt(0, targets)?.id).toBe('moscow');
		expect(targetAt(NaN, targets)).toBeNull();
		expect(targetAt(5, [])).toBeNull();
	});
});
