import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { buildHost } from '../../scripts/build-host.mjs';

// Scroll mode is for readers who did not ask for less motion.
test.use({ reducedMotion: 'no-preference' });

/**
 * The host script as a publisher has it: the built file, from another origin, in pages of many kinds. The
 * frame is a dummy that says what every frame of ours says; the real one has tests of its own.
 */
const FRAME = `<!doctype html><meta name="viewport" content="width=device-width"><p>The frame</p><script>
	const say = (type, fields) => parent.postMessage({ app: 'telegram1856', v: 1, id: 'story', type, ...fields }, '*');
	const ready = () => say('ready', { steps: 4, pages: 4, mode: 'step' });
	onmessage = ({ data }) => {
		if (data.type === 'hello') ready();
		if (data.type === 'mode') document.body.dataset.mode = data.mode;
		if (data.type === 'progress') document.body.dataset.p = data.p;
	};
	ready();
</script>`;
const CSP = (site: string) =>
	`default-src 'none'; script-src ${site}; frame-src ${site}; style-src 'none'; require-trusted-types-for 'script'`;
const ARTICLE = '<p>' + 'Words of an article. '.repeat(600) + '</p>';

let script: Awaited<ReturnType<typeof buildHost>>;
let servers: Server[] = [];
let site = '';
let publisher = '';
let pages: Record<string, { html: string; csp?: string }> = {};

const listen = (server: Server) =>
	new Promise<number>((done) => {
		servers.push(server);
		server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
	});

test.beforeAll(async () => {
	script = await buildHost();
	const ours = await listen(
		createServer(({ url }, response) => {
			const late = url?.includes('late') ? 700 : 0;
			const isScript = url?.startsWith('/site/embed/v1.js');
			response.setHeader('Access-Control-Allow-Origin', '*');
			response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
			setTimeout(() => response.end(isScript ? script.code : FRAME), late);
		})
	);
	const theirs = await listen(
		createServer(({ url }, response) => {
			const page = pages[url ?? ''];
			response.setHeader('Content-Type', 'text/html; charset=windows-1252');
			if (page?.csp) response.setHeader('Content-Security-Policy', page.csp);
			response.end(
				page ? `<!doctype html><meta name="viewport" content="width=device-width">${page.html}` : ''
			);
		})
	);
	site = `http://localhost:${ours}`;
	publisher = `http://127.0.0.1:${theirs}`;
});
test.afterAll(() => {
	for (const server of servers) server.close();
	servers = [];
});
test.beforeEach(() => {
	pages = {};
});

const tag = (more = '', query = '') =>
	`<script src="${site}/site/embed/v1.js${query}" ${more}></script>`;
const EMBED = '<telegram-1856 mode="scroll" steps="4"></telegram-1856>';
const snippet = () =>
	`<telegram-1856 mode="scroll" steps="4"><iframe title="Telegram 1856" sandbox="allow-scripts"
		width="100%" height="560" src="${site}/site/embed/"></iframe><p>Credit</p></telegram-1856>`;

async function open(page: Page, html: string, csp?: string) {
	pages = { '/article': { html, ...(csp ? { csp } : {}) } };
	const errors: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	page.on('pageerror', (error) => errors.push(error.message));
	await page.addInitScript(() => {
		const seen = window as { shift?: number };
		seen.shift = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				seen.shift = (seen.shift ?? 0) + (entry as PerformanceEntry & { value: number }).value;
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto(`${publisher}/article`);
	return errors;
}
const shift = (page: Page) => page.evaluate(() => (window as { shift?: number }).shift);
const frameBody = (page: Page) => page.frameLocator('telegram-1856 iframe').locator('body');
/** Scrolls into the embed's stretch, as a reader does. */
const scrollInto = (page: Page, by = 1000) =>
	page.evaluate((more) => {
		const box = document.querySelector('telegram-1856')?.getBoundingClientRect();
		scrollBy(0, (box?.top ?? 0) + more);
	}, by);

test('works under a strict policy, with its hash, and breaks no rule', async ({ page }) => {
	const script_ = tag(`integrity="${script.integrity}" crossorigin defer`);
	const errors = await open(page, `${script_}${ARTICLE}${snippet()}${ARTICLE}`, CSP(site));
	await scrollInto(page);
	await expect(frameBody(page)).toHaveAttribute('data-mode', 'scroll');
	await expect
		.poll(async () => Number(await frameBody(page).getAttribute('data-p')))
		.toBeGreaterThan(0.1);
	const top = await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().top);
	expect(top).toBe(0);
	expect(errors).toEqual([]);
});

test('comes before the frame, after it, late, or twice', async ({ page }) => {
	const places = [
		`${tag()}${ARTICLE}${snippet()}${ARTICLE}`,
		`${tag()}${ARTICLE}${EMBED}${ARTICLE}`,
		`${tag('async')}${ARTICLE}${snippet()}${ARTICLE}`,
		`${ARTICLE}${snippet()}${ARTICLE}${tag()}`,
		`${ARTICLE}${EMBED}${ARTICLE}${tag('async', '?late')}`,
		`${tag()}${ARTICLE}${snippet()}${ARTICLE}${tag()}${tag('', '?again')}`
	];
	for (const html of places) {
		const errors = await open(page, html);
		await expect
			.poll(() =>
				page.locator('telegram-1856').evaluate((element) => element.getBoundingClientRect().height)
			)
			.toBeGreaterThan(2000);
		await scrollInto(page);
		await expect(frameBody(page)).toHaveAttribute('data-mode', 'scroll');
		await expect
			.poll(async () => Number(await frameBody(page).getAttribute('data-p')))
			.toBeGreaterThan(0.1);
		expect(await page.locator('telegram-1856 iframe').count()).toBe(1);
		expect(errors).toEqual([]);
	}
});

test('never pushes away what the reader sees, however late it comes', async ({ page }) => {
	await open(page, `<h1>Above</h1>${snippet()}<p>Below</p>${ARTICLE}${tag('async', '?late')}`);
	await expect.poll(() => page.evaluate(() => 'telegram1856' in window)).toBe(true);
	await expect(frameBody(page)).toHaveAttribute('data-mode', 'step');
	expect(await shift(page)).toBeLessThan(0.02);
});

test('lets the wheel move the article over the frame', async ({ page, isMobile }) => {
	test.skip(isMobile, 'A phone has no wheel.');
	await open(page, `${tag()}${ARTICLE}${snippet()}${ARTICLE}`);
	await scrollInto(page, 300);
	await expect(frameBody(page)).toHaveAttribute('data-mode', 'scroll');
	const before = await page.evaluate(() => scrollY);
	await page.mouse.move(700, 450);
	await page.mouse.wheel(0, 600);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(before + 600);
});
