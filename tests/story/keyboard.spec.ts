import { expect, test } from '@playwright/test';
import { beatIds, currentBeat, expectScene, openStory } from '../support/reader';

test(
	'arrow keys and buttons step through the story exactly as scrolling does',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page);
		const ids = await beatIds(page);
		for (const id of ids.slice(1, 5)) {
			await page.keyboard.press('ArrowRight');
			await expectScene(page, id);
		}
		await page.keyboard.press('ArrowLeft');
		await expectScene(page, ids[3] ?? '');
		await page.locator('[data-next]').click();
		await expectScene(page, ids[4] ?? '');
		await page.locator('[data-previous]').click();
		await expectScene(page, ids[3] ?? '');
	}
);

test('after a step the keyboard goes on in the passage, not at the cover', async ({ page }) => {
	await openStory(page);
	for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
	const id = (await beatIds(page))[5] ?? '';
	await expectScene(page, id);
	await expect(page.locator(`#${id}`)).toBeFocused();
	await page.keyboard.press('Tab');
	const inside = () => page.evaluate(() => document.activeElement?.closest('[data-beat]')?.id);
	expect(await inside()).toBe(id);
	await page.locator('[data-menu]').focus();
	await page.keyboard.press('Tab');
	await expect(page.locator(`#${id}`)).toBeFocused();
	await expectScene(page, id);
});

test('a step by button keeps the focus on the button and says where it went', async ({ page }) => {
	await openStory(page);
	const next = page.locator('[data-next]');
	await next.focus();
	await page.keyboard.press('Enter');
	await expectScene(page, 'october');
	await expect(next).toBeFocused();
	await expect(page.locator('[aria-live="polite"]')).toHaveText('The crisis that had not ended');
});

test('two quick steps are two beats, not one', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await openStory(page);
	const ids = await beatIds(page);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expectScene(page, ids[3] ?? '');
});

test('scrolling keys keep their native meaning and the position follows', async ({
	page
}, info) => {
	test.skip(info.project.name === 'phone', 'a phone has no such keys');
	await openStory(page);
	const ids = await beatIds(page);
	const top = () => page.evaluate(() => scrollY);
	/** Presses a key and waits until the page stands still again. */
	const pressAndRest = async (key: string) => {
		const before = await top();
		// A busy machine may swallow a key while the last scroll still glides.
		await expect(async () => {
			await page.keyboard.press(key);
			await expect.poll(top, { timeout: 3000 }).not.toBe(before);
		}).toPass();
		await expect
			.poll(async () => {
				const now = await top();
				await page.waitForTimeout(150);
				return now === (await top());
			})
			.toBe(true);
		return (await top()) - before;
	};
	expect(await pressAndRest('PageDown')).toBeGreaterThan(300);
	expect(await pressAndRest('Space')).toBeGreaterThan(300);
	expect(await pressAndRest('PageUp')).toBeLessThan(-300);
	await page.keyboard.press('End');
	await expectScene(page, ids.at(-1) ?? '');
	await page.keyboard.press('Home');
	await expectScene(page, ids[0] ?? '');
	await page.keyboard.press('ArrowDown');
	await expect.poll(top).toBeGreaterThan(0);
	expect(await currentBeat(page)).toBe(ids[0]);
});

test(
	'the section menu goes to a section, and Esc gives the focus back',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page);
		const menu = page.locator('[data-menu]');
		await menu.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog');
		await expect(dialog).toBeVisible();
		await expect(dialog.locator('ol > li')).toHaveCount(13);
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(menu).toBeFocused();
		await menu.click();
		await dialog.getByRole('link', { name: /Why don.t the Chinese/ }).click();
		await expectScene(page, 'convenient-moment');
	}
);

test(
	'a name opens its card by Enter, Esc returns to the name, the place is kept',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		const name = page.locator('#rumour [data-telegram] a[href="people/#guevara"]').first();
		await name.focus();
		const before = await page.evaluate(() => scrollY);
		await page.keyboard.press('Enter');
		const card = page.locator('dialog#person-guevara');
		await expect(card).toBeVisible();
		await expect(card).toContainText('Minister of Industries');
		// On the first screen, however long the card is.
		await expect(card.locator('[data-close]')).toBeInViewport();
		await page.keyboard.press('Escape');
		await expect(card).toBeHidden();
		await expect(name).toBeFocused();
		expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(4);
		await expectScene(page, 'rumour');
	}
);

test(
	'a token opens the same card, and its passages lead into the story',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page, '/#answer');
		await expectScene(page, 'answer');
		const token = page.locator('[data-person="guevara"] button');
		await token.focus();
		await page.keyboard.press('Enter');
		const card = page.locator('dialog#person-guevara');
		await expect(card).toBeVisible();
		await card.locator('a[href="#two-u2s"]').first().click();
		await expect(card).toBeHidden();
		await expectScene(page, 'two-u2s');
		await page.goBack();
		await expectScene(page, 'answer');
	}
);

test('a term opens its plain meaning; a place lights on the map while its note is open', async ({
	page
}) => {
	await openStory(page, '/#macao-goa');
	await expectScene(page, 'macao-goa');
	await page.locator('#macao-goa a[href="glossary/#nato"]').first().click();
	await expect(page.locator('dialog#term-nato')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.locator('#macao-goa a[href="places/#canton"]').first().click();
	await expect(page.locator('dialog#place-canton')).toBeVisible();
	await expect(page.locator('[data-mark="canton"][data-focus="true"]')).toBeAttached();
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-mark="canton"][data-focus="true"]')).toHaveCount(0);
});

test(
	'the background panel opens, closes with Esc, and does not outstay its beat',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		const panel = page.locator('#panel-paraguay');
		const opener = page.locator('[popovertarget="panel-paraguay"]:visible').first();
		await opener.click();
		await expect(panel.locator('.text')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(panel.locator('.text')).toBeHidden();
		await opener.click();
		await expect(panel.locator('.text')).toBeVisible();
		await page.evaluate(() =>
			document.getElementById('midnight')?.scrollIntoView({ behavior: 'instant' })
		);
		await expect(panel).toBeHidden();
	}
);
