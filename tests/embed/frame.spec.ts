/** What only Chromium lets us measure of the frame: fingers, shifts, bytes, paper, every word on its page. */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import {
	addressOf,
	frameOf,
	ours,
	prose,
	SCRIPT,
	SITE,
	snippetOf,
	test
} from '../support/host-page';

// Scroll mode is for readers who did not ask for less motion.
test.use({ reducedMotion: 'no-preference' });

const received = readFileSync('src/content/source/telegram-1856.txt', 'utf8');
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);
const load = `<script src="${SCRIPT}"></script>`;

/** Drags a finger over the page, in steps, as a hand does. CSS px. */
async function drag(
	page: Page,
	context: BrowserContext,
	from: { x: number; y: number },
	by: { x?: number; y?: number }
): Promise<void> {
	const cdp = await context.newCDPSession(page);
	const send = (type: string, at: number) =>
		cdp.send('Input.dispatchTouchEvent', {
			type: type as 'touchMove',
			touchPoints:
				type === 'touchEnd'
					? []
					: [{ x: from.x + (by.x ?? 0) * at, y: from.y + (by.y ?? 0) * at, id: 1 }]
		});
	await send('touchStart', 0);
	for (let i = 1; i <= 20; i += 1) {
		await send('touchMove', i / 20);
		await page.evaluate(() => new Promise(requestAnimationFrame));
	}
	await send('touchEnd', 1);
	await cdp.detach();
}

test.describe('a finger', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

	test('that goes up on the frame moves the article', async ({ page, host, context }) => {
		await host.open(prose(4) + frameOf('s06') + prose(20));
		await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
		await expect(host.frame.locator('[data-alive]')).toBeAttached();
		const before = await page.evaluate(() => scrollY);
		await drag(page, context, { x: 200, y: 590 }, { y: -580 });
		// The browser's remote control counts from the frame, which moves along: half of the way is lost,
		// over an empty frame too, and more comes back when the hand flings. A third is a page that follows.
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 580 / 3);
		await expect(host.frame.locator('[data-place]')).toHaveText(/^1 of 4page 1/);
	});

	test('that goes to the side turns the page, and the article stands still', async ({
		page,
		host,
		context
	}) => {
		await host.open(prose(4) + frameOf('s06') + prose(20));
		await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
		await expect(host.frame.locator('[data-alive]')).toBeAttached();
		const before = await page.evaluate(() => scrollY);
		// Chromium may lose a touch in a frame of another process that has only just been painted.
		await expect(async () => {
			await drag(page, context, { x: 300, y: 400 }, { x: -180, y: 12 });
			await expect(host.frame.locator('[data-place]')).toHaveText(/^1 of 4page 2/, {
				timeout: 2000
			});
		}).toPass();
		await drag(page, context, { x: 80, y: 120 }, { x: 200 });
		await expect(host.frame.locator('[data-place]')).toHaveText(/^1 of 4page 1/);
		expect(await page.evaluate(() => scrollY)).toBe(before);
		expect(host.trouble).toEqual([]);
	});
});

for (const [mode, body] of [
	['step', frameOf('s06')],
	['scroll', `<telegram-1856 beat="s06" mode="scroll"></telegram-1856>${load}`]
] as const) {
	test(`the host page stands still while the frame comes, with late fonts: ${mode}`, async ({
		page,
		host
	}) => {
		await page.route('**/*.woff2', async (route) => {
			await new Promise((done) => setTimeout(done, 400));
			await route.continue();
		});
		// In the middle of the first window, with words under it that could be pushed.
		await host.open(prose(mode === 'step' ? 2 : 12) + body + prose(12));
		await expect(host.frame.locator('[data-alive]')).toBeAttached();
		await page.waitForLoadState('networkidle');
		if (mode === 'scroll') {
			await expect
				.poll(() => page.locator('iframe').evaluate((frame) => frame.style.position))
				.toBe('sticky');
			await page.mouse.move(400, 400);
			for (let i = 0; i < 40; i += 1) await page.mouse.wheel(0, 150);
			await expect(host.frame.locator('[data-place]')).not.toHaveText(/^1 of 4page 1/);
		} else {
			await host.frame.locator('[data-next]').click();
		}
		expect((await host.record()).shifted).toBeLessThan(0.02);
	});
}

const onTheWire = (url: string) =>
	new Promise<number>((done, fail) => {
		get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => done(bytes));
		}).on('error', fail);
	});

test('a frame weighs at most 60 kB before its reader does anything, and 300 kB after a section', async ({
	page,
	host
}) => {
	const asked = new Set<string>();
	page.on('requestfinished', (request) => {
		if (request.url().startsWith(SITE)) asked.add(request.url());
	});
	/** What the server sent for all that was asked for, bytes as they went over the wire. */
	const sum = async () => {
		await page.waitForLoadState('networkidle');
		const sizes = await Promise.all([...asked].map(onTheWire));
		return sizes.reduce((total, size) => total + size, 0);
	};
	await host.open(frameOf('s06'));
	await expect(host.frame.locator('[data-alive]')).toBeAttached();
	const first = await sum();
	expect(first).toBeGreaterThan(20_000);
	expect(first).toBeLessThanOrEqual(60_000);
	for (let i = 0; i < 30; i += 1) {
		if ((await host.frame.locator('[data-next]').getAttribute('aria-disabled')) === 'true') break;
		await host.frame.locator('[data-next]').click();
	}
	await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-beat-shown', 'hong-kong');
	await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	const all = await sum();
	expect(all).toBeGreaterThan(first);
	expect(all).toBeLessThanOrEqual(300_000);
});

test('a reader whose system asks for less motion is not scrolled through it', async ({
	page,
	host
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await host.open(
		`${prose(12)}<telegram-1856 beat="s06" mode="scroll"></telegram-1856>${prose(12)}${load}`
	);
	await expect(host.frame.locator('[data-frame]')).toHaveAttribute('data-mode', 'step');
	await expect.poll(() => host.events('ready')).not.toHaveLength(0);
	expect(host.console.join('\n')).toContain('the reader asks for less motion');
	expect((await page.locator('iframe').boundingBox())?.height).toBe(600);
});

test('with storage blocked and in an origin of its own, nothing is thrown', async ({
	page,
	host
}) => {
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			});
		}
	});
	await host.open(frameOf('rumour').replace('sandbox="allow-scripts"', ''));
	await expect(host.frame.locator('[data-alive]')).toBeAttached();
	// Chromium may lose a click in a frame of another process that has only just been painted.
	await expect(async () => {
		await host.frame.locator('[data-next]').click();
		await expect(host.frame.locator('[data-place]')).toHaveText(/page 2/, { timeout: 1000 });
	}).toPass();
	await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	expect(host.trouble).toEqual([]);
});

test('the whole story carries every word of the telegram once, in order', async ({ page }) => {
	await page.goto(addressOf());
	const passages = await page
		.locator('[data-telegram]')
		.evaluateAll((nodes) => nodes.map((node) => node.textContent ?? ''));
	expect(wordsOf(passages.join(' '))).toEqual(wordsOf(received));
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every step can be read, with its still map', async ({ page }) => {
		await page.goto(addressOf('s06'));
		const steps = page.locator('[data-step]');
		await expect(steps).toHaveCount(4);
		for (const step of await steps.all()) {
			await expect(step).toBeVisible();
			await expect(step.locator('img.plain')).toBeVisible();
		}
		await steps.last().scrollIntoViewIfNeeded();
		await expect(steps.last().locator('.title')).toBeInViewport();
		await expect(page.locator('[data-controls]')).toBeHidden();
	});

	test('an article has the frame with all its steps, its words under it, and no picture twice', async ({
		page,
		host
	}) => {
		await host.open(`<p>${snippetOf('s06', { script: true })}</p>`);
		await expect(host.frame.locator('[data-step]').last()).toBeVisible();
		await expect(page.locator('.telegram-1856-caption')).toBeVisible();
		await expect(page.locator('img')).toBeHidden();
	});
});

test.describe('on paper', () => {
	test('a frame in an article prints what its reader sees; alone, it prints everything', async ({
		page,
		host
	}) => {
		await host.open(frameOf('s06'));
		await expect(host.frame.locator('[data-alive]')).toBeAttached();
		await host.say(ours('goto', { to: 'macao-goa' }));
		await expect(host.frame.locator('#macao-goa')).toBeVisible();
		await page.emulateMedia({ media: 'print' });
		await expect(host.frame.locator('#macao-goa')).toBeVisible();
		await expect(host.frame.locator('#convenient-moment')).toBeHidden();
		await page.goto(addressOf('s06'));
		await expect(page.locator('[data-alive]')).toBeAttached();
		for (const step of await page.locator('[data-step]').all()) await expect(step).toBeVisible();
		const overlaps = await page.evaluate(() => {
			const boxes = [...document.querySelectorAll('[data-step]')].map((step) =>
				step.getBoundingClientRect()
			);
			return boxes.some((box, i) => i > 0 && box.top < (boxes[i - 1]?.bottom ?? 0) - 1);
		});
		expect(overlaps).toBe(false);
	});
});

test.describe('axe', () => {
	for (const [what, theme, tag] of [
		['', 'light', undefined],
		['s06', 'dark', undefined],
		['map-october', 'light', '@full'],
		['person-guevara', 'dark', '@full']
	] as const) {
		test(
			`finds nothing in an article with ${what || 'the story'}, ${theme}`,
			{ tag },
			async ({ page, host }) => {
				await host.open(
					`<main><h1>An article</h1>${frameOf(what, { query: `?theme=${theme}` })}</main>`
				);
				await expect(host.frame.locator('[data-alive]')).toBeAttached();
				await page.waitForLoadState('networkidle');
				const check = async () => {
					const { violations } = await new AxeBuilder({ page })
						.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
						.analyze();
					return violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
					);
				};
				expect(await check()).toEqual([]);
				if (what !== 's06') return;
				await host.frame.locator('[data-telegram] a', { hasText: 'juggle' }).first().click();
				await expect(host.frame.locator('dialog')).toBeVisible();
				await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
				expect(await check()).toEqual([]);
			}
		);
	}
});

/** Turns every page and looks for every word: on which page it can be read, whole, in the words' box. */
function readEverything(): { unread: string[]; cut: string[]; pages: number } {
	const words = document.querySelector('[data-words]');
	const next = document.querySelector<HTMLElement>('[data-next]');
	if (!words || !next) throw new Error('This is not a frame.');
	const unread: string[] = [];
	const cut: string[] = [];
	let pages = 0;
	let pending = new Map<string, Range>();
	let current: Element | null = null;
	const finish = () => unread.push(...pending.keys());
	const rangesOf = (step: Element) => {
		const found = new Map<string, Range>();
		const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { parentElement: parent } = node;
			// Folded sources, and what only a reader without scripts gets.
			if (!parent || parent.closest('noscript, details:not([open]) > :not(summary)')) continue;
			// What is seen, for those who do not see it.
			if (parent.closest('.map-says')) continue;
			// The name of the section, which the bar has as well, gives way to large letters.
			if (parent.closest('.kicker')?.getClientRects().length === 0) continue;
			for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
				const range = document.createRange();
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				found.set(`${step.id}: ${word} #${found.size}`, range);
			}
		}
		return found;
	};
	for (;;) {
		pages += 1;
		const step = document.querySelector('[data-step]:not([hidden])');
		if (!step) throw new Error('No step is shown.');
		if (step !== current) {
			finish();
			current = step;
			pending = rangesOf(step);
		}
		const box = words.getBoundingClientRect();
		for (const [name, range] of pending) {
			const rects = [...range.getClientRects()];
			const sideways = rects.filter(({ left, right }) => right > box.left && left < box.right);
			if (sideways.length === 0) continue;
			const whole = rects.every(
				({ left, right, top, bottom }) =>
					left >= box.left - 1 &&
					right <= box.right + 1 &&
					top >= box.top - 1 &&
					bottom <= box.bottom + 1
			);
			// A word that is divided stands on two pages.
			if (!whole && sideways.length === rects.length) cut.push(name);
			pending.delete(name);
		}
		if (next.getAttribute('aria-disabled') === 'true' || pages > 900) break;
		next.click();
	}
	finish();
	return { unread, cut, pages };
}

for (const [width, height, letters, tag] of [
	[320, 600, 16, '@full'],
	[340, 480, 16, undefined],
	[720, 600, 16, undefined],
	[1000, 600, 16, '@full'],
	[320, 600, 32, undefined],
	[340, 480, 32, '@full'],
	[720, 600, 32, '@full']
] as const) {
	test(
		`every word is on a page that can be turned to: ${width} × ${height}, letters of ${letters} px`,
		{ tag },
		async ({ page, context }) => {
			await page.setViewportSize({ width, height });
			const cdp = await context.newCDPSession(page);
			await cdp.send('Page.enable');
			await cdp.send('Page.setFontSizes', { fontSizes: { standard: letters } });
			// No flights, forty steps long: this is about words.
			await page.route('**/embed/live.json', (route) => route.abort());
			for (const what of letters === 16 ? ['', 'person-guevara', 'map-october'] : ['s06']) {
				await page.goto(addressOf(what));
				await expect(page.locator('[data-alive]')).toBeAttached();
				await page.evaluate(() => document.fonts.ready);
				expect(
					await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
				).toBe(letters);
				const { unread, cut, pages } = await page.evaluate(readEverything);
				expect(pages).toBeGreaterThan(0);
				expect({ what, unread, cut }).toEqual({ what, unread: [], cut: [] });
				// Bar and buttons are in the frame, and nothing scrolls.
				const box = await page.locator('[data-controls]').boundingBox();
				if (box) expect(box.y + box.height).toBeLessThanOrEqual(height);
				const [back, next] = await page
					.locator('[data-controls] button')
					.evaluateAll((buttons) =>
						buttons.map((button) => button.getBoundingClientRect().toJSON())
					);
				expect(back.right).toBeLessThanOrEqual(next.left);
				expect(next.right).toBeLessThanOrEqual(width);
				expect(
					await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
				).toBeLessThanOrEqual(0);
			}
		}
	);
}

test('a step that opens with the room shows it still, then alive, and the map again after it', async ({
	page,
	host
}) => {
	await page.setViewportSize({ width: 400, height: 700 });
	const { frame } = host;
	const box = frame.locator('[data-map-place]');
	const picture = frame.locator('[data-picture]');
	const turnTo = (beat: string) => host.say(ours('goto', { to: beat }));
	await host.open(frameOf('fifty'));
	await expect(frame.locator('[data-alive]')).toBeAttached();
	await expect(box).toHaveAttribute('data-stage', 'room');
	await expect(frame.locator('[data-still]')).toHaveAttribute('src', /\/fifty\.wide\.svg$/);
	await expect(picture).toHaveCount(0);
	await frame.locator('[data-next]').click();
	await expect(picture).toHaveAttribute('data-settled', 'true');
	// Nothing of the map is fetched or drawn for it, and its second page has its name and a whole sentence.
	await expect(frame.locator('[data-map]')).toHaveCount(0);
	await expect(frame.locator('.step:not([hidden]) [data-running]')).toHaveText('Fifty of them');
	await expect(picture).toHaveAccessibleName(/Guevara/);
	await expect(picture.locator('a')).toHaveCount(0);

	await host.open(frameOf('s03'));
	await expect(frame.locator('[data-alive]')).toBeAttached();
	await turnTo('fifty');
	await expect(box).toHaveAttribute('data-stage', 'room');
	await expect(picture).toHaveAttribute('data-beat-shown', 'fifty');
	await expect(picture).toHaveAttribute('data-settled', 'true');
	await turnTo('answer');
	await expect(box).toHaveAttribute('data-stage', 'map');
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-beat-shown', 'answer');
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	await expect(picture).toHaveCount(0);
	await turnTo('they-did-not-argue');
	await expect(picture).toHaveAttribute('data-settled', 'true');
	// The map waits below, where it was.
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-beat-shown', 'answer');
	expect(host.trouble).toEqual([]);
});

test('the page of a question does not tell what became of it; the next one does, and its picture', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 560 });
	await page.goto('/embed/unfinished-meeting/');
	const happened = page.getByText('What happened, hour by hour');
	await expect(page.getByText('Make a guess before you read on.')).toBeInViewport();
	await expect(happened).not.toBeInViewport();
	await page.getByRole('button', { name: 'Next' }).click();
	await expect(happened).toBeInViewport();
	const picture = page.locator('[data-picture="evening"]');
	await expect(picture).toHaveAccessibleName(/^The band goes on: /);
	await expect(picture.getByText('18:00')).toBeVisible();
	await page.getByRole('button', { name: 'Back' }).click();
	await expect(picture).toHaveAccessibleName(/days from Monday 19 .* are empty\.$/);
});

test('a frame whose script does not come can be read to its end all the same', async ({
	page,
	host
}) => {
	await page.route('**/_app/**/*.js', (route) => route.abort());
	await host.open(frameOf('s05'));
	const steps = host.frame.locator('[data-step]');
	expect(await steps.count()).toBeGreaterThan(1);
	await expect(steps.last()).toBeVisible();
	await expect(host.frame.locator('[data-controls]')).toBeHidden();
	await steps.last().locator('p').last().scrollIntoViewIfNeeded();
	await expect(steps.last().locator('p').last()).toBeInViewport();
});
