/**
 * `npm run soak`: plays scripted random visits in one kiosk page that is never loaded anew, and fails with a sentence
 * when something of them stays behind: heap, nodes, listeners, an error, or anything on the first screen.
 *
 *   --visits N    how many visits (50, or as many as there is time for when --minutes is given)
 *   --minutes M   stop after so many minutes, whatever the visits (no limit)
 *   --seed S      another run of the dice (1856)
 *
 * Over 300 lines: a visitor of its own, what it measures, and the sentences of its verdict.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from './find-browser.mjs';
import { serve } from './serve.mjs';

const SCREEN = { width: 1080, height: 1920 };
/** The measurements at the end are compared with those after so many visits. */
const SETTLED = 50;
/** What may grow by how much. */
const HEAP_GROWTH = 0.1;
const NODE_GROWTH = 0.05;
/** The first screen is compared after every so many visits. */
const COMPARE_EVERY = 10;
const IDLE_MS = 121_000;
const GRACE_MS = 31_000;

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ visit: number, heap: number, nodes: number, listeners: number }} Measure bytes, counts */
/** @typedef {{ visits: number, measures: Measure[], problems: string[], growth: number }} Soak */

/** The same dice for the same seed. @param {number} seed @returns {() => number} from 0 to 1 */
export function dice(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * The first screen, at rest: the loop at its first scene, the few pixels by which the page and its words are moved left out. Needs the page's clock in our hand.
 *
 * @param {Page} page
 */
export async function firstScreen(page) {
	const attract = page.locator('[data-attract]');
	while ((await attract.getAttribute('data-scene')) !== '0') await page.clock.fastForward(2000);
	await page
		.locator('[data-map][data-beat-shown="cover"][data-settled="true"]')
		.waitFor({ state: 'attached' });
	return page.screenshot({
		animations: 'disabled',
		style: '.kiosk { translate: none !important; --drift: 0 0 !important }'
	});
}

/** So many pixels may differ by a hair: text is smoothed otherwise on a layer of its own. */
const SMOOTHING = 300;

/**
 * Whether two pictures show the same: the eye's way, not byte by byte.
 *
 * @param {Page} page any page of the browser that shall compare
 * @param {Buffer} a a PNG @param {Buffer} b another of the same size
 */
export function showSame(page, a, b) {
	return page.evaluate(
		async ({ pictures, most }) => {
			const [one, other] = await Promise.all(
				pictures.map(async (base64) => {
					const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
					const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
					const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
					const context = canvas.getContext('2d');
					context?.drawImage(bitmap, 0, 0);
					return context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
				})
			);
			if (!one || !other || one.length !== other.length) return false;
			let differ = 0;
			for (let i = 0; i < one.length; i += 4) {
				const [r, g, b] = [0, 1, 2].map((k) => Math.abs((one[i + k] ?? 0) - (other[i + k] ?? 0)));
				if (Math.max(r ?? 0, g ?? 0, b ?? 0) > 40) differ += 1;
			}
			return differ <= most;
		},
		{ pictures: [a.toString('base64'), b.toString('base64')], most: SMOOTHING }
	);
}

/**
 * No `waitForSelector` here or below: its handle would hold the element, and we would measure ourselves.
 *
 * @param {Page} page @param {import('@playwright/test').CDPSession} client @param {number} visit
 */
async function measure(page, client, visit) {
	await page.locator('[data-map][data-settled="true"]').waitFor({ state: 'attached' });
	// Twice: what the first round lets go of, the second finds.
	await client.send('HeapProfiler.collectGarbage');
	await client.send('HeapProfiler.collectGarbage');
	const { usedSize } = await client.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
	return { visit, heap: usedSize, nodes, listeners: jsEventListeners };
}

const phaseOf = (/** @type {Page} */ page) =>
	page.locator('[data-kiosk]').getAttribute('data-phase');

/** One visit by the dice. @param {Page} page @param {import('@playwright/test').CDPSession} client @param {() => number} roll */
async function visit(page, client, roll) {
	const below = (/** @type {number} */ n) => Math.floor(roll() * n);
	const tap = (/** @type {number} */ x, /** @type {number} */ y) => page.touchscreen.tap(x, y);
	/** Taps one of what is seen, if there is any. @param {string} selector */
	const press = async (selector) => {
		const boxes = await page.locator(selector).evaluateAll((all) =>
			all
				.filter((element) => element.checkVisibility())
				.map((element) => element.getBoundingClientRect())
				.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
		);
		const at = boxes[below(boxes.length)];
		if (at) await tap(at.x, at.y);
	};
	const swipe = async () => {
		const [x, y, dy] = [200 + below(600), 1000 + below(200), -300 + below(600)];
		await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
		for (let i = 1; i <= 4; i += 1) {
			const touchPoints = [{ x, y: y + (dy * i) / 4 }];
			await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
		}
		await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	};
	const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Enter', 'Escape'];
	const key = () => page.keyboard.press(KEYS[below(KEYS.length)] ?? 'Enter');
	// Not in the staff's corner.
	const anywhere = () => tap(200 + below(800), 200 + below(1600));

	if (roll() < 0.8) await anywhere();
	else await key();
	await page
		.locator('[data-kiosk]:not([data-phase="attract"])')
		.waitFor({ state: 'attached', timeout: 5000 });
	// Some look at the choice and leave.
	if (roll() < 0.9) await press('[data-tour]');
	for (let left = 3 + below(12); left > 0; left -= 1) {
		const act = roll();
		if (act < 0.4) await press('[data-next]');
		else if (act < 0.48) await press('[data-back]');
		else if (act < 0.68) {
			await press('[data-open], .table [data-card]');
			if (roll() < 0.4) await press('dialog [data-card], dialog [data-down]');
			await press('dialog [data-close]');
		} else if (act < 0.74) await press('[data-larger], [data-contrast], [data-more]');
		else if (act < 0.79) {
			await press('[data-play]');
			await page.clock.fastForward(5000 + below(40_000));
		} else if (act < 0.85) await swipe();
		else if (act < 0.94) await key();
		else if (act < 0.96) await press('[data-restart]');
		else await anywhere();
		if ((await phaseOf(page)) === 'choose') await press('[data-tour]');
	}
	if (roll() < 0.2) {
		// Somebody is asked, and still there. A tour that has played counts as quiet, so it begins with a touch.
		await anywhere();
		await page.clock.fastForward(IDLE_MS);
		await page.locator('[data-ask]').waitFor({ state: 'attached' });
		await anywhere();
	}
	await page.clock.fastForward(IDLE_MS);
	await page.clock.fastForward(GRACE_MS);
	await page.locator('[data-kiosk][data-phase="attract"]').waitFor({ state: 'attached' });
}

/**
 * @param {{ url: string, visits?: number, minutes?: number, seed?: number, onprogress?: (measure: Measure) => void }} run
 *   `url` of the site
 * @returns {Promise<Soak>}
 */
export async function soak({ url, visits = SETTLED, minutes = Infinity, seed = 1856, onprogress }) {
	const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
	try {
		const context = await browser.newContext({ viewport: SCREEN, hasTouch: true });
		const page = await context.newPage();
		/** @type {string[]} */
		const problems = [];
		page.on('pageerror', (error) => problems.push(`An uncaught error: ${error.message}`));
		page.on('framenavigated', (frame) => {
			if (frame.url() !== 'about:blank' && !frame.url().endsWith('/kiosk/?keep'))
				problems.push(`The page left the kiosk for ${frame.url()}.`);
		});
		await page.clock.install({ time: new Date('2026-05-04T10:00:00') });
		const client = await context.newCDPSession(page);
		await page.goto(`${url}kiosk/?keep`);
		await page.locator('[data-ready="true"]').waitFor({ state: 'attached' });
		await page.locator('[data-map][data-settled="true"]').waitFor({ state: 'attached' });
		await page.evaluate(() => Object.assign(window, { sameLoad: true }));
		const blank = await context.newPage();
		await page.bringToFront();
		await page.evaluate(() => document.fonts.ready.then(() => undefined));
		const first = await firstScreen(page);
		const roll = dice(seed);
		const end = Date.now() + minutes * 60_000;
		/** @type {Measure[]} */
		const measures = [];
		const note = async (/** @type {number} */ done) => {
			const now = await measure(page, client, done);
			measures.push(now);
			onprogress?.(now);
		};
		// A short run settles in its first third.
		const settled = Math.min(SETTLED, Math.ceil(visits / 3));
		let done = 0;
		while (done < visits && Date.now() < end && problems.length === 0) {
			try {
				await visit(page, client, roll);
			} catch (error) {
				const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
				problems.push(
					`Visit ${done + 1} with seed ${seed} came to no end in phase “${await phaseOf(page)}”: ${what}`
				);
				break;
			}
			done += 1;
			if (done % COMPARE_EVERY === 0 || done === visits) {
				let same = false;
				// The loop may move on between the look at its scene and the picture.
				for (let i = 0; i < 12 && !same; i += 1)
					same = await showSame(blank, await firstScreen(page), first);
				if (!same) problems.push(`After visit ${done} the first screen is not what it was.`);
			}
			if (done === settled || (done > settled && done % 100 === 0) || done === visits)
				await note(done);
		}
		if (measures.at(-1)?.visit !== done && problems.length === 0) await note(done);
		if (!(await page.evaluate(() => 'sameLoad' in window)))
			problems.push('The page was loaded anew during the run.');
		const [from, to] = [measures[0], measures.at(-1)];
		const grown = (/** @type {'heap' | 'nodes' | 'listeners'} */ what) =>
			from && to ? to[what] / from[what] - 1 : 0;
		const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
		if (grown('heap') > HEAP_GROWTH)
			problems.push(
				`The heap grew by ${percent(grown('heap'))} from visit ${from?.visit} to ${to?.visit}; at most ${percent(HEAP_GROWTH)} may stay.`
			);
		for (const what of /** @type {const} */ (['nodes', 'listeners'])) {
			if (grown(what) > NODE_GROWTH)
				problems.push(
					`The ${what} grew from ${from?.[what]} (visit ${from?.visit}) to ${to?.[what]} (visit ${to?.visit}).`
				);
		}
		return { visits: done, measures, problems, growth: grown('heap') };
	} finally {
		await browser.close();
	}
}

/**
 * A number from the command line; null when it was not given.
 *
 * @param {string} name @param {string | undefined} word @throws {Error} when it is no whole number above 0
 */
function wholeOf(name, word) {
	if (word === undefined) return null;
	if (!/^[1-9]\d{0,6}$/.test(word))
		throw new Error(`--${name} is “${word}”; give a whole number above 0.`);
	return Number(word);
}

async function main() {
	const { values } = parseArgs({
		options: {
			visits: { type: 'string' },
			minutes: { type: 'string' },
			seed: { type: 'string', default: '1856' }
		}
	});
	const root = process.env.BUILD_DIR ?? 'build';
	if (!existsSync(`${root}/kiosk/index.html`)) {
		throw new Error(`There is no built kiosk in ${root}; run “npm run build” first.`);
	}
	const server = await serve({ root, port: 0 });
	const begun = Date.now();
	console.log('visit     heap, MB     nodes   listeners');
	try {
		const { visits, problems, growth } = await soak({
			url: server.url,
			visits: wholeOf('visits', values.visits) ?? (values.minutes ? Infinity : SETTLED),
			minutes: wholeOf('minutes', values.minutes) ?? Infinity,
			seed: Number(values.seed),
			onprogress: ({ visit, heap, nodes, listeners }) =>
				console.log(
					`${String(visit).padEnd(10)}${(heap / 1e6).toFixed(2).padStart(8)}${String(nodes).padStart(10)}${String(listeners).padStart(12)}`
				)
		});
		const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
		console.log(`${visits} visits in ${minutes} minutes, heap ${(100 * growth).toFixed(1)} % up.`);
		for (const problem of problems) console.error(problem);
		process.exitCode = problems.length > 0 ? 1 : 0;
	} finally {
		await server.close();
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	main().catch((error) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
