/** The built site without a network. Versions, gaps and damage: `versions.spec.ts`, on a small site. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as expectSoon, test as base, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

/** A busy machine takes its time to cache a whole site. */
const expect = expectSoon.configure({ timeout: 30_000 });

/** A copy of the built site on a port of its own, which a test may change and switch off. */
async function siteCopy() {
	const root = mkdtempSync(join(tmpdir(), 'telegram-1856-offline-'));
	cpSync('build', root, { recursive: true });
	let server = await serve({ root, port: 0 });
	return {
		url: server.url,
		off: () => server.close(),
		edit: async (paths: readonly string[], edit: (text: string) => string) => {
			await server.close();
			for (const path of paths) {
				const file = join(root, path);
				writeFileSync(file, edit(readFileSync(file, 'utf8')));
			}
			server = await serve({ root, port: Number(new URL(server.url).port) });
		},
		remove: () => rmSync(root, { recursive: true, force: true })
	};
}

const test = base.extend<{ site: Awaited<ReturnType<typeof siteCopy>> }>({
	// eslint-disable-next-line no-empty-pattern
	site: async ({}, use) => {
		const site = await siteCopy();
		await use(site);
		await site.off();
		site.remove();
	}
});
test.describe.configure({ timeout: 120_000 });
test.use({ serviceWorkers: 'allow' });

/** What could not be had; the worker's own script and what other people's pages show are not cached. */
function failures(page: Page): string[] {
	const failed: string[] = [];
	page.on('requestfailed', (request) => {
		if (!/service-worker\.js$|\/embed\/|\/kiosk-(status|beat)$/.test(request.url()))
			failed.push(request.url());
	});
	return failed;
}

test('after the first visit the whole story works without a network', async ({ page, site }) => {
	await page.goto(site.url);
	await page
		.getByRole('button', { name: /menu|sections/i })
		.first()
		.click();
	await expect(page.getByText('Saved in this browser.')).toBeVisible();
	await page.keyboard.press('Escape');
	await site.off();
	const failed = failures(page);
	await page.reload();
	await page.goto(`${site.url}#macao-goa`);
	// Detail of the map was not needed before: it is there all the same.
	await expect(page.locator('[data-mark="macao"]')).toBeVisible();
	await expect(
		page.locator('[data-map][data-beat-shown="macao-goa"][data-settled="true"]')
	).toBeVisible();
	expect(
		await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'error'))
	).toBe(false);
	for (const path of ['map/', 'people/', 'sources/']) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await page.goto(`${site.url}embed-this/?mode=static`);
	const article = page.frameLocator('[data-preview] iframe');
	await expect(article.locator('.telegram-1856-caption')).toBeVisible();
	expect(failed).toEqual([]);
});

test('after a first visit to a page of reference it works without a network, its maps too, and so does the story', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}places/`);
	// The worker is ready once every file is in the cache.
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await site.off();
	await page.reload();
	const map = page.locator('#havana img');
	await map.scrollIntoViewIfNeeded();
	await expect
		.poll(() => map.evaluate((img) => (img as HTMLImageElement).naturalWidth))
		.toBeGreaterThan(0);
	await page.goto(site.url);
	await expect(page.locator('[aria-current="step"]')).toHaveCount(1);
});

test('a browser that denies storage reads as ever', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'serviceWorker', {
			get() {
				throw new DOMException('denied', 'SecurityError');
			}
		});
	});
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.goto('/#rumour');
	await expect(page.locator('[data-map][data-beat-shown="rumour"]')).toBeVisible();
	expect(errors).toEqual([]);
});

const attract = (page: Page) =>
	page.locator('[data-kiosk][data-phase="attract"][data-ready="true"]');

/** Waits until the kiosk is cached, and comes from the cache. */
async function cachedKiosk(page: Page, url: string): Promise<void> {
	await page.goto(`${url}kiosk/`);
	await expect
		.poll(() =>
			page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
		)
		.toBe('activated');
	await page.reload();
	await expect(attract(page)).toBeVisible();
}

test('after its first visit the kiosk plays a whole visit without a network, as it is set up', async ({
	page,
	context,
	site
}) => {
	await site.edit(['kiosk.json'], () => JSON.stringify({ diagonalInches: 55 }));
	await cachedKiosk(page, site.url);
	const size = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--mm'));
	const before = await size();
	await context.setOffline(true);
	await site.off();
	const failed = failures(page);
	await page.reload();
	await expect(attract(page)).toBeVisible();
	expect(await size()).toBe(before);
	await attract(page).click();
	await page.locator('[data-tour="full"]').click();
	const title = page.locator('.beat:not([hidden])');
	const seen = new Set<string | null>();
	while ((await page.locator('[data-phase="visit"]').count()) > 0) {
		seen.add(await title.getAttribute('id'));
		await page.locator('[data-next]').click();
	}
	expect(seen.size).toBeGreaterThan(30);
	await expect(page.locator('[data-phase="choose"]')).toBeVisible();
	await page.locator('[data-tour="5"]').click();
	await page.locator('[data-open]').first().click();
	await expect(page.locator('dialog[open]')).toBeVisible();
	await page.locator('dialog [data-close]').click();
	await page.locator('[data-restart]').click();
	await expect(page.locator('[data-phase="choose"]')).toBeVisible();
	expect(failed.filter((url) => !url.endsWith('/kiosk.json'))).toEqual([]);
});

test('the kiosk takes up a new version in its attract loop, never under a visitor', async ({
	page,
	site
}) => {
	await page.clock.install();
	await cachedKiosk(page, site.url);
	await attract(page).click();
	await page.locator('[data-tour="2"]').click();
	await expect(page.locator('[data-phase="visit"]')).toBeVisible();
	// Another build: its own name and its own page.
	const { version } = JSON.parse(readFileSync('build/_app/version.json', 'utf8'));
	await site.edit(['_app/version.json', 'service-worker.js', 'kiosk/index.html'], (text) =>
		text.replaceAll(version, 'another-build').replace('<html', '<html data-from="another"')
	);
	await page.evaluate(async () => {
		const changed = new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
		);
		await (await navigator.serviceWorker.getRegistration())?.update();
		await changed;
	});
	await page.locator('[data-next]').click();
	await expect(page.locator('[data-map][data-settled="true"]')).toBeAttached();
	await expect(page.locator('[data-phase="visit"]')).toBeVisible();
	await expect(page.locator('html')).not.toHaveAttribute('data-from');
	// Start over, twice: to the choice, and away.
	await page.clock.fastForward(400_000);
	await expect(page.locator('html')).toHaveAttribute('data-from', 'another');
	await expect(page.locator('[data-phase="attract"]')).toBeVisible();
	await site.off();
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-from', 'another');
	await expect(attract(page)).toBeVisible();
});
