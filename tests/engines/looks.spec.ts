/** Pictures of our own that an engine may draw in another way: charts and the clock, measured. */
import { brokenIn } from './charts';
import { expectPlace, openStory } from './reader';
import { expect, SITE, test } from './test';

const CHARTS = ['two-u2s', 'the-order'];

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
			.filter(({ apart }) => apart > 3)
	);
	expect(torn).toEqual([]);
});
