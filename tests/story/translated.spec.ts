import { expect, test, type Page } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

/** What Chrome's and Google's translation do: every text node becomes an element with other words. */
const translate = (page: Page) =>
	page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		for (const text of texts) {
			const parent = text.parentElement;
			if (!text.data.trim() || parent?.closest('script, style, textarea, [translate="no"]'))
				continue;
			const font = document.createElement('font');
			font.textContent = `»${text.data}«`;
			text.replaceWith(font);
		}
	});

test('a translated page goes on saying where the reader is, when it was, and who speaks', async ({
	page
}) => {
	await openStory(page);
	await expectScene(page, 'cover');
	await translate(page);
	await expect(page.locator('[data-where]')).toContainText('»');
	await page.evaluate(() => document.getElementById('signed')?.scrollIntoView());
	await expectScene(page, 'signed');
	await expect(page.locator('[data-where] b:visible')).toHaveText(/^(Section )?11/);
	await expect(page.locator('[data-where]')).not.toContainText('13 min');
	const label = page.locator('[data-clock] .label');
	const signed = await label.textContent();
	await page.evaluate(() => document.getElementById('the-order')?.scrollIntoView());
	await expectScene(page, 'the-order');
	await expect(label).not.toHaveText(signed ?? '');
	await expect(label).not.toBeEmpty();
	// The states of people are told in words that are not on the screen.
	const fidel = page.locator('[data-stage] [data-person]').first();
	await expect(fidel).toContainText(/, \w/);
});

test('a translated ruler goes on measuring', async ({ page }) => {
	await openStory(page, '/#answer');
	await expectScene(page, 'answer');
	await page
		.getByRole('button', { name: /ruler|How far/i })
		.first()
		.click();
	const km = page.locator('[data-range-bench] .km').first();
	await expect(km).toContainText('km');
	await translate(page);
	const before = await km.textContent();
	await page.locator('[data-ruler-end]').focus();
	for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
	await expect(km).not.toHaveText(before ?? '');
	await expect(km).not.toContainText('»');
});
