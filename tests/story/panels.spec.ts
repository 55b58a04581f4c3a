import { expect, test } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

const PANEL = '[aria-current="step"] [data-panel]';

test(
	'Esc closes a panel and leaves the keyboard where it was opened',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page, '/#two-u2s');
		await expectScene(page, 'two-u2s');
		const opener = page.locator('[aria-current="step"] :is(.chip, [data-panel] .more):visible');
		await expect(opener).toHaveCount(1);
		for (const way of ['keys', 'pointer'] as const) {
			if (way === 'keys') {
				await opener.focus();
				await page.keyboard.press('Enter');
			} else await opener.click();
			await expect(page.locator(`${PANEL} .text`)).toBeVisible();
			// Inside the panel, so that Tab goes on to its sources.
			await expect
				.poll(() => page.evaluate(() => Boolean(document.activeElement?.closest('[data-panel]'))))
				.toBe(true);
			await page.keyboard.press('Escape');
			await expect(page.locator(`${PANEL} .text`)).toBeHidden();
			await expect(opener).toBeFocused();
		}
	}
);

test(
	'a panel that its passage leaves takes the keyboard to the passage that is read',
	{ tag: '@phone' },
	async ({ page }) => {
		await openStory(page, '/#two-u2s');
		await expectScene(page, 'two-u2s');
		await page.locator('[aria-current="step"] :is(.chip, [data-panel] .more):visible').click();
		await page.evaluate(() => document.getElementById('signed')?.scrollIntoView());
		await expectScene(page, 'signed');
		await expect(page.locator('[data-panel]:popover-open')).toHaveCount(0);
		expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
	}
);

test('without room beside the words a panel is noticed among them: its number and its question', async ({
	page
}, info) => {
	test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
	for (const size of [
		{ width: 320, height: 568 },
		{ width: 844, height: 390 }
	]) {
		await page.setViewportSize(size);
		await openStory(page, '/#two-u2s');
		await expectScene(page, 'two-u2s');
		const beat = page.locator('#two-u2s');
		const chip = beat.getByRole('button', { name: '386 High and low: two ways to spy on Cuba' });
		await chip.scrollIntoViewIfNeeded();
		await expect(chip).toBeInViewport({ ratio: 1 });
		const top = async (what: string) => (await beat.locator(what).first().boundingBox())?.y ?? 0;
		expect(await top('.telegram')).toBeLessThan(await top('.chip'));
		expect(await top('.chip')).toBeLessThan(await top('.narration'));
		await chip.click();
		await expect(beat.locator('[data-panel] .text')).toBeVisible();
		await page.keyboard.press('Escape');
	}
});

test('words of a panel are found from anywhere: it opens at its passage, and can be found again', async ({
	page
}) => {
	await openStory(page);
	await expectScene(page, 'cover');
	const heading = page.locator('#two-u2s [data-panel] h4');
	const id = (await heading.getAttribute('id')) ?? '';
	await expect(heading).toBeHidden();
	for (let i = 0; i < 2; i += 1) {
		// A fragment goes the way of find-in-page: what is hidden until found is shown.
		await page.evaluate((fragment) => (location.hash = fragment), id);
		await expectScene(page, 'two-u2s');
		await expect(page.locator('#two-u2s [data-panel] .text')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.locator('#two-u2s [data-panel] .text')).toBeHidden();
		await expect(page.locator('#two-u2s .findable')).toHaveAttribute('hidden', 'until-found');
		await expect(page.locator('#two-u2s .rest')).toHaveAttribute('hidden', 'until-found');
		await page.evaluate(() => {
			location.hash = 'cover';
		});
		await expectScene(page, 'cover');
	}
	// And by a link from outside.
	await page.goto('about:blank');
	await openStory(page, `/#${id}`);
	await expectScene(page, 'two-u2s');
	await expect(page.locator('#two-u2s [data-panel] .text')).toBeVisible();
});

test('no words that can be read are out of find-in-page’s reach', async ({ page }) => {
	await openStory(page, '/#two-u2s');
	await expectScene(page, 'two-u2s');
	const unreachable = await page.locator('main').evaluate((main) => {
		const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
		const lost: string[] = [];
		while (walker.nextNode()) {
			const text = walker.currentNode as Text;
			const parent = text.parentElement;
			if (!parent || !text.data.trim()) continue;
			// Their own labels: buttons, and the folds that find-in-page opens by itself. What is said to another guess.
			if (parent.closest('button, summary, svg, style, .told, [data-reply], [data-guessed]')) {
				continue;
			}
			if (parent.closest('[hidden="until-found"], details:not([open])')) continue;
			if (!parent.checkVisibility()) lost.push(text.data.slice(0, 60));
		}
		return lost;
	});
	expect(unreachable).toEqual([]);
});

for (const [size, tag] of [
	[{ width: 390, height: 844 }, '@full'],
	[{ width: 390, height: 664 }, undefined],
	[{ width: 320, height: 568 }, undefined],
	[{ width: 820, height: 1180 }, '@full'],
	[{ width: 1080, height: 1920 }, '@full'],
	[{ width: 1366, height: 768 }, undefined]
] as const) {
	test(
		`the open legend lies in the window, scrolls and closes, at ${size.width} × ${size.height}`,
		{ tag },
		async ({ page }, info) => {
			test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
			await page.setViewportSize(size);
			await openStory(page, '/#october');
			await expectScene(page, 'october');
			const legend = page.locator('[data-stage] [data-legend]');
			const signs = legend.locator('.signs');
			const ways = {
				Esc: () => page.keyboard.press('Escape'),
				'a press beside it': () => page.mouse.click(size.width / 2, 120),
				'its own button': () => legend.locator('summary').click(),
				Next: () => page.locator('[data-next]').click()
			};
			for (const [way, close] of Object.entries(ways)) {
				await legend.locator('summary').click();
				await expect(signs, way).toBeInViewport({ ratio: 0.99 });
				const box = await signs.boundingBox();
				const header = await page.locator('[data-header]').boundingBox();
				expect(box && header && box.y >= header.y + header.height - 1, way).toBe(true);
				await signs.locator('a').scrollIntoViewIfNeeded();
				await expect(signs.locator('a')).toBeInViewport({ ratio: 0.99 });
				await signs.locator('li').first().scrollIntoViewIfNeeded();
				await expect(signs.locator('li').first()).toBeInViewport({ ratio: 0.99 });
				await expect(legend.locator('summary')).toBeInViewport({ ratio: 0.99 });
				// The buttons beside it stay whole.
				for (const button of await page.locator('[data-stage] .foot button:visible').all()) {
					await expect(button, way).toBeInViewport({ ratio: 0.99 });
				}
				await close();
				await expect(signs, way).toBeHidden();
			}
		}
	);
}
