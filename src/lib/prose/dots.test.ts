import { expect, it } from 'vitest';
import { columnsFor, dotsHeight, dotsPath } from './dots';

/** Where the dots of a path stand. */
const dots = (path: string) =>
	[...path.matchAll(/M(\d+) (\d+)h([\d.]+)/g)].flatMap(([, x, y, length]) =>
		Array.from({ length: Math.floor(Number(length) / 10) + 1 }, (_, i) => [
			Number(x) + 10 * i,
			Number(y)
		])
	);

it.each([0, 1, 6, 36, 203, 386])('%d things are as many dots, none on another', (count) => {
	const columns = columnsFor(count);
	const drawn = dots(dotsPath(0, count, columns));
	expect(drawn).toHaveLength(count);
	expect(new Set(drawn.map(String)).size).toBe(count);
	for (const [x = 0, y = 0] of drawn) {
		expect(x).toBeLessThan(10 * columns);
		expect(y).toBeLessThan(dotsHeight(count, columns));
	}
});

it('those that only some counts have go on where the others end', () => {
	const certain = dots(dotsPath(0, 20, 15));
	const more = dots(dotsPath(20, 36, 15));
	expect([...certain, ...more]).toEqual(dots(dotsPath(0, 36, 15)));
});
