import { createServer, type ServerResponse } from 'node:http';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect as expectSoon, test, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

/** To keep a whole site, and to change it for another, takes a busy machine its time. */
const expect = expectSoon.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 120_000 });

test.use({ serviceWorkers: 'allow' });
// What is kept does not depend on the window's size.
test.skip(({ isMobile }) => isMobile);

const isScript = (file: string) => file.endsWith('.js');

/** A copy of the built site on a port of its own, which a test may change and switch off. */
async function siteCopy() {
	const root = mkdtempSync(join(tmpdir(), 'telegram-1856-offline-'));
	cpSync('build', root, { recursive: true });
	let server = await serve({ root, port: 0 });
	const port = Number(new URL(server.url).port);
	return {
		url: server.url,
		off: () => server.close(),
		on: async () => {
			server = await serve({ root, port });
		},
		/** Puts other texts in place of some files, as another build would. */
		change: async (paths: readonly string[], edit: (text: string) => string) => {
			await server.close();
			for (const path of paths) {
				const file = join(root, path);
				writeFileSync(file, edit(readFileSync(file, 'utf8')));
			}
			server = await serve({ root, port });
		},
		/** Gives files another name, and calls them by it in the kiosk's page and in every script, as another build would. */
		rename: (like: RegExp, edit: (text: string) => string = (text) => text) => {
			const parts = readdirSync(root, { recursive: true, encoding: 'utf8' })
				.filter((path) => path.startsWith('_app/immutable/'))
				.map((path) => join(root, path));
			const old = parts.filter((file) => like.test(file));
			for (const file of [join(root, 'kiosk/index.html'), ...parts.filter(isScript)]) {
				const text = readFileSync(file, 'utf8');
				const renamed = old.reduce(
					(text, file) => text.replaceAll(basename(file), `new-${basename(file)}`),
					text
				);
				if (renamed !== text) writeFileSync(file, renamed);
			}
			for (const file of old) {
				writeFileSync(
					join(dirname(file), `new-${basename(file)}`),
					edit(readFileSync(file, 'utf8'))
				);
				rmSync(file);
			}
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
	await expect(page.getByText('Saved in this browser.')).toBeVisible();
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
	await page.goto(`${site.url}embed-this/?mode=static`);
	const article = page.frameLocator('[data-preview] iframe');
	await expect(article.locator('.telegram-1856-caption')).toBeVisible();
	// Frames and pictures for other sites are not kept.
	expect(failed.filter((url) => !/\/service-worker\.js$|\/embed\//.test(url))).toEqual([]);
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
	// The browser hands over when the old version is idle: until then the page waits, and then comes by itself.
	await expect(async () => {
		await page.reload();
		await expectSoon(page.locator('html')).toHaveAttribute('data-from', 'another');
	}).toPass({ timeout: 60_000 });
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

/** Waits until the kiosk is kept, and is the kept one. */
async function keptKiosk(page: Page, url: string): Promise<void> {
	await page.goto(`${url}kiosk/`);
	await expect
		.poll(() =>
			page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.active)
		)
		.toBe(true);
	await page.reload();
	await expect(page.locator('[data-phase="attract"][data-ready="true"]')).toBeVisible();
}

/** Puts other bytes in place of what is kept, with the headers it had, as a failing disk leaves them. */
async function damage(page: Page, ending: string, bytes = 'garbage('): Promise<void> {
	const damaged = await page.evaluate(
		async ([ending = '', bytes]) => {
			const name = (await caches.keys()).find((name) => !name.startsWith('settings'));
			const cache = await caches.open(name ?? '');
			const found = (await cache.keys()).filter(({ url }) => new RegExp(ending).test(url));
			for (const request of found) {
				const { headers } = (await cache.match(request)) ?? new Response();
				await cache.put(request, new Response(bytes, { headers }));
			}
			return found.length;
		},
		[ending, bytes]
	);
	expect(damaged).toBeGreaterThan(0);
}

/** Empties the browser's ordinary cache, as time does: it would help out with files that never change. */
async function forget(page: Page): Promise<void> {
	const client = await page.context().newCDPSession(page);
	await client.send('Network.clearBrowserCache');
	await client.detach();
}

/** A short visit: it begins, and goes on. */
async function shortVisit(page: Page): Promise<void> {
	await page.locator('[data-kiosk][data-phase="attract"][data-ready="true"]').click();
	await page.locator('[data-tour="2"]').click();
	await expect(page.locator('[data-phase="visit"]')).toBeVisible();
	await page.locator('[data-next]').click();
	await expect(page.locator('[data-map][data-settled="true"]')).toBeVisible();
}

/** Things that can be damaged, as the end of their address. */
const DAMAGED = [
	['the entry module', 'entry/start[.].*[.]js$'],
	['a chunk', 'chunks/.*[.]js$'],
	['the page', '/kiosk/$'],
	['a style', 'assets/.*[.]css$'],
	['the map', '/world[.].*json$'],
	['a font', '[.]woff2$']
] as const;

for (const [what, ending] of DAMAGED) {
	test(`the kiosk mends ${what} that is damaged in what was kept`, async ({ page }) => {
		const site = await siteCopy();
		await keptKiosk(page, site.url);
		await damage(page, ending);
		await page.reload();
		await expect(page.locator('[data-phase="attract"][data-ready="true"]')).toBeVisible();
		await shortVisit(page);
		await expect(page.locator('[data-map] .land').first()).toBeAttached();
		// It is mended, not only gone round: without a network it is there.
		await expect
			.poll(() =>
				page.evaluate(async (ending) => {
					const name = (await caches.keys()).find((name) => !name.startsWith('settings'));
					const cache = await caches.open(name ?? '');
					const texts = (await cache.keys())
						.filter(({ url }) => new RegExp(ending).test(url))
						.map(async (request) => (await cache.match(request))?.text());
					return (await Promise.all(texts)).includes('garbage(');
				}, ending)
			)
			.toBe(false);
		await site.off();
		await page.reload();
		await shortVisit(page);
		await site.end();
	});
}

test('without a network a damaged map is drawn from what remains of it', async ({ page }) => {
	const site = await siteCopy();
	await keptKiosk(page, site.url);
	await forget(page);
	await damage(page, '/world[.].*json$');
	await site.off();
	await page.reload();
	await shortVisit(page);
	expect(
		(await page.locator('[data-map] .land').first().getAttribute('d'))?.length
	).toBeGreaterThan(300);
	// Nothing of the map is left: the words go on, and a sentence says so.
	await damage(page, '/(world|detail)[.].*json$');
	await forget(page);
	await page.reload();
	await page.locator('[data-kiosk][data-phase="attract"][data-ready="true"]').click();
	await page.locator('[data-tour="2"]').click();
	await page.locator('[data-next]').click();
	await expect(page.locator('[data-map] [role="status"]')).toBeVisible();
	await site.end();
});

for (const [what, ending] of DAMAGED.slice(0, 4)) {
	test(`without a network and with ${what} damaged the screen says so, and comes back by itself`, async ({
		page
	}) => {
		const site = await siteCopy();
		await keptKiosk(page, site.url);
		await damage(page, ending);
		await forget(page);
		await site.off();
		await page.reload();
		await expect(page.getByText('This screen is resting.')).toBeVisible();
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByText('This screen is resting.')).toBeVisible();
		await page.clock.install();
		await page.reload();
		await expect(page.getByText('This screen is resting.')).toBeVisible();
		await site.on();
		await page.clock.runFor(25_000);
		await page.clock.resume();
		await shortVisit(page);
		await site.end();
	});
}

test('without a network and with a damaged script the story can be read', async ({ page }) => {
	const site = await siteCopy();
	await page.goto(site.url);
	await kept(page);
	await damage(page, 'entry/start[.].*[.]js$');
	await forget(page);
	await site.off();
	await page.reload();
	await expect(page.locator('#rumour')).toContainText(/\w/);
	await damage(page, '^[^?]*:[0-9]+/$');
	await page.reload();
	await expect(page.getByText('The copy of this page in your browser is damaged.')).toBeVisible();
	await site.end();
});

test('what is damaged is not mended with parts of another version', async ({ page }) => {
	const site = await siteCopy();
	await keptKiosk(page, site.url);
	const { version } = JSON.parse(readFileSync('build/_app/version.json', 'utf8'));
	// A version that cannot be kept as a whole, so that it never takes over; its map has another mark.
	await site.change(['_app/version.json', 'kiosk/index.html'], (text) =>
		text.replaceAll(version, 'another-build').replace('<html', '<html data-from="another"')
	);
	site.rename(/(world|detail)[.].*json$/, (text) => text.replace(/^\{/, '{ "from": "another",'));
	const maps: string[] = [];
	page.on('response', async (response) => {
		if (/(world|detail)[.].*json$/.test(response.url()))
			maps.push(await response.text().catch(() => ''));
	});
	// The map alone: the page stays with its own version, and does without.
	await damage(page, '/world[.].*json$');
	await forget(page);
	await page.reload();
	await shortVisit(page);
	await expect(page.locator('html')).not.toHaveAttribute('data-from');
	expect(maps.filter((text) => text.includes('"from": "another"'))).toEqual([]);
	// A part that the server no longer has: page, parts and map come from there.
	await damage(page, 'entry/start[.].*[.]js$');
	await forget(page);
	site.rename(/entry.start[.].*js$/);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-from', 'another');
	await shortVisit(page);
	expect(maps.filter((text) => text.includes('"from": "another"')).length).toBeGreaterThan(0);
	await site.end();
});

test('without a network a page is found by the other addresses that hosts know it by', async ({
	page
}) => {
	const site = await siteCopy();
	await keptKiosk(page, site.url);
	await site.off();
	for (const [asked, found] of [
		['kiosk', 'kiosk/'],
		['kiosk/index.html?diag=55', 'kiosk/?diag=55'],
		['index.html#rumour', '#rumour']
	] as const) {
		await page.goto(site.url + asked);
		expect(page.url()).toBe(site.url + found);
		await expect(page.locator('h1').first()).toHaveCount(1);
	}
	await site.end();
});

test('after its first visit the kiosk plays a whole visit without a network', async ({
	page,
	context
}) => {
	const site = await siteCopy();
	await keptKiosk(page, site.url);
	await context.setOffline(true);
	await site.off();
	const failed: string[] = [];
	page.on('requestfailed', (request) => failed.push(request.url()));
	await page.reload();
	await page.locator('[data-kiosk][data-phase="attract"][data-ready="true"]').click();
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
	const optional = /kiosk-(status|beat)$|service-worker[.]js$/;
	expect(failed.filter((url) => !optional.test(url))).toEqual([]);
	await site.end();
});

for (const [name, answer] of [
	['hangs', () => {}],
	[
		'asks for a login',
		(response) => response.setHeader('content-type', 'text/html').end('<p>Log in')
	],
	['is broken', (response) => response.writeHead(502).end()]
] as const satisfies readonly (readonly [string, (response: ServerResponse) => unknown])[]) {
	test(`a network that ${name} takes the kiosk's settings away from nobody`, async ({ page }) => {
		const site = await siteCopy();
		await site.change(['kiosk.json'], () => JSON.stringify({ diagonalInches: 55 }));
		await keptKiosk(page, site.url);
		const size = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--mm'));
		const before = await size();
		await site.off();
		const bad = createServer((_, response) => void answer(response));
		await new Promise<void>((done) => bad.listen(Number(new URL(site.url).port), done));
		for (let i = 0; i < 2; i += 1) {
			await page.reload();
			await expect(page.locator('[data-phase="attract"][data-ready="true"]')).toBeVisible();
			expect(await size()).toBe(before);
		}
		bad.closeAllConnections();
		await new Promise((done) => bad.close(done));
		await site.on();
		await site.end();
	});
}

/** Puts another build on the host: its own version and its own kiosk page. */
async function publish(site: Awaited<ReturnType<typeof siteCopy>>): Promise<void> {
	const { version } = JSON.parse(readFileSync('build/_app/version.json', 'utf8'));
	await site.change(['_app/version.json', 'service-worker.js', 'kiosk/index.html'], (text) =>
		text.replaceAll(version, 'another-build').replace('<html', '<html data-from="another"')
	);
}

test('a version that takes over in the middle of a visit is taken up when the visitor has gone', async ({
	page
}) => {
	const site = await siteCopy();
	await page.clock.install();
	await keptKiosk(page, site.url);
	await shortVisit(page);
	await publish(site);
	await page.evaluate(async () => {
		const changed = new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve)
		);
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
		const next = registration?.installing ?? registration?.waiting;
		while (next?.state === 'installing')
			await new Promise((resolve) => next.addEventListener('statechange', resolve));
		registration?.waiting?.postMessage('swap');
		await changed;
	});
	await page.locator('[data-next]').click();
	await expect(page.locator('[data-phase="visit"]')).toBeVisible();
	await expect(page.locator('html')).not.toHaveAttribute('data-from');
	await page.clock.fastForward(400_000);
	await expect(page.locator('html')).toHaveAttribute('data-from', 'another');
	await expect(page.locator('[data-phase="attract"]')).toBeVisible();
	await site.end();
});

test('a kiosk that nobody touches asks for a newer version every hour, and takes it up', async ({
	page
}) => {
	const site = await siteCopy();
	await page.addInitScript(() => {
		let asked = 0;
		const { update } = ServiceWorkerRegistration.prototype;
		ServiceWorkerRegistration.prototype.update = function () {
			Object.assign(window, { asked: (asked += 1) });
			return update.call(this);
		};
	});
	const asked = () => page.evaluate(() => Number(Reflect.get(window, 'asked') ?? 0));
	await page.clock.install();
	await keptKiosk(page, site.url);
	const before = await asked();
	await page.clock.runFor(60_000);
	expect(await asked()).toBe(before);
	await page.clock.fastForward(3_600_000);
	await expect.poll(asked).toBe(before + 1);
	await publish(site);
	await page.clock.fastForward(3_600_000);
	await expect
		.poll(async () => {
			// The page may be on its way to the new version just now.
			await page.clock.fastForward(61_000).catch(() => {});
			return page.locator('html').getAttribute('data-from');
		})
		.toBe('another');
	await expect(page.locator('[data-phase="attract"][data-ready="true"]')).toBeVisible();
	await site.end();
});
