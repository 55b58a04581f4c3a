/** Charts, which an engine may draw in another way, measured. */
import { brokenIn } from './charts';
import { expectPlace, openStory } from './reader';
import { expect, SITE, test } from './test';

const CHARTS = ['two-u2s', 'the-order'];

test('charts are whole on the stage and, on a phone, among the words', async ({ engine }) => {
	for (const beat of CHARTS) {
		await engine.resize(1440, 900);
		await openStory(engine, beat);
		expect.soft(await brokenIn(engine, '[data-chart-sheet]')).toEqual([]);
		await engine.resize(390, 844);
		await expectPlace(engine, beat);
		expect.soft(await brokenIn(engine, `[id="${beat}"] [data-chart] > [aria-hidden]`)).toEqual([]);
	}
});

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
