import { expect, test } from '@playwright/test';
import { expectScene, openStory, watchForTrouble } from './reader';

test('a fragment nobody knows is named, and the story starts', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await openStory(page, '/#atlantis');
	await expect(page.getByText(/link names a passage/)).toBeVisible();
	await expectScene(page, 'cover');
	await page.goto(`/#${'%E0%A4%A'.repeat(20)}`);
	await page.reload();
	await expectScene(page, 'cover');
	expect(trouble).toEqual([]);
});

test('an address of ten thousand characters changes nothing', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await openStory(page, `/?x=${'a'.repeat(10_000)}#bracket`);
	await expectScene(page, 'bracket');
	await openStory(page, `/#${'b'.repeat(10_000)}`);
	await expect(page.locator('[data-telegram]')).not.toHaveCount(0);
	expect(trouble).toEqual([]);
});

for (const [name, answer] of [
	['missing', { status: 404, body: 'gone' }],
	[
		'damaged',
		{ status: 200, contentType: 'application/json', body: '{"type":"Topology","arcs":[[' }
	],
	['of another kind', { status: 200, contentType: 'application/json', body: '{"type":"Topology"}' }]
] as const) {
	test(`map data that is ${name}: a still map, a sentence, and the reading goes on`, async ({
		page
	}) => {
		const exceptions: string[] = [];
		page.on('pageerror', (error) => exceptions.push(error.message));
		await page.route('**/geo/*.json', (route) => route.fulfill(answer));
		await openStory(page, '/#rumour');
		await expect(page.locator('[data-map] img')).toBeVisible();
		await expect(page.locator('[data-map] img')).toHaveAttribute('src', /rumour\.svg$/);
		await expect(page.getByText(/moving map could not be loaded/)).toBeVisible();
		await page.keyboard.press('ArrowRight');
		await expect(page.locator('[data-map] img')).toHaveAttribute('src', /fifty\.svg$/);
		await expectScene(page, 'fifty');
		expect(exceptions).toEqual([]);
	});
}

test('without storage everything works but the memory', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			});
		}
	});
	await openStory(page, '/#the-order');
	await expectScene(page, 'the-order');
	await page.keyboard.press('ArrowRight');
	await expectScene(page, 'pavlov');
	expect(trouble).toEqual([]);
});

test('an address that does not exist leads back into the story', async ({ page }) => {
	const response = await page.goto('/nothing/here/');
	expect(response?.status()).toBe(404);
	await page.getByRole('link', { name: /from the start/ }).click();
	await expectScene(page, 'cover');
});
