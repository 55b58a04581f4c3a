import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

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

test("in the system's own colours the map's names, coasts and tinted states are drawn in them", async ({
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
	await openStory(page, '/#fifty');
	await expectScene(page, 'fifty');
	const seen = await page.evaluate(() => {
		const probe = document.createElement('i');
		document.body.append(probe);
		const system = (name: string) => {
			probe.style.color = name;
			return getComputedStyle(probe).color;
		};
		const style = (selector: string) =>
			getComputedStyle(document.querySelector(`[data-map] ${selector}`) as Element);
		return {
			text: system('CanvasText'),
			label: style('.label').fill,
			territory: style('.label.territory').fill,
			coast: style('.land').stroke,
			land: style('.land').fill,
			zone: style('.area.zone').fill
		};
	});
	expect(seen.label).toBe(seen.text);
	expect(seen.territory).toBe(seen.text);
	expect(seen.coast).toBe(seen.text);
	// The states are told by their outline, not by a tint.
	expect(seen.zone).toBe(seen.land);
	expect(seen.land).not.toBe(seen.text);
});
