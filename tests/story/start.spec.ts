/**
 * The application that cannot come: the page is the complete one without it, wherever it was opened.
 */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { BEATS, PANELS } from '../support/content';
import { expectScene, watchForTrouble } from '../support/reader';

/** The complete page: all words, every panel open, a picture for each passage, nothing over anything. */
async function expectComplete(page: Page): Promise<void> {
	await expect(page.locator('[data-stage]')).toBeHidden();
	await expect(page.locator('[data-header]')).toBeHidden();
	await expect(page.locator('[data-beat]')).toHaveCount(BEATS);
	const panels = page.locator('[data-panel] .text');
	await expect(panels).toHaveCount(PANELS);
	await expect(panels.first()).toBeVisible();
	await expect(panels.last()).toBeVisible();
	const pictures = page.locator('img.still:visible');
	await expect(pictures).toHaveCount(BEATS);
	await expect
		.poll(() =>
			pictures.evaluateAll(
				(all) => all.filter((img) => (img as HTMLImageElement).naturalWidth > 0).length
			)
		)
		.toBe(BEATS);
}

test(
	'opened from a disk the whole story is there, and links lead to pages',
	{ tag: '@smoke' },
	async ({ page }) => {
		const exceptions: string[] = [];
		page.on('pageerror', ({ message }) => exceptions.push(message));
		await page.goto(pathToFileURL(resolve('build/index.html')).href);
		for (const picture of await page.locator('img.still:visible').all())
			await picture.scrollIntoViewIfNeeded();
		await expectComplete(page);
		await page.locator('#ways-on a[href$="/map/index.html"]').first().click();
		await expect(page).toHaveURL(/\/map\/index\.html$/);
		await expect(page.locator('h1')).toBeVisible();
		await page.getByRole('link', { name: 'Back to the telegram' }).first().click();
		await expect(page).toHaveURL(/\/index\.html#cover$/);
		await expect(page.locator('#cover')).toBeVisible();
		// The browser says once for each page that it refuses modules; nothing of ours fails on top.
		expect(exceptions.filter((message) => !/import|module/i.test(message))).toEqual([]);
	}
);

test(
	'with every script blocked the page is complete, at the passage of the link',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		await page.route('**/_app/**/*.js', (route) => route.abort());
		await page.goto('/#bracket');
		await expectComplete(page);
		await expect(page.locator('#bracket')).toBeInViewport();
	}
);

for (const [name, body] of [
	['throws as it is read', 'throw new Error("broken");'],
	['is not the script it should be', '<!doctype html><title>Log in</title>']
] as const) {
	test(`with one script that ${name} the page is complete`, async ({ page }) => {
		const story = await (await page.request.get('/')).text();
		const node = /\.\/(_app\/immutable\/nodes\/\d+\.[^"]+\.js)/g;
		const last = [...story.matchAll(node)].at(-1)?.[1] ?? 'none';
		await page.route(`**/${last}`, (route) =>
			route.fulfill({ status: 200, contentType: 'text/javascript', body })
		);
		await page.goto('/');
		await expectComplete(page);
	});
}

test('with scripts that never answer the page is complete in the end, and alive when they come', async ({
	page
}) => {
	let answer = () => {};
	const late = new Promise<void>((done) => (answer = done));
	await page.route('**/_app/immutable/entry/**', async (route) => {
		await late;
		await route.continue();
	});
	await page.clock.install();
	await page.goto('/#bracket', { waitUntil: 'commit' });
	await expect(page.locator('[data-beat]')).toHaveCount(BEATS);
	await expect(page.locator('[data-panel] .text').first()).toBeHidden();
	await page.clock.fastForward(16_000);
	await expect(page.locator('[data-panel] .text').first()).toBeVisible();
	await expect(page.locator('#bracket')).toBeInViewport();
	answer();
	await expect(page.locator('[data-panel] .text').first()).toBeHidden();
	await expect(page.locator('#bracket')).toBeInViewport();
});

test('a browser below the floor has the complete page, and no exception', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await page.addInitScript(() => {
		for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) {
			Reflect.deleteProperty(HTMLElement.prototype, name);
		}
		const { matchMedia, CSS } = window;
		window.matchMedia = (query) =>
			matchMedia.call(window, /scripting|[<>]=?/.test(query) ? 'not all' : query);
		const { supports } = CSS;
		CSS.supports = (...given: [string, string?]) =>
			!/popover|:has/.test(given[0]) &&
			(supports as (...all: unknown[]) => boolean).apply(CSS, given);
	});
	await page.goto('/#rumour');
	await expectComplete(page);
	await page.locator('#rumour [data-telegram] a[href="people/#guevara"]').first().click();
	await expect(page.locator('#guevara')).toBeInViewport();
	expect(trouble).toEqual([]);
});

test(
	'when the application comes it is there at once and stays',
	{ tag: '@smoke' },
	async ({ page }) => {
		await page.goto('/#rumour');
		await expectScene(page, 'rumour');
		await expect(page.locator('[data-panel] .text').first()).toBeHidden();
		await expect(page.locator(':root')).toHaveAttribute('data-app', 'here');
		// Every element costs each reader: style, layout, memory (issue 17).
		expect(await page.locator('*').count()).toBeLessThanOrEqual(4000);
	}
);
