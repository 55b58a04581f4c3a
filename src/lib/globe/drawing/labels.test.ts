import { describe, expect, it } from 'vitest';
import { contains, distance, overlaps } from '../camera/geometry';
import { placeLabels, type Wish } from './labels';
import { crosses, meet } from './leaders';

const bounds = { x: 0, y: 0, width: 400, height: 300 };
const most = { territory: 9, place: 9, country: 9, water: 9 };
const wish = (id: string, x: number, y: number, part: Partial<Wish> = {}): Wish => ({
	id,
	text: `Place ${id}`,
	lettering: 'place',
	focus: false,
	rank: 0,
	x,
	y,
	clear: 9,
	...part
});

describe('placeLabels', () => {
	it('keeps labels inside, off each other, off marks and off what covers the map', () => {
		const cover = { x: 200, y: 200, width: 200, height: 100 };
		const marks = [10, 60, 110, 160, 210, 260, 310, 390].map((x, i) => ({ x, y: 40 + 31 * i }));
		const taken = [
			cover,
			...marks.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 }))
		];
		const labels = placeLabels(
			marks.map(({ x, y }, i) => wish(String(i), x, y)),
			{ bounds, taken, scale: 1, most }
		);
		expect(labels.length).toBeGreaterThan(4);
		labels.forEach((label, i) => {
			expect(contains(bounds, label.box)).toBe(true);
			for (const other of labels.slice(i + 1)) expect(overlaps(label.box, other.box)).toBe(false);
			for (const box of taken) expect(overlaps(label.box, box)).toBe(false);
		});
	});

	it('gives the words of the beat their place first', () => {
		const here = [
			wish('first', 200, 150, { clear: 0 }),
			wish('focus', 200, 150, { clear: 0, rank: 2 })
		];
		const [winner] = placeLabels(here, {
			bounds: { x: 150, y: 140, width: 110, height: 20 },
			taken: [],
			scale: 1,
			most: most
		});
		expect(winner?.id).toBe('focus');
	});

	it('names all that the passage is about where another order has room for it', () => {
		const wishes = [
			wish('anywhere', 100, 150, { rank: 2 }),
			wish('here alone', 95, 150, { rank: 2, clear: 0, text: 'Here' })
		];
		const taken = [
			{ x: 0, y: 0, width: 400, height: 139 },
			{ x: 0, y: 161, width: 400, height: 139 }
		];
		const labels = placeLabels(wishes, { bounds, taken, scale: 1, most });
		expect(labels.map(({ id }) => id).sort()).toEqual(['anywhere', 'here alone']);
	});

	it('stands beside another point of its line where a stroke runs through the first', () => {
		const along = wish('line', 200, 150, { or: [{ x: 80, y: 60 }] });
		const strokes = [{ x: 60, y: 100, width: 300, height: 100 }];
		const [label] = placeLabels([along], { bounds, taken: [], strokes, scale: 1, most });
		expect(label?.box.y).toBeLessThan(90);
	});

	it('slides a name inwards where its mark stands near the edge', () => {
		const beside = { x: 40, y: 153, width: 360, height: 147 };
		const below = { x: 0, y: 168, width: 40, height: 132 };
		const [label] = placeLabels([wish('a', 30, 160, { text: 'A rather long name' })], {
			bounds,
			taken: [beside, below],
			scale: 1,
			most
		});
		expect(label?.box.x).toBe(0);
		expect(label?.box.y).toBeLessThan(150);
	});

	it('puts the name of a small land beside it, with a leader, when its own place is taken', () => {
		const land = { lettering: 'territory', clear: 0 } as const;
		const here = [{ x: 190, y: 140, width: 20, height: 20 }];
		const [label] = placeLabels([wish('a', 200, 150, land)], {
			bounds,
			taken: here,
			scale: 1,
			most
		});
		expect(label?.leader?.slice(0, 2)).toEqual([200, 150]);
	});

	it('writes a territory on its own point, or with a leader that crosses no name and no other leader', () => {
		const land = { lettering: 'territory', clear: 0 } as const;
		const points = [0, 14, 31, 40, 52, 66].map((y, i) => ({ x: 200 + 7 * (i % 3), y: 100 + y }));
		const labels = placeLabels(
			points.map(({ x, y }, i) => wish(String(i), x, y, land)),
			{ bounds, taken: [], scale: 1, most }
		);
		expect(labels.length).toBeGreaterThan(2);
		for (const { id, box, leader } of labels) {
			const point = points[Number(id)] ?? { x: NaN, y: NaN };
			if (!leader) expect(distance(box, point)).toBe(0);
			else expect(leader.slice(0, 2)).toEqual([point.x, point.y]);
			for (const other of labels.filter((one) => one.id !== id && leader)) {
				expect(leader && crosses(leader, other.box)).toBe(false);
				expect(leader && other.leader && meet(leader, other.leader)).not.toBe(true);
			}
		}
	});

	it('leaves a territory out whose point lies under another name', () => {
		const land = { lettering: 'territory', clear: 0 } as const;
		const labels = placeLabels([wish('a', 200, 150, land), wish('b', 210, 152, land)], {
			bounds,
			taken: [],
			scale: 1,
			most
		});
		expect(labels.map(({ id }) => id)).toEqual(['a']);
	});

	it('sets in two lines what has no room in one', () => {
		const caution = wish('a', 50, 100, { text: 'Illustrative route: not recorded', drawn: true });
		const [label] = placeLabels([caution], {
			bounds: { x: 0, y: 0, width: 160, height: 200 },
			taken: [],
			scale: 1,
			most
		});
		expect(label?.lines).toEqual(['Illustrative route:', 'not recorded']);
	});

	it('gives what a line says its place before a name that can stand elsewhere on its land', () => {
		const strip = { x: 150, y: 0, width: 250, height: 300 };
		const land = { lettering: 'country', clear: 0, rank: 2, text: 'LAND' } as const;
		const labels = placeLabels(
			[
				wish('land', 60, 100, { ...land, or: [{ x: 60, y: 250 }] }),
				wish('line', 60, 100, { drawn: true, text: 'Schematic', clear: 1 })
			],
			{
				bounds: { ...bounds, width: 120 },
				taken: [
					strip,
					{ x: 0, y: 125, width: 120, height: 90 },
					{ x: 0, y: 0, width: 120, height: 75 }
				],
				scale: 1,
				most
			}
		);
		expect(labels.map(({ id }) => id).sort()).toEqual(['land', 'line']);
	});

	it('keeps names off the line of the ruler, or leaves them out', () => {
		const ruler = Array.from({ length: 40 }, (_, i) => ({
			x: 10 * i,
			y: 144,
			width: 12,
			height: 12
		}));
		const room = { bounds, taken: [], ruler, scale: 1, most };
		const land = { lettering: 'country', clear: 0, text: 'UNITED STATES' } as const;
		expect(placeLabels([wish('a', 200, 150, land)], room)).toEqual([]);
		const [label] = placeLabels([wish('a', 200, 150, { ...land, rank: 2 })], room);
		expect(label).toBeDefined();
		for (const stroke of ruler) expect(label && overlaps(label.box, stroke)).toBe(false);
	});

	it('leaves out what finds no room, and never more than allowed', () => {
		expect(
			placeLabels([wish('a', 900, 900)], { bounds: bounds, taken: [], scale: 1, most: most })
		).toEqual([]);
		const many = Array.from({ length: 8 }, (_, i) => wish(String(i), 60, 20 + 34 * i));
		expect(
			placeLabels(many, { bounds: bounds, taken: [], scale: 1, most: { ...most, place: 3 } })
		).toHaveLength(3);
	});
});

describe('placeLabels, at the edge of the globe', () => {
	const ground = (box: { x: number; width: number }) =>
		box.x + box.width <= 200 ? 'globe' : box.x >= 200 ? 'ink' : 'edge';
	const at = (part: Partial<Wish>) =>
		placeLabels([wish('a', 190, 150, part)], {
			bounds: bounds,
			taken: [],
			scale: 1,
			most: most,
			ground
		})[0];

	it('turns a label inwards, and hangs it on the side of its mark', () => {
		expect(at({})).toMatchObject({ anchor: 'end', x: 181, onInk: false });
	});

	it('writes it for the dark ground when there is no room on the globe', () => {
		const inward = { x: 0, y: 0, width: 198, height: 300 };
		const [label] = placeLabels([wish('a', 195, 150)], {
			bounds: bounds,
			taken: [inward],
			scale: 1,
			most: most,
			ground
		});
		expect(label).toMatchObject({ anchor: 'start', onInk: true });
	});

	it('leaves out a country that would stand beside the earth, unless the passage is about it', () => {
		expect(at({ clear: 0 })).toBeUndefined();
		const label = at({ clear: 0, rank: 2 });
		expect(label).toMatchObject({ onInk: true, anchor: 'start' });
		expect(label?.leader).not.toBeNull();
	});
});
