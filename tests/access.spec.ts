import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectScene, openStory } from './reader';

const violations = async (page: Page) => {
	const { violations: found } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	return found.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
	);
};

for (const beat of ['cover', 'rumour', 'bracket', 'ways-on']) {
	test(`axe finds nothing at ${beat}`, async ({ page }) => {
		await openStory(page, `/#${beat}`);
		await expectScene(page, beat);
		expect(await violations(page)).toEqual([]);
	});
}

test('axe finds nothing in an open card, the menu and an open panel', async ({ page }) => {
	await openStory(page, '/#rumour');
	await expectScene(page, 'rumour');
	await page.locator('[data-person="guevara"] button').click();
	await expect(page.locator('dialog#person-guevara')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.locator('[data-menu]').click();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.locator('[popovertarget="panel-paraguay"]:visible').first().click();
	expect(await violations(page)).toEqual([]);
});

test('the map says in one sentence what it shows', async ({ page }) => {
	await openStory(page, '/#bracket');
	await expectScene(page, 'bracket');
	const described = await page
		.locator('[data-map] svg[role="img"]')
		.getAttribute('aria-describedby');
	await expect(page.locator(`#${described}`)).toHaveText(/Santiago.*\./s);
});
