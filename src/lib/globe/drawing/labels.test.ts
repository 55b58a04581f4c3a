import { describe, expect, it } from 'vitest';
import { contains, overlaps } from '../camera/geometry';
import { placeLabels, type Wish } from './labels';

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
		const [first, second, third, fourth] = placeLabels(
			['a', 'b', 'c', 'd'].map((id) => wish(id, 200, 150, land)),
			{ bounds, taken: [], scale: 1, most }
		);
		for (const label of [first, second, third]) expect(label?.leader).toBeNull();
		expect(fourth?.leader).not.toBeNull();
		expect(fourth?.box.y).not.toBe(first?.box.y);
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
		expect(label).toMatchObject({ onInk: false, anchor: 'end' });
		expect(label?.leader).not.toBeNull();
	});
});
