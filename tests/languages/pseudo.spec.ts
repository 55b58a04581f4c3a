/**
 * The site in two languages that nobody speaks: accented and some 40 % longer, one of them from right to left
 * (`scripts/build-pseudo.mjs`). What is cut off here would be cut off in a translation; what has no accent would stand
 * there in English.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { expectPhase, goTo, openKiosk, pass, touch } from '../support/kiosk';
import { beatIds, expectScene, openStory } from '../support/reader';
import { faultsOf } from './faults';

const LANGUAGES = [
	{ lang: 'en-XA', path: '/' },
	{ lang: 'ar-XB', path: '/ar-XB/' }
];
/** Windows, and how large a frame is there: in an article on a phone and on a laptop, and opened as a page. */
const SIZES = [
	{ size: { width: 390, height: 844 }, frame: { width: 390, height: 600 } },
	{ size: { width: 1366, height: 768 }, frame: { width: 680, height: 600 } },
	{ size: { width: 1080, height: 1920 }, frame: { width: 1080, height: 1920 } }
];
/** Pages with a test of their own: the story, frames, the page for publishers, the kiosk. */
const APPLICATIONS = /^(\/|\/(embed|embed-this|kiosk)\/.*)$/;

/** Built once, or taken from `PSEUDO_BUILD` while somebody mends. */
const test = base.extend<object, { site: { url: string; root: string } }>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
		async ({}, use) => {
			const ready = process.env.PSEUDO_BUILD;
			const root = ready ?? mkdtempSync(join(tmpdir(), 'telegram-1856-pseudo-'));
			if (!ready) {
				const { status, stderr } = spawnSync(process.execPath, ['scripts/build-pseudo.mjs', root], {
					encoding: 'utf8'
				});
				if (status !== 0) throw new Error(`The pseudo-languages could not be built:\n${stderr}`);
			}
			const { url, close } = await serve({ root, port: 0 });
			await use({ url, root });
			await close();
			if (!ready) rmSync(root, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 300_000 }
	],
	baseURL: ({ site }, use) => use(site.url)
});

// One build, one worker.
test.describe.configure({ mode: 'default', timeout: 300_000 });
test.use({ reducedMotion: 'reduce' });

/** Addresses of all pages of a language, such as `/map/`, below the path of the language: no page is forgotten here. */
function pagesOf(root: string, path: string): string[] {
	const others = LANGUAGES.map((language) => language.path).filter((other) => other !== '/');
	return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|[\\/])index\.html$/.test(file))
		.map((file) => `/${dirname(file).split(sep).join('/')}/`.replace(/^\/\.\/$/, '/'))
		.filter((address) => !others.some((other) => address.startsWith(other)))
		.sort();
}

/** Faults of a page, each with where it was seen first. */
class Findings {
	readonly all = new Map<string, string>();
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	/** Looks at the window as it is now. */
	async look(where: string, within?: string): Promise<void> {
		for (const fault of await faultsOf(this.#page, within)) {
			if (!this.all.has(fault)) this.all.set(fault, where);
		}
	}

	expectNone(): void {
		expect([...this.all].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
	}
}

const unfold = (page: Page, within = 'body') =>
	page.locator(`${within} details`).evaluateAll((all: HTMLDetailsElement[]) => {
		for (const fold of all) fold.open = true;
	});

for (const { lang, path } of LANGUAGES) {
	for (const { size, frame } of SIZES) {
		test.describe(`${lang}, ${size.width} × ${size.height}`, { tag: '@full' }, () => {
			test.use({ viewport: size });

			test('the story at every beat', async ({ page }) => {
				const findings = new Findings(page);
				await openStory(page, path);
				for (const beat of await beatIds(page)) {
					await page.evaluate((id) => {
						document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
					}, beat);
					await expectScene(page, beat);
					await findings.look(beat, '[data-header], [data-stage], .panel');
				}
				await findings.look('the column', '[data-column]');
				findings.expectNone();
			});

			test('what opens over the story', async ({ page }) => {
				const findings = new Findings(page);
				await openStory(page, path);
				await findings.look('cover');
				await page.locator('[data-menu]').click();
				await findings.look('menu', 'dialog[open]');
				await page.keyboard.press('Escape');
				const cards = Object.keys(await (await page.request.get(`${path}cards.json`)).json());
				expect(cards.length).toBeGreaterThan(50);
				for (const id of cards) {
					await page.evaluate((card) => (location.hash = card), id);
					await expect(page.locator('dialog.card')).toHaveId(id);
					await unfold(page, 'dialog.card');
					await findings.look(id, 'dialog.card');
				}
				await page.locator('dialog.card [data-close]').click();
				await page.evaluate(() => {
					document.getElementById('rumour')?.scrollIntoView({ behavior: 'instant' });
				});
				await expectScene(page, 'rumour');
				await page.evaluate(() => {
					document.querySelector<HTMLElement>('#rumour .panel')?.showPopover();
				});
				await unfold(page, '#rumour');
				await findings.look('an open panel', '#rumour .panel');
				await page.keyboard.press('Escape');
				await page.locator('[data-legend] summary').click();
				await findings.look('legend', '[data-legend]');
				await page.locator('[data-legend] summary').click();
				await page.locator('[data-ruler]').click();
				await expect(page.locator('[data-range-bench]')).toBeVisible();
				await findings.look('ruler', '[data-stage]');
				await page.keyboard.press('Escape');
				await page.locator('[data-explore]').click();
				await expect(page.locator('[data-explorer]')).toBeVisible();
				await page.locator('[data-explore-places]').selectOption({ index: 3 });
				await findings.look('explorer', '[data-stage]');
				await page.goto(`${path}?#no-such-passage`);
				await expect(page.locator('[aria-current="step"]')).toHaveCount(1);
				await findings.look('a link to a passage that is not there');
				await page.goto(`${path}?again`);
				await expect(page.locator('[data-continue]')).toBeVisible();
				await findings.look('a returning reader', '[data-continue]');
				findings.expectNone();
			});

			test.describe('without scripts', () => {
				test.use({ javaScriptEnabled: false });

				test('the story', async ({ page }) => {
					const findings = new Findings(page);
					await page.goto(path);
					await unfold(page);
					await findings.look('without scripts');
					findings.expectNone();
				});
			});

			test('pages without an application', async ({ page, site }) => {
				const findings = new Findings(page);
				const pages = pagesOf(site.root, path)
					.filter((address) => !APPLICATIONS.test(address))
					.map((address) => path + address.slice(1));
				expect(pages).toContain(`${path}large/rumour/`);
				for (const address of path === '/' ? [...pages, '/404.html'] : pages) {
					await page.goto(address);
					await unfold(page);
					await findings.look(address);
				}
				findings.expectNone();
			});

			test('the page for publishers', async ({ page }) => {
				const findings = new Findings(page);
				await page.goto(`${path}embed-this/`);
				await expect(page.locator('[data-preview] iframe')).toBeVisible();
				await findings.look('embed-this');
				for (const kind of ['section', 'paragraph', 'person']) {
					await page.locator(`input[name="kind"][value="${kind}"]`).check();
					await findings.look(kind);
				}
				for (const mode of ['scroll', 'static']) {
					await page.locator(`input[name="mode"][value="${mode}"]`).check();
					await findings.look(mode);
				}
				await page.locator('[data-copy]').first().click();
				await findings.look('copied');
				await unfold(page);
				await findings.look('unfolded');
				findings.expectNone();
			});

			test('every frame', async ({ page, site }) => {
				const findings = new Findings(page);
				await page.setViewportSize(frame);
				const frames = pagesOf(site.root, path).filter((address) => address.startsWith('/embed/'));
				expect(frames.length).toBeGreaterThan(100);
				for (const address of frames) {
					await page.goto(path + address.slice(1));
					await expect(page.locator('[data-step]:not([hidden])')).toHaveCount(1);
					await findings.look(address);
					// Every passage and every person, turned to the end; what other frames have is part of the story's.
					if (!/^\/embed\/(person-.*)?$/.test(address)) continue;
					const next = page.locator('[data-next]');
					while ((await next.getAttribute('aria-disabled')) === 'false') {
						await next.click();
						await findings.look(`${address}, ${await page.locator('[data-place]').innerText()}`);
					}
				}
				findings.expectNone();
			});

			test('the kiosk', async ({ page }) => {
				const findings = new Findings(page);
				const others = LANGUAGES.map((other) => other.lang).filter((other) => other !== lang);
				await openKiosk(page, '?diag=32', { languages: [lang, ...others] }, `${path}kiosk/`);
				for (let scene = 0; scene < 4; scene += 1) {
					await findings.look(`loop, scene ${scene}`);
					await pass(page, 12_000);
				}
				await touch(page);
				await findings.look('how long');
				await page.locator('[data-tour="full"]').click();
				await expectPhase(page, 'visit');
				for (const beat of await beatIds(page)) {
					await goTo(page, beat);
					await expect(page.locator('[data-settled="false"]')).toHaveCount(0);
					await findings.look(beat);
					if (!['how-to-read', 'rumour', 'answer', 'two-u2s', 'bracket'].includes(beat)) continue;
					const openers = page.locator('[data-openers] [data-open], [data-controls] [data-open]');
					for (let i = 0; i < (await openers.count()); i += 1) {
						await openers.nth(i).click();
						const sheet = page.locator('[data-sheet]');
						await findings.look(
							`${beat}, ${await sheet.getAttribute('data-sheet')}`,
							'[data-sheet]'
						);
						await sheet.locator('[data-close]').click();
					}
				}
				await pass(page, 125_000);
				await expect(page.locator('[data-ask]')).toBeVisible();
				await findings.look('still reading?');
				await page.goto(`${path}kiosk/health/`);
				await expect(page.locator('[data-line="settings"] p').first()).toBeVisible();
				await findings.look('health');
				findings.expectNone();
			});
		});
	}
}
