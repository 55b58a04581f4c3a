/**
 * `npm run bench`: what the built story weighs and what it costs to run, in one go on one machine.
 *
 * Costs are compared with a page that has the same words, the same styles and one still map that stays in
 * place (made here out of the built page, without any script): ratios mean something on any machine.
 * `--quick` measures one window size and four passes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { benchKiosk } from './bench-kiosk.mjs';
import { chromiumArgs, findBrowser } from './find-browser.mjs';
import { serve } from './serve.mjs';

const BUILD = 'build';
/** How fast the page is scrolled, CSS px a second, and how far. */
const SPEED = 2500;
const DISTANCE = 20_000;
/** A frame later than this was seen to be late, ms. */
const LATE_MS = 33.5;
const THROTTLE = 4;

/** @typedef {{ name: string, width: number, height: number, scale: number }} Screen */
/** @type {Screen[]} */
const SCREENS = [
	{ name: 'phone', width: 390, height: 844, scale: 3 },
	{ name: 'laptop', width: 1440, height: 900, scale: 1 },
	{ name: 'kiosk', width: 1080, height: 1920, scale: 1 }
];
const LARGE = { name: '4K', width: 3840, height: 2160, scale: 1 };

/** Flights of every kind: over the Atlantic, the Arctic, the Pacific, across Cuba, to the other side. */
const FLIGHTS = ['rumour', 'answer', 'europe-asia', 'telephone', 'bracket', 'convenient-moment'];
const BACK = ['macao-goa', 'hong-kong', 'two-ships', 'the-order', 'pavlov', 'signed'];

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
if (!existsSync(join(BUILD, 'index.html'))) {
	console.error('There is no built site; run “npm run build” first.');
	process.exit(1);
}

/** @param {string[]} cells */
const row = (...cells) =>
	console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(12))).join(''));
const one = (/** @type {number} */ value) => value.toFixed(1);
const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;

function weigh() {
	const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	const kinds = /** @type {const} */ ({
		'first HTML': (/** @type {string} */ path) => path === join(BUILD, 'index.html'),
		scripts: (/** @type {string} */ path) => path.endsWith('.js'),
		styles: (/** @type {string} */ path) => path.endsWith('.css'),
		fonts: (/** @type {string} */ path) => path.endsWith('.woff2'),
		'coarse map': (/** @type {string} */ path) => path.endsWith('world.json'),
		'detailed map': (/** @type {string} */ path) => path.endsWith('detail.json'),
		'still maps': (/** @type {string} */ path) => path.includes('maps')
	});
	row('\nWeight, brotli', 'files', 'kB');
	for (const [kind, belongs] of Object.entries(kinds)) {
		const own = files.filter(belongs);
		const bytes = own.reduce((sum, path) => {
			const file = readFileSync(path);
			return sum + (path.endsWith('.woff2') ? file : brotliCompressSync(file)).length;
		}, 0);
		row(kind, String(own.length), one(bytes / 1000));
	}
}

/** The same words and styles with one still map that stays in place, and no script. */
function plainPage() {
	const html = readFileSync(join(BUILD, 'index.html'), 'utf8');
	const stage =
		'<style>.bench-still{position:fixed;z-index:0;inset:var(--header) 0 0;width:100%;height:100%;' +
		'object-fit:cover}@media(width<700px){.bench-still{z-index:3;height:calc(50svh - var(--header))}}' +
		'</style><img class="bench-still" src="maps/cover.svg" alt="">';
	return html
		.replace(/<script[\s\S]*?<\/script>/g, '')
		.replace(/<link[^>]*modulepreload[^>]*>/g, '')
		.replace(/<div[^>]*data-stage[\s\S]*?<div class="appendices/, `${stage}<div class="appendices`);
}

/**
 * @param {import('@playwright/test').Browser} browser @param {string} url @param {Screen} screen
 * @param {number} throttle how many times slower the processor is made
 */
async function open(browser, url, screen, throttle) {
	const context = await browser.newContext({
		viewport: { width: screen.width, height: screen.height },
		deviceScaleFactor: screen.scale
	});
	const page = await context.newPage();
	if (url.endsWith('/plain.html')) {
		await page.route('**/plain.html', (route) =>
			route.fulfill({ contentType: 'text/html', body: plainPage() })
		);
	}
	const client = await context.newCDPSession(page);
	await client.send('Performance.enable');
	await page.goto(url);
	await page.evaluate(() => document.fonts.ready);
	if (!url.endsWith('/plain.html')) {
		await page.waitForSelector('[data-map][data-settled="true"]');
		// The detailed map comes once; what it costs to read is not what a frame costs.
		await jump(page, 'bracket');
		await page.waitForSelector('[data-map][data-settled="true"][data-beat-shown="bracket"]');
		await jump(page, 'cover');
		await page.waitForSelector('[data-map][data-settled="true"][data-beat-shown="cover"]');
	}
	await page.waitForTimeout(500);
	if (throttle > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: throttle });
	return { page, client, close: () => context.close() };
}

/** @param {import('@playwright/test').Page} page @param {string} beat */
const jump = (page, beat) =>
	page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }), beat);

/** Milliseconds of the main thread so far. @param {import('@playwright/test').CDPSession} client */
async function busy(client) {
	const { metrics } = await client.send('Performance.getMetrics');
	return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** Starts to note when frames are shown; the end gives the gaps between them, ms. @param {import('@playwright/test').Page} page */
async function watchFrames(page) {
	await page.evaluate(() => {
		const note = { gaps: /** @type {number[]} */ ([]), on: true, last: 0 };
		Object.assign(window, { note });
		const look = (/** @type {number} */ now) => {
			if (!note.on) return;
			if (note.last) note.gaps.push(now - note.last);
			note.last = now;
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	return () =>
		page.evaluate(() => {
			const { note } = /** @type {any} */ (window);
			note.on = false;
			return /** @type {number[]} */ (note.gaps);
		});
}

const lateShare = (/** @type {number[]} */ gaps) =>
	gaps.filter((gap) => gap > LATE_MS).length / Math.max(1, gaps.length);

/** @param {Awaited<ReturnType<typeof open>>} opened */
async function scrollThrough({ page, client }, distance = DISTANCE) {
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await page.waitForTimeout(600);
	const viewport = page.viewportSize() ?? { width: 0, height: 0 };
	const stop = await watchFrames(page);
	const before = await busy(client);
	const from = await page.evaluate(() => scrollY);
	await client.send('Input.synthesizeScrollGesture', {
		x: Math.min(200, viewport.width / 2),
		y: viewport.height * 0.75,
		yDistance: -distance,
		speed: SPEED,
		gestureSourceType: 'mouse'
	});
	const gone = (await page.evaluate(() => scrollY)) - from;
	const ms = (await busy(client)) - before;
	const gaps = await stop();
	return { perThousand: (1000 * ms) / Math.max(1, gone), late: lateShare(gaps), gone };
}

/** @param {Awaited<ReturnType<typeof open>>} opened @param {string[]} beats */
async function flyThrough({ page, client }, beats) {
	/** @type {number[]} */
	const gaps = [];
	let ms = 0;
	for (const beat of beats) {
		const stop = await watchFrames(page);
		const before = await busy(client);
		await jump(page, beat);
		// The map may lie under another picture.
		await page.waitForSelector(`[data-map][data-settled="true"][data-beat-shown="${beat}"]`, {
			state: 'attached'
		});
		await page.waitForSelector('[data-settled="false"]', { state: 'detached' });
		ms += (await busy(client)) - before;
		// The first gap holds the jump of the page itself, which every page has.
		gaps.push(...(await stop()).slice(1));
		await page.waitForTimeout(150);
	}
	return {
		perFrame: ms / Math.max(1, gaps.length),
		late: lateShare(gaps),
		longest: Math.max(0, ...gaps),
		frames: gaps.length
	};
}

/** @param {Awaited<ReturnType<typeof open>>} opened @param {number} passes */
async function heap({ page, client }, passes) {
	const beats = await page
		.locator('[data-beat]')
		.evaluateAll((all) => all.filter((_, i) => i % 3 === 0).map(({ id }) => id));
	/** @type {number[]} */
	const sizes = [];
	for (let pass = 1; pass <= passes; pass += 1) {
		for (const beat of beats) {
			await jump(page, beat);
			await page.waitForTimeout(90);
		}
		await page.waitForSelector('[data-map][data-settled="true"]');
		await client.send('HeapProfiler.collectGarbage');
		const { usedSize } = await client.send('Runtime.getHeapUsage');
		sizes.push(usedSize / 1e6);
	}
	return sizes;
}

weigh();
const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
const plain = `${server.url.replace(/\/$/, '')}/plain.html`;

for (const throttle of [1, THROTTLE]) {
	row(
		`\nScrolling ${throttle > 1 ? `(processor ${throttle} × slower)` : ''}`,
		'ms/1,000 px',
		'late',
		'still page',
		'late',
		'ratio'
	);
	for (const screen of values.quick ? SCREENS.slice(1, 2) : SCREENS) {
		const base = await open(browser, plain, screen, throttle);
		const still = await scrollThrough(base);
		await base.close();
		const opened = await open(browser, server.url, screen, throttle);
		const story = await scrollThrough(opened);
		row(
			screen.name,
			one(story.perThousand),
			percent(story.late),
			one(still.perThousand),
			percent(still.late),
			(story.perThousand / still.perThousand).toFixed(2)
		);
		const flight = await flyThrough(opened, [...FLIGHTS, ...BACK]);
		row(
			`  flights (${flight.frames} frames)`,
			`${one(flight.perFrame)} ms`,
			percent(flight.late),
			`longest ${Math.round(flight.longest)}`,
			`${(100 * (flight.late - still.late)).toFixed(1)} pts`
		);
		await opened.close();
	}
}

row('\nLargest screen', 'ms/frame', 'late', 'longest', 'long task');
const large = await open(browser, server.url, LARGE, 1);
await large.page.evaluate(() => {
	Object.assign(window, { longest: 0 });
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) {
			const own = /** @type {any} */ (window);
			own.longest = Math.max(own.longest, duration);
		}
	}).observe({ type: 'longtask' });
});
const flight = await flyThrough(large, [...FLIGHTS, ...BACK]);
const task = await large.page.evaluate(() => /** @type {any} */ (window).longest);
row('4K', one(flight.perFrame), percent(flight.late), one(flight.longest), one(task));
await large.close();

const passes = values.quick ? 4 : 20;
const opened = await open(
	browser,
	server.url,
	{ name: 'laptop', width: 1440, height: 900, scale: 1 },
	1
);
const sizes = await heap(opened, passes);
await opened.close();
const [second = 0, last = 0] = [sizes[1], sizes.at(-1)];
row('\nHeap', 'pass 2', `pass ${passes}`, 'growth');
row('MB', one(second), one(last), percent(last / second - 1));

await benchKiosk(browser, server.url, row);

await browser.close();
await server.close();
