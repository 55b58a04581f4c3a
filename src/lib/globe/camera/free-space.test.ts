import { describe, expect, it } from 'vitest';
import { freeSpace } from './free-space';
import { overlaps } from './geometry';

const stage = { x: 0, y: 0, width: 1440, height: 852 };
const column = { x: 64, y: 0, width: 470, height: 852 };
const bar = { x: 560, y: 700, width: 850, height: 120 };
const panel = { x: 1100, y: 30, width: 300, height: 240 };

describe('freeSpace', () => {
	it('is the whole stage when nothing lies over it', () => {
		expect(freeSpace(stage, [])).toEqual(stage);
	});

	it('leaves column, table and panel alone', () => {
		const free = freeSpace(stage, [column, bar, panel]);
		for (const cover of [column, bar, panel]) expect(overlaps(free, cover)).toBe(false);
		expect(free.x).toBe(534);
		expect(free.y + free.height).toBe(700);
		expect(Math.min(free.width, free.height)).toBeGreaterThan(420);
	});

	it('prefers the space below a wide panel to the sliver beside it', () => {
		const wide = { x: 600, y: 0, width: 840, height: 200 };
		const free = freeSpace(stage, [column, wide]);
		expect(free.y).toBe(200);
		expect(free.width).toBe(1440 - 534);
	});

	it('survives a stage without size, insane boxes, and a stage that is covered', () => {
		const nothing = { x: 0, y: 0, width: 0, height: 0 };
		expect(freeSpace(nothing, [column])).toEqual(nothing);
		expect(freeSpace(stage, [{ x: NaN, y: 0, width: 10, height: 10 }])).toEqual(stage);
		expect(freeSpace(stage, [stage])).toEqual(stage);
	});
});
