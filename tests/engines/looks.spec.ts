/** Pictures and charts, which an engine may draw in another way, measured. */
import { brokenIn } from './charts';
import { expectPlace, expectShown, openStory } from './reader';
import { expect, SITE, test } from './test';

const CHARTS = ['two-u2s', 'the-order'];

/** A beat of each kind of picture. */
const PICTURES = {
	fifty: 'room',
	'great-impression': 'evening',
	'left-out': 'evidence'
};

test('charts are whole on the stage, on a phone too', async ({ engine }) => {
	for (const beat of CHARTS) {
		await engine.resize(1440, 900);
		await openStory(engine, beat);
		await expectShown(engine, '[data-chart-sheet]');
		expect.soft(await brokenIn(engine, '[data-chart-sheet]')).toEqual([]);
		await engine.resize(390, 844);
		await expectPlace(engine, beat);
		expect.soft(await brokenIn(engine, '[data-chart-sheet]')).toEqual([]);
	}
});

test('room, evening and line of evidence are whole on the stage, on a phone too', async ({
	engine
}) => {
	for (const [beat, kind] of Object.entries(PICTURES)) {
		await engine.resize(1440, 900);
		await openStory(engine, beat);
		for (const [width, height] of [
			[1440, 900],
			[390, 844]
		] as const) {
			await engine.resize(width, height);
			await expectShown(engine, `[data-picture="${kind}"] text`);
			await expectPlace(engine, beat);
			const cut = await engine.evaluate((selector) => {
				const frame = document.querySelector(selector)?.getBoundingClientRect();
				return [...document.querySelectorAll(`${selector} text`)].flatMap((text) => {
					const { left, right, top, bottom } = text.getBoundingClientRect();
					const inside =
						frame &&
						left >= frame.left - 1 &&
						right <= frame.right + 1 &&
						top >= frame.top - 1 &&
						bottom <= frame.bottom + 1;
					return inside ? [] : [text.textContent];
				});
			}, `[data-picture="${kind}"] svg`);
			expect.soft(cut, `${beat} at ${width}`).toEqual([]);
		}
	}
});

test('a guess is answered on the stage, after a reload too', async ({ engine }) => {
	const days = (answered: boolean) =>
		expectShown(engine, `[data-picture="evening"] [data-answered="${answered}"]`);
	await openStory(engine, 'unfinished-meeting');
	await days(false);
	await engine.click('#unfinished-meeting [data-guess="refuses"]');
	await days(true);
	await engine.reload();
	await expectPlace(engine, 'unfinished-meeting');
	await days(true);
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
