/**
 * Hosts that are not ours: no headers, other manners. `python3 -m http.server` sends readers to the address with the
 * slash; others answer `/folder/map` with the page of `/folder/map/`, or take the slash away.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { BEATS } from '../support/content';
import { expectScene, watchForTrouble } from '../support/reader';

const TYPES: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png'
};

/** What stops a page: a browser that reads ahead may ask for what is not there before the address is mended. */
const faults = (trouble: readonly string[]) =>
	trouble.filter((sentence) => !/^404:|^console: Failed to load resource/.test(sentence));

/** Has the built site in a folder of that name; empty for the root. */
type Host = (folder: string) => Promise<string>;

const test = base.extend<{ python: Host; careless: Host; stripping: Host }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
	python: async ({}, use) => {
		const none = spawnSync('python3', ['--version']).status !== 0;
		test.skip(none && !process.env.CI, 'There is no Python here.');
		const ends: (() => void)[] = [];
		await use(async (folder) => {
			const { root, remove } = rootWith(folder);
			const server = spawn('python3', ['-u', '-m', 'http.server', '--bind', '127.0.0.1', '0'], {
				cwd: root,
				stdio: ['ignore', 'pipe', 'ignore']
			});
			ends.push(() => server.kill(), remove);
			const port = await new Promise<string>((found) =>
				server.stdout.on('data', (said) => found(/port (\d+)/.exec(String(said))?.[1] ?? ''))
			);
			return addressOf(port, folder);
		});
		for (const end of ends) end();
	},
	// eslint-disable-next-line no-empty-pattern -- as above
	careless: async ({}, use) => serveCarelessly(use, { strip: false }),
	// eslint-disable-next-line no-empty-pattern -- as above
	stripping: async ({}, use) => serveCarelessly(use, { strip: true })
});

/** A host's root with the built site in a folder of it. */
function rootWith(folder: string) {
	const root = mkdtempSync(join(tmpdir(), 'telegram-1856-host-'));
	const remove = () => rmSync(root, { recursive: true, force: true });
	if (!folder) return { root: resolve('build'), remove };
	symlinkSync(resolve('build'), join(root, folder), 'junction');
	return { root, remove };
}

/** `localhost`, so that a browser gives it a service worker. */
const addressOf = (port: string | number, folder: string) =>
	new URL(`http://localhost:${port}/${folder ? `${folder}/` : ''}`).href;

/**
 * Serves folders without sending anybody to the slash.
 *
 * @param strip whether to send those who come with a slash to the address without
 */
async function serveCarelessly(use: (host: Host) => Promise<void>, { strip }: { strip: boolean }) {
	const ends: (() => void)[] = [];
	await use(async (folder) => {
		const { root, remove } = rootWith(folder);
		const server = createServer((request, response) => {
			const { pathname, search } = new URL(`http://localhost${request.url}`);
			if (strip && /.\/$/.test(pathname)) {
				response.writeHead(308, { location: pathname.slice(0, -1) + search }).end();
				return;
			}
			const named = join(root, decodeURIComponent(pathname));
			const isFolder = existsSync(named) && statSync(named).isDirectory();
			const file = isFolder ? join(named, 'index.html') : named;
			// What is meant for the host alone is sent to nobody.
			if (!existsSync(file) || /\/(\.nojekyll|_headers)$/.test(pathname))
				response.writeHead(404).end();
			else {
				const type = TYPES[extname(file)] ?? 'application/octet-stream';
				response
					.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' })
					.end(readFileSync(file));
			}
		});
		await new Promise<void>((done) => server.listen(0, done));
		ends.push(() => {
			server.closeAllConnections();
			server.close();
		}, remove);
		return addressOf((server.address() as AddressInfo).port, folder);
	});
	for (const end of ends) end();
}

for (const folder of ['', 'Große Häuser']) {
	test(`python3 -m http.server serves the site ${folder ? `in “${folder}”` : 'at its root'}`, async ({
		page,
		python
	}) => {
		const site = await python(folder);
		const trouble = watchForTrouble(page);
		await page.goto(`${site}#macao-goa`);
		await expectScene(page, 'macao-goa');
		await expect(page.locator('[data-beat]')).toHaveCount(BEATS);
		await page.goto(`${site}map`);
		await expect(page).toHaveURL(`${site}map/`);
		await page.getByRole('link', { name: 'Back to the telegram' }).first().click();
		await expect(page.locator('[data-map]')).toBeAttached();
		expect(trouble).toEqual([]);
	});
}

test('a host that does not add the slash serves the site in a folder', async ({
	page,
	careless
}) => {
	const site = await careless('a folder');
	const trouble = watchForTrouble(page);
	await page.goto(`${site.slice(0, -1)}?from=a-friend#macao-goa`);
	await expectScene(page, 'macao-goa');
	await expect(page).toHaveURL(`${site}?from=a-friend#macao-goa`);
	for (const path of ['map', 'embed-this', 'large/rumour', 'kiosk/health']) {
		await page.goto(site + path);
		await expect(page).toHaveURL(`${site}${path}/`);
		await expect(page.locator('body')).not.toHaveCSS('margin', '8px');
	}
	expect(faults(trouble)).toEqual([]);
});

test('a host that takes the slash away does not send the reader round in circles', async ({
	page,
	stripping
}) => {
	const site = await stripping('folder');
	const trouble = watchForTrouble(page);
	await page.goto(`${site}#macao-goa`);
	await expectScene(page, 'macao-goa');
	await page.reload();
	await expectScene(page, 'macao-goa');
	expect(faults(trouble)).toEqual([]);
});

test('opened from a disk, links lead to pages and not to lists of files', async ({ page }) => {
	await page.goto(pathToFileURL(resolve('build/index.html')).href);
	const follow = (end: string) => page.locator(`a[href$="${end}"]`).first().dispatchEvent('click');
	await follow('map/index.html');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The map of November 1962');
	await follow('index.html#cover');
	await expect(page).toHaveURL(/\/build\/index\.html#cover$/);
});

test.describe('offline', () => {
	test.use({ serviceWorkers: 'allow' });

	test('in a folder with a space the site is kept, and opens also without the slash', async ({
		page,
		careless
	}) => {
		const site = await careless('a folder');
		await page.goto(site);
		const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
		expect(scope).toBe(site);
		await page.context().setOffline(true);
		for (const path of ['', 'map/', 'map']) {
			await page.goto(site + path);
			await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		}
	});
});
