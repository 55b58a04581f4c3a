/**
 * The frame and the host script on real host pages of another origin, in Chromium and Firefox. In Firefox `npm test` runs
 * those tagged @firefox: where engines differ and the path of `tests/engines` does not go.
 */
import { expect, firefox, type FrameLocator, type Page } from '@playwright/test';
import fc from 'fast-check';
import { nonsense } from '../../src/lib/embed/protocol/nonsense.fixture';
import { firefoxLaunch } from '../../scripts/find-browser.mjs';
import release from '../../src/lib/embed/host/release.json' with { type: 'json' };
import {
	addressOf,
	frameOf,
	FRAMES,
	Host,
	ours,
	prose,
	PYM,
	SCRIPT,
	SITE,
	snippetOf,
	test
} from '../support/host-page';

// Narrow enough for words on several pages, wide enough for words beside a map. No higher than the window that
// Firefox really has: a click under its edge is lost.
// Pages that the article's scroll turns are for readers who did not ask for less motion.
test.use({ viewport: { width: 760, height: 660 }, reducedMotion: 'no-preference' });

const load = (address: string, attributes = '') =>
	`<script src="${address}" ${attributes}></script>`;
const title = (frame: FrameLocator) => frame.locator('.title:visible');
const place = (frame: FrameLocator) => frame.locator('[data-place]');
const next = (frame: FrameLocator) => frame.locator('[data-next]');
const alive = (frame: FrameLocator) => expect(frame.locator('[data-alive]')).toBeAttached();

/** Turns pages until there is none left; returns how many times. */
async function turnAll(frame: FrameLocator): Promise<number> {
	for (let turns = 0; turns < 40; turns += 1) {
		if ((await next(frame).getAttribute('aria-disabled')) === 'true') return turns;
		await next(frame).click();
	}
	throw new Error('There is no last page.');
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);
const frameTop = (page: Page) =>
	page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().top ?? NaN);
const frameHeight = (page: Page) =>
	page.evaluate(() => document.querySelector('iframe')?.offsetHeight ?? NaN);

test.describe('a plain frame, without any script of ours in the page', () => {
	test(
		'steps through its words, in a sandbox, and the live map follows',
		{ tag: '@smoke' },
		async ({ host, context }) => {
			await host.open(prose(2) + frameOf('s06') + prose(2));
			await alive(host.frame);
			await expect(title(host.frame)).toHaveText('Mikoyan turns on China');
			await expect(host.frame.locator('[data-map]')).toHaveCount(0);
			const first = await place(host.frame).textContent();
			await next(host.frame).click();
			await expect(place(host.frame)).not.toHaveText(first ?? '');
			await turnAll(host.frame);
			await expect(place(host.frame)).toContainText('4 of 4');
			const last = await host.frame.locator('.step:not([hidden])').getAttribute('id');
			await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-beat-shown', last ?? '');
			await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
			// Nothing that it can do without has been asked of anybody, and nothing is left behind.
			expect(host.trouble).toEqual([]);
			expect(await context.cookies()).toEqual([]);
			expect(
				await host.frame.locator('html').evaluate(() => {
					try {
						return String(localStorage.length);
					} catch {
						return 'no storage';
					}
				})
			).toBe('no storage');
		}
	);

	test('lets the wheel through to the article', { tag: '@firefox' }, async ({ page, host }) => {
		await host.open(prose(8) + frameOf('s06') + prose(30));
		await page.evaluate(() =>
			document.querySelector('iframe')?.scrollIntoView({ block: 'center' })
		);
		await alive(host.frame);
		const box = await page.locator('iframe').boundingBox();
		for (const down of [0.15, 0.4, 0.75, 0.95]) {
			const before = await scrolled(page);
			await page.mouse.move((box?.x ?? 0) + 80, (await frameTop(page)) + 600 * down);
			await page.mouse.wheel(0, 120);
			await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 80);
			await page.evaluate((to) => scrollTo(0, to), before);
		}
		await expect(place(host.frame)).toContainText('1 of 4');
	});

	test(
		'lets the keyboard in and out, and obeys it inside',
		{ tag: '@firefox' },
		async ({ page: own, host: ownHost, hostServer, browserName }) => {
			// Firefox's remote control sends keys to the page's own process only: here it has but one.
			const browser =
				browserName === 'firefox'
					? await firefox.launch({
							...firefoxLaunch(process.env.TEST_FIREFOX ?? ''),
							firefoxUserPrefs: { 'fission.autostart': false }
						})
					: null;
			const page = (await browser?.newPage({ viewport: { width: 760, height: 660 } })) ?? own;
			const host = browser ? new Host(page, hostServer.origin, hostServer.answers) : ownHost;
			await host.open(
				`<a href="#a" id="before">before</a>${frameOf('s06')}<a href="#b" id="after">after</a>`
			);
			await alive(host.frame);
			await page.locator('#before').focus();
			await page.keyboard.press('Tab');
			await expect(host.frame.locator('.top a')).toBeFocused();
			await page.keyboard.press('ArrowRight');
			await expect(place(host.frame)).toContainText('page 2');
			await page.keyboard.press('ArrowLeft');
			await expect(place(host.frame)).toContainText('page 1');
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await expect(host.frame.locator('dialog')).toBeVisible();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('Escape');
			await expect(host.frame.locator('dialog')).toBeHidden();
			await expect(place(host.frame)).toContainText('page 1');
			// Whoever tabs to something on another page sees that page.
			const outside = () =>
				page.locator('#after').evaluate((link) => link === document.activeElement);
			for (let i = 0; i < 30 && !(await outside()); i += 1) {
				await page.keyboard.press('Tab');
				if (!(await outside())) await expect(host.frame.locator(':focus')).toBeInViewport();
			}
			await expect(page.locator('#after')).toBeFocused();
			await page.keyboard.press('Shift+Tab');
			await expect(next(host.frame)).toBeFocused();
			const before = await place(host.frame).textContent();
			await page.keyboard.press('Enter');
			await expect(place(host.frame)).not.toHaveText(before ?? '');
			await browser?.close();
		}
	);

	test('tells a screen reader the new step, or the new page', async ({ host }) => {
		await host.open(frameOf('s06'));
		await alive(host.frame);
		await next(host.frame).click();
		await expect(host.frame.locator('[data-said]')).toHaveText(/^1 of 4, page 2 of \d$/);
		for (let i = 0; i < 9 && /^1 of/.test((await place(host.frame).textContent()) ?? ''); i += 1) {
			await next(host.frame).click();
		}
		await expect(host.frame.locator('[data-said]')).toHaveText(/^2 of 4: \S/);
	});

	test('opens cards inside, and says an address where it may not open a window', async ({
		page,
		host,
		browserName
	}) => {
		await host.open(frameOf('rumour'));
		await alive(host.frame);
		await host.frame.locator('[data-telegram] a', { hasText: 'members' }).first().click();
		await expect(host.frame.locator('dialog')).toContainText('United Nations');
		if (browserName === 'firefox') {
			await host.frame.getByRole('button', { name: 'Close' }).click();
		} else {
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('Escape');
		}
		await expect(host.frame.locator('dialog')).toBeHidden();
		await expect(place(host.frame)).toContainText('page 1');
		await host.frame.locator('.top a').click();
		await expect(host.frame.locator('dialog')).toContainText('/#rumour');
		await host.frame.getByRole('button', { name: 'Close' }).click();
		await expect(host.frame.locator('dialog')).toBeHidden();
	});

	test(
		'opens a window, and only that, where it may',
		{ tag: '@firefox' },
		async ({ page, host, context }) => {
			await host.open(frameOf('rumour').replace('allow-scripts', 'allow-scripts allow-popups'));
			await alive(host.frame);
			const [opened] = await Promise.all([
				context.waitForEvent('page'),
				host.frame.locator('.top a').click()
			]);
			await opened.close();
			await expect(host.frame.locator('dialog')).toBeHidden();
			expect(page.url()).toContain('127.0.0.1');
		}
	);

	test('keeps stills and steps when the live map does not come', async ({ page, host }) => {
		await page.route('**/embed/live.json', (route) => route.abort());
		await host.open(frameOf('s06'));
		await alive(host.frame);
		await turnAll(host.frame);
		const last = await host.frame.locator('.step:not([hidden])').getAttribute('id');
		await expect(host.frame.locator('[data-still]')).toHaveAttribute(
			'src',
			new RegExp(`/${last}\\.wide\\.svg$`)
		);
		await expect
			.poll(() =>
				host.frame
					.locator('[data-still]')
					.evaluate((image) => (image as HTMLImageElement).naturalWidth)
			)
			.toBeGreaterThan(100);
	});

	test(
		'shows its first page in a tab that is revealed later',
		{ tag: '@firefox' },
		async ({ page, host }) => {
			await host.open(
				`<div id="tab" style="display: none">${frameOf('s06').replace('loading="lazy"', '')}</div>`
			);
			await alive(host.frame);
			await page.evaluate(() => document.getElementById('tab')?.removeAttribute('style'));
			await expect(place(host.frame)).toHaveText(/1 of 4page 1 of [2-9]/);
			await expect(title(host.frame)).toBeInViewport();
			const all = await turnAll(host.frame);
			expect(all).toBeGreaterThan(4);
		}
	);
});

test.describe('our script', () => {
	for (const [name, body] of [
		[
			'before the frame',
			`${load(SCRIPT)}${frameOf('rumour', { attributes: 'data-telegram-1856' })}`
		],
		[
			'after the frame',
			`${frameOf('rumour', { attributes: 'data-telegram-1856' })}${load(SCRIPT)}`
		],
		[
			'twice',
			`${load(SCRIPT)}<telegram-1856 beat="rumour"></telegram-1856>${load(SCRIPT, 'async')}`
		],
		[
			'around a frame',
			`<telegram-1856>${frameOf('rumour')}</telegram-1856>${load(SCRIPT, 'defer')}`
		]
	] as const) {
		// The script without our frame is tried in all of these orders by `host-script.spec.ts`.
		test(
			`${name}: one frame, which says once that it is ready`,
			{ tag: name === 'twice' ? [] : '@full' },
			async ({ page, host }) => {
				await host.open(body);
				await alive(host.frame);
				await expect.poll(() => host.events('ready')).toHaveLength(1);
				const [ready] = await host.events('ready');
				expect(ready).toEqual({
					id: 'rumour',
					steps: 1,
					pages: expect.any(Number),
					mode: 'step'
				});
				expect(ready?.pages).toBeGreaterThan(1);
				expect(await page.locator('iframe').count()).toBe(1);
				expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts');
				expect(await frameHeight(page)).toBe(600);
				expect(host.trouble).toEqual([]);
			}
		);
	}

	test('long after the frame: it is greeted, and its steps are passed on', async ({
		page,
		host
	}) => {
		await host.open(frameOf('s06', { attributes: 'data-telegram-1856' }));
		await alive(host.frame);
		await page.evaluate((src) => {
			document.body.append(Object.assign(document.createElement('script'), { src }));
		}, SCRIPT);
		await expect.poll(() => host.events('ready')).toHaveLength(1);
		const turns = await turnAll(host.frame);
		await expect.poll(() => host.events('complete')).toEqual([{ id: 's06' }]);
		const steps = await host.events('step');
		expect(steps.map(({ index }) => index)).toEqual([1, 2, 3]);
		expect(steps.every(({ id, of, beat }) => id === 's06' && of === 4 && beat)).toBe(true);
		const [ready] = await host.events('ready');
		expect(ready?.pages).toBe(turns + 1);
	});

	test('serves two frames on a page, each with its own steps', async ({ page, host }) => {
		await host.open(
			`${load(SCRIPT)}<telegram-1856 beat="s06" height="500"></telegram-1856>${prose(1)}<telegram-1856 beat="rumour" theme="dark"></telegram-1856>`
		);
		const second = page.frameLocator('iframe').nth(1);
		await expect.poll(() => host.events('ready')).toHaveLength(2);
		await turnAll(host.frame);
		await expect(place(second)).toContainText('page 1');
		expect((await host.events('step')).every(({ id }) => id === 's06')).toBe(true);
		await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(host.frame.locator('html')).toHaveAttribute('data-theme', 'auto');
		expect(await frameHeight(page)).toBe(500);
	});

	test('a page that removes the node is left as it was before', async ({ page, host }) => {
		await host.open(`<main></main>${load(SCRIPT)}`);
		const before = (await host.record()).listening;
		for (const body of [
			'<telegram-1856 beat="s06" mode="scroll"></telegram-1856>',
			frameOf('s06', { attributes: 'data-telegram-1856' })
		]) {
			await page.evaluate(
				(html) => {
					const main = document.querySelector('main');
					if (main) main.innerHTML = html;
					(window as unknown as { telegram1856: { scan: () => void } }).telegram1856.scan();
				},
				body + prose(20)
			);
			await alive(host.frame);
			await expect.poll(() => host.events('ready')).not.toHaveLength(0);
			expect((await host.record()).listening).toBeGreaterThan(before);
			await page.evaluate(() => {
				document.querySelector('main')?.replaceChildren();
				postMessage('somebody says something', '*');
				scrollBy(0, 100);
			});
			await expect.poll(async () => (await host.record()).listening).toBe(before);
		}
		expect(host.trouble).toEqual([]);
	});
});

test.describe('a blocked frame', () => {
	const snippet = `<p>${snippetOf('rumour', { script: true })}</p>`;
	const picture = (page: Page) => page.locator('.telegram-1856-picture img');
	const caption = (page: Page) => page.locator('.telegram-1856-caption');

	test(
		'by the page’s policy: the picture takes its place',
		{ tag: '@firefox' },
		async ({ page, host }) => {
			await host.open(`${prose(1)}${snippet}${prose(1)}`, {
				policy: `frame-src 'none'; img-src ${SITE}`
			});
			await expect(picture(page)).toBeVisible();
			await expect(page.locator('iframe')).toBeHidden();
			await expect(caption(page)).toContainText('Paraguay hatched');
			await expect
				.poll(() => picture(page).evaluate((image: HTMLImageElement) => image.naturalWidth))
				.toBe(1200);
			expect(host.console.join('\n')).toMatch(/embed\/rumour\/ does not answer/);
		}
	);

	test('by an ad blocker: the picture takes its place, also far down the page', async ({
		page,
		host
	}) => {
		await page.route('**/embed/rumour/', (route) => route.abort());
		await host.open(`${prose(40)}${snippet}${prose(1)}`);
		await caption(page).scrollIntoViewIfNeeded();
		await expect(picture(page)).toBeVisible();
		await expect(page.locator('iframe')).toBeHidden();
		await expect(caption(page).locator('a')).toHaveAttribute('href', `${SITE}/#rumour`);
	});

	test('that comes after all is shown, and the picture goes', async ({ page, host }) => {
		let come: () => void = () => undefined;
		const asked = new Promise<void>((done) => (come = done));
		await page.route('**/embed/rumour/', async (route) => {
			await asked;
			await route.continue();
		});
		await page.goto(host.put(snippet + prose(1)), {
			waitUntil: 'commit'
		});
		await expect(picture(page)).toBeVisible();
		come();
		await alive(host.frame);
		await expect(page.locator('iframe')).toBeVisible();
		await expect(picture(page)).toBeHidden();
		expect(await frameHeight(page)).toBe(600);
		await next(host.frame).click();
		await expect(place(host.frame)).toContainText('page 2');
	});
});

test('the preview on the page for publishers shows the frame in its article', async ({ page }) => {
	await page.goto(`${SITE}/embed-this/?what=rumour&script=yes`);
	await expect(page.locator('[data-preview] iframe')).toBeAttached();
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.locator('[data-preview] iframe').scrollIntoViewIfNeeded();
	const article = page.frameLocator('[data-preview] iframe');
	const frame = article.frameLocator('iframe');
	await alive(frame);
	await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(article.locator('.telegram-1856-caption')).toBeVisible();
	await expect(article.locator('.telegram-1856-picture')).toBeHidden();
});

test.describe('other people’s scripts', () => {
	const heights = async (host: Host) =>
		(await host.record()).heard.filter((data) => /height/i.test(JSON.stringify(data)));

	test('pym.js gets its height, its positions do no harm, and it is never sent elsewhere', async ({
		page,
		host
	}) => {
		// As editors’ systems name things.
		const id = `field: map.1 – Zürich ${'x'.repeat(120)}`;
		await host.open(`${prose(4)}<div id="${id}"></div>${prose(30)}${load(PYM)}`);
		await page.evaluate(
			([name, src]) => {
				const { pym } = window as unknown as {
					pym: { Parent: new (id: string, url: string, config: object) => unknown };
				};
				new pym.Parent(name, src, { trackscroll: true, scrollwait: 20 });
			},
			[id, addressOf('s06', '?height=640')] as const
		);
		await alive(host.frame);
		await expect.poll(() => frameHeight(page)).toBe(640);
		const first = await place(host.frame).textContent();
		await page.evaluate(() => scrollTo(0, 400));
		await page.setViewportSize({ width: 500, height: 640 });
		await expect.poll(() => scrolled(page)).toBeGreaterThan(300);
		await expect(place(host.frame)).toContainText((first ?? '').slice(0, 6));
		await turnAll(host.frame);
		const said = JSON.stringify((await host.record()).heard);
		expect(said).toContain('xPYMxheightxPYMx640');
		expect(said).not.toContain('navigateTo');
		expect(host.trouble).toEqual([]);
	});

	test('@newswire/frames gets its height, also when it comes late', async ({ page, host }) => {
		await host.open(
			`<div id="now" data-frame-src="${addressOf('rumour', '?height=620')}" data-frame-attribute-sandbox="allow-scripts"></div>${load(FRAMES)}`
		);
		const init = () =>
			page.evaluate(() =>
				(
					window as unknown as { newswireFrames: { autoInitFrames: () => void } }
				).newswireFrames.autoInitFrames()
			);
		await init();
		await alive(host.frame);
		await expect.poll(() => frameHeight(page)).toBe(620);
		// A host that has lost it asks again.
		await page.evaluate(() => document.querySelector('iframe')?.setAttribute('height', '100'));
		await host.say({ sentinel: 'amp', type: 'frames-init' });
		await expect.poll(() => frameHeight(page)).toBe(620);
		expect(host.trouble).toEqual([]);
	});

	test('a page that parses every message as the Guardian’s does gets its height', async ({
		page,
		host
	}) => {
		await host.open(
			`<script>addEventListener('message', ({ data, source }) => {
				if (typeof data !== 'string') return;
				let message;
				try { message = JSON.parse(data); } catch { return; }
				const frame = document.querySelector('iframe');
				if (message.kind === 'interactive:height' && source === frame.contentWindow) frame.height = message.height;
			});</script>${frameOf('rumour', { height: 200, query: '?height=580' })}`
		);
		await expect.poll(() => frameHeight(page)).toBe(580);
		await host.say({ kind: 'interactive:scroll', scroll: 120 });
		await next(host.frame).click();
		await expect(place(host.frame)).toContainText('page 2');
	});

	test('heights are said only when they change', async ({ host }) => {
		await host.open(frameOf('rumour'));
		await alive(host.frame);
		// Messages come after the frame is alive.
		await expect.poll(async () => (await heights(host)).length).toBeGreaterThan(0);
		const before = (await heights(host)).length;
		await turnAll(host.frame);
		expect((await heights(host)).length).toBe(before);
		expect(before).toBeLessThanOrEqual(6);
	});
});

test.describe('a page with a strict policy', () => {
	const policy = `default-src 'none'; frame-src ${SITE}; script-src ${SITE}; style-src-attr 'unsafe-inline'`;

	test(
		'with our script and its hash: nothing is violated',
		{ tag: '@firefox' },
		async ({ page, host }) => {
			const script = `<script src="${SITE}/embed/v${release.version}.js" integrity="${release.integrity}" crossorigin="anonymous" async></script>`;
			await host.open(
				`${prose(7)}<telegram-1856 mode="scroll">${frameOf('s06')}</telegram-1856>${script}`,
				{ policy: policy.replace(/; style.*/, '') }
			);
			await expect.poll(() => host.events('ready')).not.toHaveLength(0);
			await expect
				.poll(() => page.locator('iframe').evaluate((frame) => frame.style.position))
				.toBe('sticky');
			await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
			await expect(place(host.frame)).toHaveText(/^[2-4] of 4/);
			await expect(host.frame.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
			const { violations } = await host.record();
			// The page's own style attributes are what its policy forbids; ours is not among them.
			expect(
				violations.filter((line) => !/^style-src-attr inline|favicon\.ico$/.test(line))
			).toEqual([]);
			expect(host.trouble.filter((line) => !/style/.test(line))).toEqual([]);
		}
	);

	test('without our script: the frame alone works', async ({ host }) => {
		await host.open(frameOf('rumour'), { policy });
		await next(host.frame).click();
		await expect(place(host.frame)).toContainText('page 2');
		const { violations } = await host.record();
		expect(violations.filter((line) => !line.endsWith('/favicon.ico'))).toEqual([]);
		expect(host.trouble).toEqual([]);
	});
});

test.describe('scroll mode', () => {
	const article = (around = (element: string) => element, attributes = '') =>
		`<header style="position: sticky; top: 0; height: 64px; background: #fff; z-index: 1">A paper</header>
		${prose(7)}${around(`<telegram-1856 beat="s06" mode="scroll" style="--host-header: 64px" ${attributes}></telegram-1856>`)}${prose(12)}${load(SCRIPT)}`;
	const modeOf = (host: Host) =>
		expect.poll(() => host.frame.locator('[data-frame]').getAttribute('data-mode'));

	/** Clicks where a hand would. Playwright's own click may scroll the page first, and so turn the page. */
	async function press(page: Page, host: Host, part: string): Promise<void> {
		const at = await host.frame.locator(part).evaluate((button) => {
			const { left, top, width, height } = button.getBoundingClientRect();
			return { x: left + width / 2, y: top + height / 2 };
		});
		const frame = await page.locator('iframe').evaluate((element) => {
			const { left, top } = element.getBoundingClientRect();
			return { left, top };
		});
		await page.mouse.click(frame.left + at.x, frame.top + at.y);
	}

	async function scrollOver(page: Page, by: number): Promise<void> {
		await page.evaluate(async (step) => {
			const frame = () => new Promise(requestAnimationFrame);
			const end = step > 0 ? document.documentElement.scrollHeight - innerHeight : 0;
			while (Math.abs(scrollY - end) > 1) {
				const before = scrollY;
				scrollBy({ top: step, behavior: 'instant' });
				if (scrollY === before) break;
				await frame();
				await frame();
			}
		}, by);
	}

	test(
		'the page’s scroll drives the steps, under its header; the frame never scrolls',
		{ tag: '@firefox' },
		async ({ page, host }) => {
			await host.open(article());
			await alive(host.frame);
			await modeOf(host).toBe('scroll');
			await scrollOver(page, 120);
			await expect.poll(() => host.events('complete')).toHaveLength(1);
			const indexes = async () => (await host.events('step')).map(({ index }) => index);
			expect(await indexes()).toEqual([1, 2, 3]);
			await scrollOver(page, -120);
			await expect.poll(indexes).toEqual([1, 2, 3, 2, 1, 0]);
			// Half way: under the header, as high as what is left of the window, unscrolled.
			await page.evaluate(() => {
				const track = document.querySelector('telegram-1856');
				const { top = 0, height = 0 } = track?.getBoundingClientRect() ?? {};
				scrollTo({ top: scrollY + top + height / 2 - innerHeight / 2, behavior: 'instant' });
			});
			await expect(place(host.frame)).toHaveText(/^[23] of 4/);
			expect(await frameTop(page)).toBe(64);
			const window_ = page.viewportSize()?.height ?? 0;
			expect(await frameHeight(page)).toBe(window_ - 64);
			expect(await host.frame.locator('html').evaluate(() => scrollY)).toBe(0);
			expect(host.trouble).toEqual([]);
		}
	);

	test('its buttons and keys move the page', async ({ page, host, browserName }) => {
		await host.open(article());
		await alive(host.frame);
		await modeOf(host).toBe('scroll');
		await page.evaluate(() =>
			document.querySelector('telegram-1856')?.scrollIntoView({ behavior: 'instant' })
		);
		await expect.poll(() => frameTop(page)).toBe(64);
		const before = await scrolled(page);
		const first = await place(host.frame).textContent();
		await press(page, host, '[data-next]');
		await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
		await expect(place(host.frame)).not.toHaveText(first ?? '');
		await expect(host.frame.locator('[data-said]')).toHaveText(/^[12] of 4/);
		if (browserName === 'firefox') await press(page, host, '[data-back]');
		else await page.keyboard.press('ArrowLeft');
		await expect(place(host.frame)).toHaveText(first ?? '');
		await host.say(ours('goto', { to: 'macao-goa' }));
		await expect(place(host.frame)).toContainText('3 of 4');
	});

	test('an ancestor that hides what overflows: step mode, and the console says why', async ({
		page,
		host
	}) => {
		await host.open(
			article((element) => `<div id="box" style="overflow: hidden">${element}</div>`)
		);
		await alive(host.frame);
		await expect.poll(() => host.events('ready')).not.toHaveLength(0);
		await modeOf(host).toBe('step');
		expect(host.console.join('\n')).toMatch(/stays in step mode: <div id="box">.*overflow: hidden/);
		expect(await frameHeight(page)).toBe(600);
		await next(host.frame).click();
		await expect(place(host.frame)).toContainText('page 2');
	});

	test('less motion is asked for: step mode', async ({ page, host }) => {
		await host.open(article(undefined, 'motion="reduce"'));
		await alive(host.frame);
		await expect.poll(() => host.events('ready')).not.toHaveLength(0);
		await modeOf(host).toBe('step');
		await expect(host.frame.locator('html')).toHaveAttribute('data-motion', 'reduce');
		expect(await frameHeight(page)).toBe(600);
	});
});

test.describe('messages', () => {
	test('the host page may say where, how bright, how calm, and in which language', async ({
		page,
		host
	}) => {
		await host.open(frameOf());
		await alive(host.frame);
		await host.say(ours('theme', { theme: 'dark' }));
		await expect(host.frame.locator('html')).toHaveAttribute('data-theme', 'dark');
		await host.say(ours('motion', { motion: 'reduce' }));
		await expect(host.frame.locator('html')).toHaveAttribute('data-motion', 'reduce');
		await host.say(ours('goto', { to: 'rumour' }));
		await expect(title(host.frame)).toHaveText('A missile base in Paraguay?');
		await host.say(ours('goto', { to: 'p07' }));
		await expect(title(host.frame)).toHaveText('Mikoyan turns on China');
		await host.say(ours('lang', { lang: 'en' }));
		await host.say(ours('goto', { to: 'nowhere' }));
		await next(host.frame).click();
		await expect(title(host.frame)).toHaveText('Mikoyan turns on China');
		expect(page.frames()[1]?.url()).toBe(addressOf());
	});

	test(
		'nobody else is listened to: not another frame of the page, not an opener',
		{ tag: '@firefox' },
		async ({ page, host, context }) => {
			const theme = JSON.stringify(ours('theme', { theme: 'dark' }));
			const goto = JSON.stringify(ours('goto', { to: 'rumour' }));
			const other = `<script>setInterval(() => { for (const m of [${theme}, ${goto}]) parent.frames[0].postMessage(m, '*') }, 20)</script>`;
			await host.open(
				`${frameOf()}<iframe title="other" srcdoc='${other}'></iframe><button>open</button>`
			);
			await alive(host.frame);
			await next(host.frame).click();
			await expect(place(host.frame)).not.toHaveText(/^1 of 40page 1/);
			await expect(host.frame.locator('html')).toHaveAttribute('data-theme', 'auto');
			await expect(title(host.frame)).not.toHaveText('A missile base in Paraguay?');

			const [opened] = await Promise.all([
				context.waitForEvent('page'),
				page.evaluate((src) => {
					const child = open(src);
					setInterval(
						() =>
							child?.postMessage({ app: 'telegram1856', v: 1, type: 'theme', theme: 'dark' }, '*'),
						20
					);
				}, addressOf())
			]);
			await expect(opened.locator('[data-alive]')).toBeAttached();
			await opened.locator('[data-next]').click();
			await expect(opened.locator('[data-place]')).not.toHaveText(/^1 of 40page 1/);
			await expect(opened.locator('html')).toHaveAttribute('data-theme', 'auto');
		}
	);

	test('a storm of nonsense leaves frame and page alive', async ({ page, host }) => {
		await host.open(
			`${load(SCRIPT)}${frameOf('s06', { attributes: 'data-telegram-1856', query: '?childId=foo-1' })}`
		);
		await alive(host.frame);
		const storm = fc.sample(nonsense, { numRuns: 400, seed: 1856 }).flatMap((message) => {
			try {
				const text = JSON.stringify(message);
				return text && text.length < 20_000 ? [text] : [];
			} catch {
				return [];
			}
		});
		expect(storm.length).toBeGreaterThan(200);
		await page.evaluate((texts) => {
			for (const text of texts) {
				const data: unknown = JSON.parse(text);
				document.querySelector('iframe')?.contentWindow?.postMessage(data, '*');
				postMessage(data, '*');
			}
			// What JSON cannot say.
			for (const odd of [
				undefined,
				NaN,
				1n,
				new Date(NaN),
				new Map([[{}, []]]),
				new ArrayBuffer(8)
			])
				document.querySelector('iframe')?.contentWindow?.postMessage(odd, '*');
		}, storm);
		await host.say(ours('mode', { mode: 'step' }));
		await host.say(ours('goto', { to: 'p07' }));
		await expect(place(host.frame)).toContainText('1 of 4');
		await next(host.frame).click();
		await expect(place(host.frame)).toContainText('page 2');
		expect(await frameHeight(page)).toBe(600);
		expect(host.trouble).toEqual([]);
	});
});
