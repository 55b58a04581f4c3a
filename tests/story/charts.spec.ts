import { expect, test, type Page } from '@playwright/test';
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
	[{ width: 900, height: 700 }, false],
	[{ width: 1024, height: 768 }, false],
	[{ width: 1100, height: 720 }, true],
	[{ width: 1280, height: 800 }, true],
	[{ width: 1366, height: 768 }, true],
	[{ width: 1440, height: 900 }, true],
	[{ width: 2560, height: 1080 }, true],
	[{ width: 1080, height: 1920 }, true],
	[{ width: 3840, height: 2160 }, true]
] as const;
/** A phone, the narrowest chart beside a panel, a window without room for one, and the lowest laptop; in CSS px. */
const TELLING = [390, 900, 1100, 1366];

/** Lettering of the clocks in a passage or on the stage that lies on other lettering, or on a clock that is not its own. */
const onEachOther = (page: Page, beat: string): Promise<string[]> =>
	page.evaluate((id) => {
		const all = document.querySelectorAll(
			`[id="${id}"] [data-chart] .chart-zones text, [data-chart-sheet] .chart-zones text`
		);
		const seen = [...all].filter((text) => {
			const frame = text.closest('.chart-figure > [aria-hidden]');
			return text.checkVisibility() && !(frame && frame.getBoundingClientRect().width < 2);
		});
		/** Of a clock, or of capitals: the box of a text is as high as its line. */
		const boxOf = (text: Element) => {
			const clock = text.closest('.time')?.querySelector('rect')?.getBoundingClientRect();
			if (clock) return clock;
			const { x, y, width, height } = text.getBoundingClientRect();
			return new DOMRect(x, y + height * 0.2, width, height * 0.6);
		};
		return seen.flatMap((text, i) => {
			const box = boxOf(text);
			const over = seen.slice(i + 1).find((other) => {
				const { left, right, top, bottom } = boxOf(other);
				return (
					left < box.right - 1 &&
					box.left < right - 1 &&
					top < box.bottom - 1 &&
					box.top < bottom - 1
				);
			});
			return over ? [`“${text.textContent}” lies on “${over.textContent}”`] : [];
		});
	}, beat);

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
				expect(await onEachOther(page, beat), beat).toEqual([]);
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
