/** Firefox, or Chromium to check the checks themselves, driven by Playwright. */
import { chromium, expect, firefox, type Browser, type Frame, type Page } from '@playwright/test';
import { chromiumArgs, findBrowser, firefoxLaunch } from '../../scripts/find-browser.mjs';
import { Engine, type Driver, type Key, type OpenOptions, type Point } from './engine';

type Name = 'firefox' | 'chromium';

/** Firefox loses clicks outside of its own window, whatever the viewport: with `--kiosk` it is as large as this. */
const LARGE_WINDOW = { ...process.env, MOZ_HEADLESS_WIDTH: '2000', MOZ_HEADLESS_HEIGHT: '2200' };

const PREFERENCES = {
	// Playwright loses sight of a page that comes back out of Firefox's cache: here Back loads it again.
	'browser.sessionhistory.max_total_viewers': 0,
	// As it is published; Playwright lets pages from a disk load modules.
	'security.fileuri.strict_origin_policy': true
};

export class PlaywrightDriver implements Driver {
	readonly #browsers = new Map<boolean, Promise<Browser>>();

	/** @param firefoxPath the program, for Firefox */
	constructor(
		private readonly name: Name,
		private readonly firefoxPath: string
	) {}

	async open({ scripts, motion }: OpenOptions): Promise<Engine> {
		// A published Firefox can only be told at its start.
		const kind = this.name === 'firefox' && motion;
		const browser = this.#browsers.get(kind) ?? this.#launch(kind);
		this.#browsers.set(kind, browser);
		const context = await (
			await browser
		).newContext({
			javaScriptEnabled: scripts,
			serviceWorkers: 'allow',
			reducedMotion: motion ? 'no-preference' : 'reduce'
		});
		return new PlaywrightEngine(this.name, await context.newPage());
	}

	#launch(motion: boolean): Promise<Browser> {
		if (this.name === 'chromium')
			return chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
		const launch = firefoxLaunch(this.firefoxPath);
		return firefox.launch({
			...launch,
			args: ['--kiosk'],
			env: LARGE_WINDOW,
			firefoxUserPrefs: {
				...launch.firefoxUserPrefs,
				...PREFERENCES,
				'ui.prefersReducedMotion': motion ? 0 : 1
			}
		});
	}

	async stop() {
		for (const browser of this.#browsers.values()) await (await browser).close();
	}
}

class PlaywrightEngine extends Engine {
	readonly #lines: string[] = [];

	constructor(
		readonly name: Name,
		private readonly page: Page
	) {
		super();
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) this.#lines.push(message.text());
		});
		page.on('pageerror', ({ message }) => this.#lines.push(message));
	}

	async goto(url: string) {
		await this.page.goto(url);
	}

	async reload() {
		await this.page.reload();
	}

	async back() {
		await this.#go(-1);
	}

	async forward() {
		await this.#go(1);
	}

	/**
	 * Playwright's goBack waits for a load that Firefox does not report for a page out of its cache, and its waitForURL fails
	 * now and then where such a page comes.
	 */
	async #go(by: number) {
		const before = this.page.url();
		await this.page.evaluate(`void history.go(${by})`);
		await expect.poll(() => this.page.url(), { timeout: 15_000 }).not.toBe(before);
	}

	async resize(width: number, height: number) {
		await this.page.setViewportSize({ width, height });
	}

	async move({ x, y }: Point) {
		await this.page.mouse.move(x, y);
	}

	async down() {
		await this.page.mouse.down();
	}

	async up() {
		await this.page.mouse.up();
	}

	async wheel({ x, y }: Point, by: number) {
		await this.page.mouse.move(x, y);
		await this.page.mouse.wheel(0, by);
	}

	async press(key: Key) {
		await this.page.keyboard.press(key);
	}

	async console() {
		return this.#lines;
	}

	async print() {
		return this.page.pdf();
	}

	async stop() {
		await this.page.context().close();
	}

	protected async run(expression: string, frames: readonly string[]) {
		return this.#run(expression, frames).catch((error) => {
			// The page went away under the question: asked once more of the one that came.
			if (!/context was destroyed|navigat/i.test(String(error))) throw error;
			return this.#run(expression, frames);
		});
	}

	async #run(expression: string, frames: readonly string[]) {
		let frame: Frame = this.page.mainFrame();
		for (const selector of frames) {
			const element = await frame.$(selector);
			const inner = await element?.contentFrame();
			if (!inner) throw new Error(`There is no frame “${selector}”.`);
			frame = inner;
		}
		return frame.evaluate(expression);
	}
}
