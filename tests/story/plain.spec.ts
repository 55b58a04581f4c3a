import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test(
	'without JavaScript the whole story is there: words, narration, notes, panels, people',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('[data-telegram]').last()).toBeVisible();
		for (const kind of ['.narration', '.note', '.panel', '.panel .text', '.who', 'dialog.card']) {
			const seen = await page
				.locator(kind)
				.evaluateAll((blocks) =>
					blocks.map(
						(block) => block.checkVisibility({ visibilityProperty: true }) && block.clientHeight > 0
					)
				);
			expect(seen.length, kind).toBeGreaterThan(15);
			expect(seen, kind).not.toContain(false);
		}
		await expect(page.locator('.panel')).toHaveCount(22);
		expect(await page.locator('.note[data-mark]').count()).toBeGreaterThanOrEqual(20);
	}
);

test('without JavaScript every section shows a still map that is a real picture', async ({
	page,
	request
}) => {
	await page.goto('/');
	const maps = page.locator('img.still:visible');
	await expect(maps).toHaveCount(13);
	for (let i = 0; i < 13; i += 1) {
		await maps.nth(i).scrollIntoViewIfNeeded();
		const says = (await maps.nth(i).getAttribute('aria-describedby')) ?? '';
		await expect(page.locator(`#${says}`)).toHaveText(/\w{3,}.*\./);
		await expect(page.locator(`#${says}`)).toBeVisible();
		const response = await request.get(
			new URL((await maps.nth(i).getAttribute('src')) ?? '', page.url()).href
		);
		expect(response.status()).toBe(200);
		expect(await response.text()).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
	}
});

test('without JavaScript a name leads to its card', { tag: '@smoke' }, async ({ page }) => {
	await page.goto('/');
	await page.locator('#rumour [data-telegram] a[href="#person-guevara"]').first().click();
	await expect(page).toHaveURL(/#person-guevara$/);
	await expect(page.locator('#person-guevara')).toBeInViewport();
});

test(
	'without JavaScript nothing covers anything and nothing scrolls sideways',
	{ tag: '@phone' },
	async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('[data-header]')).toBeHidden();
		await expect(page.locator('[data-stage]')).toBeHidden();
		const box = await page.locator('main').boundingBox();
		expect(box && box.x >= 0 && box.width <= (page.viewportSize()?.width ?? 0)).toBe(true);
	}
);
