/** The pages beside the story: people, places, background, glossary, timeline, sources. What their files say is in `tests/built`. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

const PAGES = ['people', 'places', 'panels', 'glossary', 'timeline', 'sources'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('axe finds nothing in the pages of reference, nor in their menu', async ({ page }) => {
	const violations = async () => {
		const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
		return found.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
		);
	};
	for (const path of PAGES) {
		await test.step(path, async () => {
			await page.goto(`/${path}/`);
			// Entries are of one kind: all of them take half a minute.
			if (!process.env.TEST_FULL) {
				await page
					.locator('.entry:nth-of-type(n + 4), .letter:nth-of-type(n + 2)')
					.evaluateAll((more) => more.forEach((entry) => entry.remove()));
			}
			expect.soft(await violations()).toEqual([]);
		});
	}
	await test.step('the menu', async () => {
		await page.locator('.site-menu summary').click();
		await expect(page.locator('.site-menu nav')).toBeVisible();
		expect(await violations()).toEqual([]);
	});
});

test(
	'from an entry the header leads back to the passage that was read last, and Back to the entry',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		await page.goto('/glossary/#il-28');
		const back = page.locator('.site-back');
		await expect(back).toHaveAttribute('href', '../');
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		await page.goto('/people/#guevara');
		await expect(page.locator('#guevara')).toBeInViewport();
		// A phone has room for the title at the end of the page alone.
		await expect(page.locator('.foot-back')).toHaveText('Back to: A missile base in Paraguay?');
		await back.click();
		await expect(page).toHaveURL(/\/#rumour$/);
		await expectScene(page, 'rumour');
		// The reader reads on; the page that Back shows knows it.
		await page.evaluate(() => document.getElementById('signed')?.scrollIntoView());
		await expectScene(page, 'signed');
		await page.goBack();
		await expect(page).toHaveURL(/\/people\/#guevara$/);
		await expect(back).toHaveAttribute('href', /#signed$/);
		// A place that this version of the story does not have leads to its start.
		await page.evaluate(() => localStorage.setItem('telegram-1856:place', 'constructor'));
		await page.goto('/embed-this/');
		await expect(back).toHaveAttribute('href', '../');
	}
);

test('by the keyboard the first key leads past the header, and the menu opens', async ({
	page
}) => {
	for (const path of ['/people/', '/an/address/that/is/lost']) {
		await page.goto(path);
		await page.keyboard.press('Tab');
		await expect(page.locator('[data-skip]')).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`${path}#page-content$`));
		await expect(page.locator('main')).toBeFocused();
	}
	const menu = page.locator('.site-menu summary');
	await menu.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.site-menu ol a').first()).toBeVisible();
});

test('the header stays in view, and covers neither an entry nor what has the focus', async ({
	page
}) => {
	await page.goto('/people/#guevara');
	const header = page.locator('.site-header');
	await expect(header).toBeInViewport({ ratio: 1 });
	const top = (element: Element) => element.getBoundingClientRect().top;
	const bottom = await header.evaluate((element) => element.getBoundingClientRect().bottom);
	await expect(page.locator('#guevara h2')).toBeInViewport();
	expect(await page.locator('#guevara').evaluate(top)).toBeGreaterThanOrEqual(bottom);
	await page.locator('#guevara .passages a').last().focus();
	const focused = page.locator(':focus');
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press('Shift+Tab');
		await expect(focused).toBeInViewport({ ratio: 1 });
		expect(await focused.evaluate(top)).toBeGreaterThanOrEqual(bottom);
	}
	await page.locator('.foot-top').click();
	await expect(page.locator('h1')).toBeInViewport();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a name opens its entry, the entry its passages, and the header the story', async ({
		page
	}) => {
		await page.goto('/');
		await page.locator('#rumour [data-telegram] a[href="people/#guevara"]').first().click();
		await expect(page).toHaveURL(/\/people\/#guevara$/);
		await expect(page.locator('#guevara h2')).toBeInViewport();
		await page.locator('#guevara a[href="../#rumour"]').click();
		await expect(page).toHaveURL(/\/#rumour$/);
		await page.goto('/people/');
		await page.locator('.site-menu summary').click();
		await page.locator('.site-menu a[href$="#rumour"], .site-menu ol a').nth(3).click();
		await expect(page).toHaveURL(/\/#\w/);
		await page.goto('/sources/');
		await page.locator('.foot-back').click();
		await expect(page.locator('[data-beat]').first()).toBeVisible();
	});
});
