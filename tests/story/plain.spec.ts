import { expect, test } from '@playwright/test';
import { BEATS, PANELS } from '../support/content';

test.use({ javaScriptEnabled: false });

test(
	'without JavaScript the whole story is there: words, narration, notes, panels',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('[data-telegram]').last()).toBeVisible();
		for (const kind of ['.narration', '.note', '.panel', '.panel .text', '.who']) {
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
		await expect(page.locator('.panel')).toHaveCount(PANELS);
		expect(await page.locator('.note[data-mark]').count()).toBeGreaterThanOrEqual(20);
	}
);

test('without JavaScript every passage has a still that is a real picture', async ({
	page,
	request
}) => {
	await page.goto('/');
	const maps = page.locator('img.still:visible');
	await expect(maps).toHaveCount(BEATS);
	for (let i = 0; i < BEATS; i += 1) {
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

test('without JavaScript a name leads to its entry', { tag: '@smoke' }, async ({ page }) => {
	await page.goto('/');
	await page.locator('#rumour [data-telegram] a[href="people/#guevara"]').first().click();
	await expect(page).toHaveURL(/\/people\/#guevara$/);
	await expect(page.locator('#guevara')).toBeInViewport();
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
		// A picture is not made smaller than it was drawn: its smallest letters have 13 px.
		for (const beat of ['fifty', 'answer']) {
			const still = page.locator(`#${beat} .still`);
			await still.scrollIntoViewIfNeeded();
			await expect
				.poll(() =>
					still.evaluate((image: HTMLImageElement) =>
						image.naturalWidth > 0 ? image.clientWidth / image.naturalWidth : 0
					)
				)
				.toBeGreaterThanOrEqual(1);
		}
	}
);

test('on paper every passage has its picture, every note its sources, and no heading ends a page', async ({
	page
}) => {
	await page.goto('/');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.still:visible')).toHaveCount(BEATS);
	await expect(page.locator('#fifty .note .sources li').first()).toBeVisible();
	const lists = page.locator('.as-list').filter({ visible: true });
	await expect(lists).toHaveCount(0);
	const apart = await page
		.locator('.beat > header')
		.evaluateAll((headers) => headers.filter((h) => getComputedStyle(h).breakAfter !== 'avoid'));
	expect(apart).toHaveLength(0);
});

/** A sheet as a browser from before cascade layers reads it: no layer, and what is said for such a browser. */
const withoutLayers = (css: string): string => {
	let [text, depth, dropping] = ['', 0, false];
	for (const part of css.split(/(?<=[{};])/)) {
		if (depth === 0) dropping = part.trimStart().startsWith('@layer');
		if (!dropping) text += part;
		if (part.endsWith('{')) depth += 1;
		if (part.endsWith('}')) depth -= 1;
	}
	return text.replaceAll('@supports not (font-palette:normal)', '@supports (color:red)');
};

test('a browser without cascade layers shows one column with all of it', async ({ page }) => {
	await page.route('**/*.css', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: withoutLayers(await response.text()) });
	});
	await page.goto('/');
	for (const kind of ['[data-telegram]', '.narration', '.note', '.panel .text']) {
		await expect(page.locator(kind).first(), kind).toBeVisible();
		await expect(page.locator(kind).last(), kind).toBeVisible();
	}
	for (const kind of ['[data-header]', '[data-stage]', 'dialog', '.chip']) {
		await expect(page.locator(kind).first(), kind).toBeHidden();
	}
	await expect(page.locator('.telegram').first()).toHaveCSS('border-left-width', '6px');
	await expect(page.locator('.note').first()).toHaveCSS('background-color', 'rgb(29, 26, 23)');
	const across = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(across).toBeLessThanOrEqual(0);
});
