/** Pictures of our own that an engine may draw in another way: charts and the clock, measured. */
import type { Engine } from './engine';
import { expectPlace, openStory } from './reader';
import { expect, SITE, test } from './test';

const CHARTS = ['two-u2s', 'the-order'];

/**
 * What of a chart lies outside of it or has no size, px; an empty list is a whole chart.
 *
 * @param chart of those that it matches, the ones that are shown
 */
const brokenIn = (engine: Engine, chart: string) =>
	engine.evaluate((selector) => {
		const charts = [...document.querySelectorAll(selector)].filter(
			(found) => found.getBoundingClientRect().width > 100
		);
		if (charts.length === 0) return ['no chart'];
		return charts.flatMap((found) => {
			const frame = found.getBoundingClientRect();
			const shapes = [...found.querySelectorAll('svg :is(line, path, rect, circle, text)')];
			if (shapes.length < 10) return ['no shapes'];
			return shapes
				.filter((shape) => !shape.closest('defs'))
				.filter((shape) => {
					const { left, right, top, bottom, width, height } = shape.getBoundingClientRect();
					const inside =
						left >= frame.left - 3 &&
						right <= frame.right + 3 &&
						top >= frame.top - 3 &&
						bottom <= frame.bottom + 3;
					const shown = getComputedStyle(shape).display !== 'none';
					return shown && (!inside || Math.max(width, height) < 1);
				})
				.map((shape) => {
					const { x, y, width, height } = shape.getBoundingClientRect();
					return `${shape.outerHTML.slice(0, 60)} at ${[x - frame.x, y - frame.y, width, height].map(Math.round)} of ${[frame.width, frame.height].map(Math.round)}`;
				});
		});
	}, chart);

for (const beat of CHARTS) {
	test(`the chart of ${beat} is whole on the stage and, on a phone, among the words`, async ({
		engine
	}) => {
		await openStory(engine, beat);
		expect.soft(await brokenIn(engine, '[data-chart-sheet]')).toEqual([]);
		await engine.resize(390, 844);
		await expectPlace(engine, beat);
		expect.soft(await brokenIn(engine, `[id="${beat}"] [data-chart] > [aria-hidden]`)).toEqual([]);
	});
}

test.describe('without scripts', () => {
	test.use({ scripts: false });
	test.skip(({ engineName }) => engineName === 'firefox', 'Playwright cannot stop scripts there');

	test('the charts are whole', async ({ engine }) => {
		await engine.goto(SITE);
		expect(await engine.evaluate(() => matchMedia('(scripting: none)').matches)).toBe(true);
		for (const beat of CHARTS) {
			expect
				.soft(await brokenIn(engine, `[id="${beat}"] [data-chart] > [aria-hidden]`))
				.toEqual([]);
		}
	});
});

test('each label of the clock is in one piece, on one line', async ({ engine }) => {
	await openStory(engine, 'rumour');
	const torn = await engine.evaluate(() =>
		[...document.querySelectorAll<SVGTextElement>('[data-clock] text')]
			.map((label) => {
				// Where each letter is drawn: parts of a label with another baseline are higher or lower.
				const tops = Array.from(
					{ length: label.getNumberOfChars() },
					(_, i) => label.getExtentOfChar(i).y
				);
				return { label: label.textContent?.trim(), apart: Math.max(...tops) - Math.min(...tops) };
			})
			.filter(({ apart }) => apart > 1)
	);
	expect(torn).toEqual([]);
});
