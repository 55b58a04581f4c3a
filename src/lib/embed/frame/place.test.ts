import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept, placeAt, shareOf, turn } from './place';

const someSteps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 50 });

describe('turning pages', () => {
	it('goes through every page of every step, and back the same way', () => {
		const pages = [2, 1, 3];
		const way = ['0.0'];
		for (let at = turn(pages, { step: 0, page: 0 }, 1); at; at = turn(pages, at, 1)) {
			way.push(`${at.step}.${at.page}`);
		}
		expect(way).toEqual(['0.0', '0.1', '1.0', '2.0', '2.1', '2.2']);
		const back = ['2.2'];
		for (let at = turn(pages, { step: 2, page: 2 }, -1); at; at = turn(pages, at, -1)) {
			back.push(`${at.step}.${at.page}`);
		}
		expect(back.reverse()).toEqual(way);
	});
});

describe('the share of the way', () => {
	it('finds every page again from its own share', () => {
		fc.assert(
			fc.property(someSteps, fc.nat(), fc.nat(), (pages, a, b) => {
				const step = a % pages.length;
				const place = { step, page: b % (pages[step] ?? 1) };
				expect(placeAt(pages, shareOf(pages, place))).toEqual(place);
			})
		);
	});

	it('stays inside, from the first page at 0 to the last at 1', () => {
		fc.assert(
			fc.property(someSteps, fc.double({ noNaN: true }), (pages, p) => {
				const { step, page } = placeAt(pages, p);
				expect(pages[step]).toBeGreaterThan(page);
			})
		);
		expect(placeAt([2, 3], 0)).toEqual({ step: 0, page: 0 });
		expect(placeAt([2, 3], 1)).toEqual({ step: 1, page: 2 });
	});
});

describe('another width', () => {
	it('keeps the step, and its last page when the page is gone', () => {
		expect(kept([1, 2], { step: 1, page: 5 })).toEqual({ step: 1, page: 1 });
		expect(kept([1, 2], { step: 7, page: 0 })).toEqual({ step: 1, page: 0 });
	});
});
