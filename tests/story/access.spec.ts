import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

/** @param parts what is looked at; the whole page when left out */
const violations = async (page: Page, ...parts: string[]) => {
	const axe = new AxeBuilder({ page }).withTags([
		'wcag2a',
		'wcag2aa',
		'wcag21a',
		'wcag21aa',
		'wcag22aa'
	]);
	for (const part of parts) axe.include(part);
	const { violations: found } = await axe.analyze();
	return found.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
	);
};

test(
	'axe finds nothing in the page, at its beats, and in an open card, the menu and a panel',
	{
		tag: '@phone'
	},
	async ({ page }, { project }) => {
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		const parts = ['[data-header]', '[data-stage]', '[aria-current="step"]'];
		// The rest of the page is the same HTML on a phone.
		expect(await violations(page, ...(project.name === 'phone' ? parts : []))).toEqual([]);
		// The words are the same ones: what changes from beat to beat is looked at once more.
		for (const beat of ['cover', 'bracket', 'ways-on']) {
			await test.step(beat, async () => {
				await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), beat);
				await expectScene(page, beat);
				expect(await violations(page, ...parts)).toEqual([]);
			});
		}
		await test.step('a card', async () => {
			await page.evaluate(() => document.getElementById('rumour')?.scrollIntoView());
			await expectScene(page, 'rumour');
			await page.locator('[data-stage] [data-card="person-guevara"]:visible').first().click();
			await expect(page.locator('dialog#person-guevara')).toBeVisible();
			expect(await violations(page, 'dialog[open]')).toEqual([]);
			await page.keyboard.press('Escape');
		});
		await test.step('the menu', async () => {
			await page.locator('[data-menu]').click();
			expect(await violations(page, 'dialog[open]')).toEqual([]);
			await page.keyboard.press('Escape');
		});
		await test.step('a panel', async () => {
			await page.locator('[popovertarget="panel-paraguay"]:visible').first().click();
			expect(await violations(page, '[aria-current="step"]')).toEqual([]);
		});
	}
);

for (const beat of ['cover', 'bracket', 'ways-on']) {
	test(`axe finds nothing in the whole page at ${beat}`, { tag: '@full' }, async ({ page }) => {
		await openStory(page, `/#${beat}`);
		await expectScene(page, beat);
		expect(await violations(page)).toEqual([]);
	});
}

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
	await openStory(page, '/#brazil-plan');
	await expectScene(page, 'brazil-plan');
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
