import { expect, test } from '@playwright/test';
import { expectScene, openStory, overlap } from '../support/reader';

/** Beats with a chart; whether it is their stage's first picture. */
const BEATS = [
	['two-u2s', true],
	['bracket', false],
	['the-order', true]
] as const;

/** Windows, and whether their stage has room for a chart. */
const SIZES = [
	[{ width: 390, height: 844 }, true],
	[{ width: 320, height: 568 }, false],
	[{ width: 820, height: 1180 }, true],
	[{ width: 1280, height: 800 }, true],
	[{ width: 1366, height: 768 }, true],
	[{ width: 1440, height: 900 }, true],
	[{ width: 2560, height: 1080 }, true],
	[{ width: 1080, height: 1920 }, true],
	[{ width: 3840, height: 2160 }, true]
] as const;
/** A phone, and the lowest laptop; in CSS px. */
const TELLING = [390, 1366];

for (const [size, hasRoom] of SIZES) {
	test(
		`charts stand clear of everything at ${size.width} × ${size.height}`,
		{ tag: TELLING.includes(size.width) ? [] : '@full' },
		async ({ page }) => {
			await page.setViewportSize(size);
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await openStory(page);
			for (const [beat, first] of BEATS) {
				await page.evaluate(
					(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
					beat
				);
				await expectScene(page, beat);
				await page.evaluate(() => document.fonts.ready);
				const sheet = page.locator('[data-chart-sheet]');
				const figure = page.locator(`[id="${beat}"] [data-chart]`);
				const onStage = first && hasRoom;
				// Read out everywhere; seen once.
				await expect(figure.locator('.chart-words li').first()).toBeAttached();
				await expect(sheet).toHaveCount(onStage ? 1 : 0);
				const picture = await figure.locator('> [aria-hidden]').boundingBox();
				expect((picture?.width ?? 0) > 100).toBe(!onStage);
				if (!onStage) continue;
				const box = await sheet.boundingBox();
				const inside = await sheet.evaluate(
					(element) => element.scrollHeight <= element.clientHeight + 1
				);
				expect(inside, `${beat} is cut`).toBe(true);
				const others = await page.evaluate(() =>
					[
						...document.querySelectorAll(
							innerWidth < 700
								? '[data-stage] .bar, [data-stage] .tools > *'
								: '[aria-current="step"], [aria-current="step"] .panel, [data-stage] .bar, [data-stage] .tools > *'
						)
					].map((element) => {
						const { x, y, width, height } = element.getBoundingClientRect();
						return { name: element.getAttribute('class'), x, y, width, height };
					})
				);
				const under = others.filter((other) => box && other.width > 2 && overlap(box, other));
				expect(
					under.map(({ name }) => name),
					beat
				).toEqual([]);
			}
		}
	);
}
