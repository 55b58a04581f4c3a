import { expect, test } from '@playwright/test';
import { expectScene, openStory, overlap } from '../support/reader';

const BEATS = ['two-u2s', 'bracket', 'the-order'];

const SIZES = [
	[{ width: 390, height: 844 }, false],
	[{ width: 820, height: 1180 }, false],
	[{ width: 1280, height: 800 }, true],
	[{ width: 1440, height: 900 }, true],
	[{ width: 2560, height: 1080 }, true],
	[{ width: 1080, height: 1920 }, true],
	[{ width: 3840, height: 2160 }, true]
] as const;
/** One where charts stand among the words, the lowest stage and the narrowest one; in CSS px. */
const TELLING = [390, 1280, 1080];

for (const [size, onStage] of SIZES) {
	test(
		`charts stand clear of everything at ${size.width} × ${size.height}`,
		{ tag: TELLING.includes(size.width) ? [] : '@full' },
		async ({ page }) => {
			await page.setViewportSize(size);
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await openStory(page);
			for (const beat of BEATS) {
				await page.evaluate(
					(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
					beat
				);
				await expectScene(page, beat);
				await page.evaluate(() => document.fonts.ready);
				const sheet = page.locator('[data-chart-sheet]');
				const figure = page.locator(`[id="${beat}"] [data-chart]`);
				// Read out everywhere; seen once.
				await expect(figure.locator('.chart-words li').first()).toBeAttached();
				await expect(sheet).toBeVisible({ visible: onStage });
				const picture = await figure.locator('> [aria-hidden]').boundingBox();
				expect((picture?.width ?? 0) > 100).toBe(!onStage);
				if (!onStage) continue;
				const box = await sheet.boundingBox();
				const others = await page.evaluate(() =>
					[
						...document.querySelectorAll(
							'[aria-current="step"], [aria-current="step"] .panel, .bar, .away, .legend, [data-map] :is([data-label], [data-mark][data-focus="true"])'
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
