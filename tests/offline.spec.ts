import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';

test.use({ serviceWorkers: 'allow' });
// What is kept does not depend on the window's size.
test.skip(({ isMobile }) => isMobile);

/** A copy of the built site on a port of its own, which a test may change and switch off. */
async function siteCopy() {
	const root = mkdtempSync(join(tmpdir(), 'telegram-1856-offline-'));
	cpSync('build', root, { recursive: true });
	let server = await serve({ root, port: 0 });
	const port = Number(new URL(server.url).port);
	return {
		url: server.url,
		off: () => server.close(),
		/** Puts other texts in place of some files, as another build would. */
		change: async (paths: readonly string[], edit: (text: string) => string) => {
			await server.close();
			for (const path of paths) {
				const file = join(root, path);
				writeFileSync(file, edit(readFileSync(file, 'utf8')));
			}
			server = await serve({ root, port });
		},
		end: async () => {
			await server.close();
			rmSync(root, { recursive: true, force: true });
		}
	};
}

async function kept(page: Page): Promise<void> {
	await page
		.getByRole('button', { name: /menu|sections/i })
		.first()
		.click();
	await expect(page.getByText('Saved in this browser.')).toBeVisible({ timeout: 30_000 });
	await page.keyboard.press('Escape');
}

test('after the first visit the whole story works without a network', async ({ page }) => {
	const site = await siteCopy();
	await page.goto(site.url);
	await kept(page);
	await site.off();
	const failed: string[] = [];
	page.on('requestfailed', (request) => failed.push(request.url()));
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
	await page.goto(`${site.url}map/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(failed.filter((url) => !url.endsWith('/service-worker.js'))).toEqual([]);
	await site.end();
});

test('a new version comes whole, when nobody is in the middle of the old one', async ({
	page,
	context
}) => {
	const site = await siteCopy();
	await page.goto(site.url);
	await kept(page);
	// Another build: its own version and its own first page.
	const { version } = JSON.parse(readFileSync('build/_app/version.json', 'utf8'));
	await site.change(['_app/version.json', 'service-worker.js', 'index.html'], (text) =>
		text.replaceAll(version, 'another-build').replace('<html', '<html data-from="another"')
	);
	const other = await context.newPage();
	await other.goto(site.url);
	await expect(other.locator('html')).not.toHaveAttribute('data-from');
	await other.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
	});
	await expect
		.poll(() => other.evaluate(async () => !!(await navigator.serviceWorker.ready).waiting))
		.toBe(true);
	// Two windows are open: both stay with what they have.
	await other.reload();
	await expect(other.locator('html')).not.toHaveAttribute('data-from');
	await other.close();
	await expect
		.poll(async () => {
			await page.reload();
			return page.locator('html').getAttribute('data-from');
		})
		.toBe('another');
	await site.end();
});

test('with a gap in what was kept, the page and its parts come from the network together', async ({
	page
}) => {
	const site = await siteCopy();
	await page.goto(site.url);
	await kept(page);
	await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		const cache = await caches.open(name);
		const chunk = (await cache.keys()).find(({ url }) => url.endsWith('.js'));
		if (chunk) await cache.delete(chunk);
	});
	await site.change(['index.html'], (text) => text.replace('<html', '<html data-from="network"'));
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-from', 'network');
	await expect(page.locator('[data-map][data-settled="true"]')).toBeVisible();
	await site.end();
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

test('the kiosk takes up a new version in its attract loop, never under a visitor', async ({
	page
}) => {
	const site = await siteCopy();
	const waiting = () =>
		page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting);
	await page.goto(`${site.url}kiosk/`);
	await expect
		.poll(() =>
			page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.active)
		)
		.toBe(true);
	await page.reload();
	await page.locator('[data-kiosk][data-phase="attract"][data-ready="true"]').click();
	await expect(page.locator('[data-phase="choose"]')).toBeVisible();
	const { version } = JSON.parse(readFileSync('build/_app/version.json', 'utf8'));
	await site.change(['_app/version.json', 'service-worker.js', 'kiosk/index.html'], (text) =>
		text.replaceAll(version, 'another-build').replace('<html', '<html data-from="another"')
	);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect.poll(waiting).toBe(true);
	await page.getByRole('button', { name: /whole telegram/i }).click();
	await expect(page.locator('[data-phase="visit"]')).toBeVisible();
	await page.getByRole('button', { name: 'Next' }).click();
	expect(await waiting()).toBe(true);
	await expect(page.locator('html')).not.toHaveAttribute('data-from');
	// Start over, twice: to the choice, and away.
	await page.clock.install();
	await page.clock.fastForward(400_000);
	await expect(page.locator('html')).toHaveAttribute('data-from', 'another');
	await expect(page.locator('[data-phase="attract"]')).toBeVisible();
	await site.off();
	await page.reload();
	await expect(page.locator('[data-phase="attract"][data-ready="true"]')).toBeVisible();
	await site.end();
});
