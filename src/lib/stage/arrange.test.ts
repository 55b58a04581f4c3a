import { describe, expect, it } from 'vitest';
import { contains, overlaps } from '$lib/globe/camera/geometry';
import { STAGES, type StageKind } from '$lib/model/stage';
import { arrange } from './arrange';

const wide = { x: 700, y: 20, width: 1200, height: 800 };
const upright = { x: 0, y: 0, width: 900, height: 1300 };

describe('one picture', () => {
	it('has the whole free part, be it the map or another', () => {
		expect(arrange(['map'], wide)).toEqual({ map: wide, boxes: [] });
		expect(arrange(['room'], wide)).toEqual({ map: null, boxes: [{ kind: 'room', rect: wide }] });
	});
});

it('draws no plan as a corridor on an upright screen', () => {
	const { boxes } = arrange(['room'], { x: 540, y: 100, width: 500, height: 1500 });
	const [{ rect } = { rect: upright }] = boxes;
	expect(rect.height).toBeLessThan(1.5 * rect.width);
	expect(rect.y - 100).toBeCloseTo(1600 - rect.y - rect.height, -1);
	expect(rect.width).toBe(500);
});

describe('two pictures', () => {
	const pairs = STAGES.flatMap((a) =>
		STAGES.filter((b) => b !== a).map((b): [StageKind, StageKind] => [a, b])
	);

	it.each(pairs)('%s and %s lie apart, inside the free part, and neither is a sliver', (a, b) => {
		for (const free of [wide, upright]) {
			const { map, boxes } = arrange([a, b], free);
			const rects = [...(map ? [map] : []), ...boxes.map(({ rect }) => rect)];
			expect(rects).toHaveLength(2);
			const [one = free, other = free] = rects;
			expect(overlaps(one, other)).toBe(false);
			for (const rect of rects) {
				expect(contains(free, rect)).toBe(true);
				expect(Math.min(rect.width, rect.height)).toBeGreaterThan(300);
			}
		}
	});

	it('puts the evening below, as wide as the stage', () => {
		const { map, boxes } = arrange(['map', 'evening'], wide);
		expect(boxes[0]?.rect.width).toBe(wide.width);
		expect(boxes[0]?.rect.y).toBeGreaterThan(map?.y ?? Infinity);
		expect(arrange(['evening', 'map'], wide)).toEqual({ map, boxes });
	});
});
