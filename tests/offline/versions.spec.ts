/** The real service worker on a small site. What it decides in each case is tested beside its modules. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test as base, type Page } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../../scripts/find-browser.mjs';
import { smallSite } from '../support/small-site';

type Site = Awaited<ReturnType<typeof smallSite>>;

const test = base.extend<{ site: Site; profile: string }>({
	// eslint-disable-next-line no-empty-pattern
	site: async ({}, use) => {
		const site = await smallSite();
		await use(site);
		await site.off();
	},
	/** Folder of a browser that is closed and opened again. */
	// eslint-disable-next-line no-empty-pattern
	profile: async ({}, use) => {
		const profile = mkdtempSync(join(tmpdir(), 'telegram-1856-profile-'));
		await use(profile);
		rmSync(profile, { recursive: true, force: true });
	}
});
test.use({ serviceWorkers: 'allow' });

/** Every part of the page says its version, also one that is loaded only now. */
async function expectVersion(page: Page, version: string): Promise<void> {
	// The words are there before the script has run.
	await expect(page.locator('html')).toHaveAttribute('data-script', version);
	const parts = await page.evaluate(async () => {
		const html = document.documentElement;
		const later = await (Reflect.get(window, 'later') as () => Promise<string>)();
		return [html.dataset.page, getComputedStyle(html).getPropertyValue('--style'), later];
	});
	expect(parts).toEqual([version, version, version]);
}

/** Opens the site, and again once it is cached. */
async function openCached(page: Page, site: Site): Promise<void> {
	await page.goto(site.url);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-script', 'one');
}

/** Has the browser look for a new version: `activated` where it was installed, else `redundant`. */
const update = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const next = registration.installing;
		while (next && !['activated', 'redundant'].includes(next.state))
			await new Promise((resolve) => next.addEventListener('statechange', resolve, { once: true }));
		return next?.state;
	});

test('a new version is there at the next load; an open page keeps its own, also what it loads later', async ({
	page,
	context,
	site
}) => {
	await openCached(page, site);
	const other = await context.newPage();
	await other.goto(site.url);
	site.publish('two');
	expect(await update(other)).toBe('activated');
	await other.reload();
	await expectVersion(other, 'two');
	await site.off();
	await expectVersion(page, 'one');
	await page.reload();
	await expectVersion(page, 'two');
});

test('a version of which one file does not arrive is not used', async ({ page, site }) => {
	await openCached(page, site);
	site.publish('two');
	site.lose('/map/');
	expect(await update(page)).toBe('redundant');
	await page.reload();
	await expectVersion(page, 'one');
	await site.off();
	await page.goto(`${site.url}/map`);
	await expectVersion(page, 'one');
});

/** Changes words in the browser's cache on the disk; each must be found. */
function damage(profile: string, words: readonly string[]): void {
	const files = readdirSync(profile, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.parentPath.includes('CacheStorage'))
		.map((entry) => join(entry.parentPath, entry.name));
	for (const word of words) {
		const file = files.find((name) => readFileSync(name).includes(word)) ?? '';
		const bytes = readFileSync(file);
		writeFileSync(file, bytes.fill('x', bytes.indexOf(word), bytes.indexOf(word) + 5));
	}
}

test('bytes that change on the disk are never shown; they are replaced as soon as there is a network', async ({
	site,
	profile
}) => {
	const open = () =>
		chromium.launchPersistentContext(profile, {
			executablePath: findBrowser(),
			args: chromiumArgs,
			serviceWorkers: 'allow'
		});
	let context = await open();
	await openCached(await context.newPage(), site);
	await context.close();
	await site.off();
	damage(profile, ['Words of /kiosk/', 'Words of /map/', "part-7.js'"]);
	context = await open();
	const page = await context.newPage();
	const words = (path: string) => page.getByRole('heading', { name: `Words of ${path}` });
	await page.goto(site.url);
	await expect(words('/')).toBeVisible();
	await page.goto(`${site.url}/map/`);
	await expect(page.getByText('Damaged.')).toBeVisible();
	await page.goto(site.url);
	await expect(words('/')).toBeVisible();
	await page.clock.install();
	await page.goto(`${site.url}/kiosk/`);
	await expect(page.getByText('Resting.')).toBeVisible();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByText('Resting.')).toBeVisible();
	await site.on();
	await page.clock.runFor(25_000);
	await expect(words('/kiosk/')).toBeVisible();
	await expectVersion(page, 'one');
	const isWhole = () =>
		page.evaluate(async () => (await (await caches.open('telegram-1856-one')).keys()).length);
	await expect.poll(isWhole).toBe(26);
	await site.off();
	for (const path of ['/kiosk/', '/map/', '/']) {
		await page.goto(site.url + path);
		await expect(words(path)).toBeVisible();
		await expectVersion(page, 'one');
	}
	await context.close();
});
