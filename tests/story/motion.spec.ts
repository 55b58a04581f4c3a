import { expect, test } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

test.use({ reducedMotion: 'no-preference' });

/** Collects the map's land outline frame by frame while something happens: how many different ones. */
const frames = async (page: import('@playwright/test').Page, during: () => Promise<void>) => {
	await page.evaluate(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		const look = () => {
			seen.add(document.querySelector('[data-map] .land')?.getAttribute('d')?.slice(0, 400) ?? '');
			requestAnimationFrame(look);
		};
		look();
	});
	await during();
	return page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size);
};

test('with motion the camera flies: many views between two beats', async ({ page }) => {
	await openStory(page, '/#rumour');
	await expectScene(page, 'rumour');
	const count = await frames(page, async () => {
		await page.evaluate(() =>
			document.getElementById('answer')?.scrollIntoView({ behavior: 'instant' })
		);
		await expectScene(page, 'answer');
	});
	expect(count).toBeGreaterThan(5);
});

test('with reduced motion the camera cuts and the same scene stands there', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStory(page, '/#rumour');
	await expectScene(page, 'rumour');
	const count = await frames(page, async () => {
		await page.evaluate(() =>
			document.getElementById('answer')?.scrollIntoView({ behavior: 'instant' })
		);
		await expectScene(page, 'answer');
	});
	expect(count).toBeLessThanOrEqual(4);
	await expect(page.locator('[data-mark="ussr"]')).toBeAttached();
	await expect(page.locator('[data-person="mikoyan"]')).toHaveAttribute('data-state', 'speaking');
});

test("the page's own motion switch does the same and is remembered", async ({ page }) => {
	await openStory(page, '/#rumour');
	await page.locator('[data-menu]').click();
	await page.getByRole('switch').first().click();
	await page.keyboard.press('Escape');
	await expectScene(page, 'rumour');
	const count = await frames(page, async () => {
		await page.evaluate(() =>
			document.getElementById('answer')?.scrollIntoView({ behavior: 'instant' })
		);
		await expectScene(page, 'answer');
	});
	expect(count).toBeLessThanOrEqual(4);
	await page.reload();
	await page.locator('[data-menu]').click();
	await expect(page.getByRole('switch').first()).not.toBeChecked();
});

test('a flight that is interrupted ends at the beat that is read', async ({ page }) => {
	await openStory(page, '/#invitation');
	for (const beat of ['answer', 'convenient-moment', 'the-order', 'bracket']) {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			beat
		);
		await page.waitForFunction(
			(id) => document.querySelector('[data-map]')?.getAttribute('data-beat-shown') === id,
			beat
		);
	}
	await expectScene(page, 'bracket');
	await expect(page.locator('[data-map] [data-mark="santiago"]')).toBeVisible();
});
