import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { currentBeat, expectScene, openStory, watchForTrouble } from '../support/reader';

test(
	'the ruler opens, moves with its keys, reads itself out, and goes away',
	{ tag: '@smoke' },
	async ({ page }) => {
		const trouble = watchForTrouble(page);
		await openStory(page, '/#answer');
		await expectScene(page, 'answer');
		const button = page.locator('[data-ruler]');
		await button.focus();
		await page.keyboard.press('Enter');
		const end = page.locator('[data-ruler-end]');
		await expect(end).toBeFocused();
		await expect(page.locator('[data-heard]')).toHaveText(
			/^Plesetsk to Washington: 7,421 km \(4,611 miles\)\./
		);
		// ← and → are the ruler's while it is in hand: the story stays.
		await page.keyboard.press('ArrowRight');
		await expect(end).not.toHaveAttribute('aria-valuetext', /^Washington/);
		expect(await currentBeat(page)).toBe('answer');
		await page.keyboard.press('Escape');
		await expect(button).toBeFocused();
		await expect(page.locator('[data-range-bench]')).toHaveCount(0);
		expect(trouble).toEqual([]);
	}
);

test('the ruler is dragged along its scale from place to place', async ({ page }) => {
	await openStory(page, '/#answer');
	await expectScene(page, 'answer');
	await page.locator('[data-ruler]').click();
	const end = page.locator('[data-ruler-end]');
	const box = await end.boundingBox();
	if (!box) throw new Error('The end of the ruler is not on the page.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x - 60, box.y + box.height / 2, { steps: 4 });
	await page.mouse.up();
	const km = Number(await end.getAttribute('aria-valuenow'));
	expect(km).toBeGreaterThan(0);
	expect(km).toBeLessThan(7421);
});

test(
	'axe finds nothing in the open ruler, and it makes nothing wider than the page',
	{ tag: '@phone' },
	async ({ page }) => {
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		await page.locator('[data-ruler]').click();
		await expect(page.locator('[data-range-bench]')).toBeVisible();
		const { violations } = await new AxeBuilder({ page })
			.include('[data-stage]')
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
			.analyze();
		expect(
			violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
		).toEqual([]);
		const bench = page.locator('.bench');
		expect(await bench.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
			0
		);
		await expect(page.getByRole('button', { name: 'Close the ruler' })).toBeInViewport();
	}
);

test('Escape puts the ruler away wherever the keyboard is on the stage, but not over an open card', async ({
	page
}) => {
	await openStory(page, '/#answer');
	await expectScene(page, 'answer');
	const bench = page.locator('[data-range-bench]');
	for (const where of ['the page', 'a button of the stage'] as const) {
		await page.locator('[data-ruler]').click();
		await expect(bench).toBeVisible();
		if (where === 'the page') {
			await page.evaluate(() => (document.activeElement as HTMLElement).blur());
		} else await page.locator('[data-stage] [data-legend] summary').focus();
		await page.keyboard.press('Escape');
		await expect(bench, where).toHaveCount(0);
	}
	await page.locator('[data-ruler]').click();
	await expect(bench).toBeVisible();
	await page.locator('[data-menu]').click();
	await expect(page.locator('dialog[open]')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog[open]')).toHaveCount(0);
	await expect(bench).toBeVisible();
});

test('the open ruler is in the legend and in the list of what the map shows', async ({ page }) => {
	await openStory(page, '/#answer');
	await expectScene(page, 'answer');
	await page.locator('#answer [data-map-items] > summary').click();
	const line = page.locator('#answer [data-map-items] li', { hasText: 'your ruler' });
	await expect(line).toHaveCount(0);
	await expect(page.locator('#answer [data-map-items]')).toContainText(
		'the arrow points to Washington'
	);
	await page.locator('[data-ruler]').click();
	await expect(line).toHaveText(
		'Plesetsk to Washington, 7,421 km: your ruler: a stroke every 1,000 km'
	);
	await page.locator('[data-stage] [data-legend] summary').click();
	await expect(page.locator('[data-stage] [data-legend]')).toContainText('your ruler');
	// One Esc for each: first for the legend, which was opened last.
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-stage] [data-legend][open]')).toHaveCount(0);
	await expect(line).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(line).toHaveCount(0);
});

test('there is no ruler where no missile is spoken of', async ({ page }) => {
	await openStory(page, '/#bracket');
	await expectScene(page, 'bracket');
	await expect(page.locator('[data-ruler]')).toHaveCount(0);
});

test('notes and sources of the ranges stand unfolded among the words', async ({ page }) => {
	await openStory(page, '/#answer');
	await expectScene(page, 'answer');
	await page.locator('[data-ruler]').click();
	await page.getByRole('link', { name: 'Notes and sources' }).click();
	await expect(page.locator('#ranges table')).toBeInViewport();
	await expect(page.locator('[data-range-bench]')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the ruler’s distances stand as a table in the words', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('[data-ruler]')).toHaveCount(0);
		await page.locator('#ranges > summary').click();
		const row = page.locator('#ranges tr', { hasText: 'Washington' }).first();
		await expect(row).toContainText('7,421');
		await expect(row).toContainText('4,611');
		await expect(row).toContainText('R-7');
	});
});

test(
	'the ruler lies on the map, fits into it, and its end is dragged there',
	{ tag: '@phone' },
	async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openStory(page, '/#answer');
		await expectScene(page, 'answer');
		await page.locator('[data-ruler]').click();
		const line = page.locator('[data-ruler-line]');
		await expect(line).toBeAttached();
		await expectScene(page, 'answer');
		const handle = page.locator('[data-ruler-handle] .knob');
		// The panel makes way for the bench, and the map fits its view again: its place is the last of them.
		await expect(page.locator('#answer [data-panel]')).toBeHidden();
		let place = '';
		await expect
			.poll(async () => {
				const before = place;
				place = JSON.stringify(await handle.boundingBox());
				return place === before;
			})
			.toBe(true);
		const box = await handle.boundingBox();
		const stage = await page.locator('[data-stage]').boundingBox();
		if (!box || !stage) throw new Error('The end of the ruler is not on the map.');
		expect(box.x).toBeGreaterThan(stage.x);
		expect(box.y + box.height).toBeLessThan(stage.y + stage.height);
		const km = () => page.locator('[data-ruler-end]').getAttribute('aria-valuenow');
		const before = Number(await km());
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await page.mouse.move(x, y);
		await page.mouse.down();
		// Towards its other end: every step makes it shorter, and the map keeps still under the hand.
		await page.mouse.move(x + 40, y - 16, { steps: 8 });
		const held = await handle.boundingBox();
		await page.mouse.up();
		expect(Math.abs((held?.x ?? 0) + (held?.width ?? 0) / 2 - x - 40)).toBeLessThan(26);
		expect(Number(await km())).toBeLessThan(before - 200);
		await expect(page.locator('[data-heard]')).not.toContainText('7,421 km');
	}
);
