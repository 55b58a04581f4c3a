import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, findFirefox, findHeadlessBrowser, findWebKit } from './find-browser.mjs';

const asRoot = process.getuid?.() === 0;

/** The path of the machine holds nothing but the programs in this folder, and Playwright has no browser of its own. */
let programs = '';
beforeEach(() => {
	programs = mkdtempSync(join(tmpdir(), 'telegram-1856-programs-'));
	for (const name of ['BROWSER_PATH', 'FIREFOX_PATH', 'CI']) vi.stubEnv(name, '');
	vi.stubEnv('PATH', programs);
	vi.spyOn(chromium, 'executablePath').mockReturnValue(join(programs, 'none'));
	vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	rmSync(programs, { recursive: true, force: true });
});

const program = (name: string, lines = '') =>
	writeFileSync(join(programs, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });

/** What `apt-get` was asked, one call a line; it puts a browser on the path as the real one would. */
function aptGet() {
	const log = join(programs, 'apt.log');
	program('apt-get', `echo "$@" >> '${log}'\n: > '${join(programs, 'chromium')}'`);
	return () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
}

// The programs of this machine are scripts for a shell, and others have browsers outside of the path.
describe.runIf(process.platform === 'linux')('a browser for the tests', () => {
	it('is the one that is named, or one on the path', () => {
		program('chromium');
		program('my-chrome');
		expect(findBrowser()).toBe(join(programs, 'chromium'));
		vi.stubEnv('BROWSER_PATH', join(programs, 'my-chrome'));
		expect(findBrowser()).toBe(join(programs, 'my-chrome'));
		vi.stubEnv('BROWSER_PATH', '/nowhere');
		expect(findBrowser).toThrow(/BROWSER_PATH is “\/nowhere”, and there is no such file/);
	});

	it('has no windows where such a one is on the path', () => {
		program('chromium');
		expect(findHeadlessBrowser()).toBe(join(programs, 'chromium'));
		program('chromium-headless-shell');
		expect(findHeadlessBrowser()).toBe(join(programs, 'chromium-headless-shell'));
		vi.stubEnv('BROWSER_PATH', join(programs, 'chromium'));
		expect(findHeadlessBrowser()).toBe(join(programs, 'chromium'));
	});

	it.each(['', '0', 'false'])('is never installed on a person’s machine (CI=%s)', async (CI) => {
		const asked = aptGet();
		vi.stubEnv('CI', CI);
		expect(findBrowser).toThrow(
			/install Chrome, Edge or Chromium, run “npx playwright install chromium”, or set BROWSER_PATH/
		);
		await expect(findFirefox()).rejects.toThrow(/There is none[.] .*firefox-esr.*FIREFOX_PATH/);
		expect(() => findWebKit()).toThrow(
			/lacks WebKitWebDriver, Xvfb.*apt-get install webkit2gtk-driver xvfb/
		);
		expect(asked()).toEqual([]);
	});

	it.runIf(asRoot)('is installed by root where CI is set', async () => {
		const asked = aptGet();
		vi.stubEnv('CI', '1');
		expect(findBrowser()).toBe(join(programs, 'chromium'));
		expect(asked()).toEqual(['update', 'install -y chromium']);
		// A package that there is not, as on Ubuntu: the browser itself.
		expect(findHeadlessBrowser()).toBe(join(programs, 'chromium'));
		expect(asked().at(-1)).toBe('install -y chromium-headless-shell');
		await expect(findFirefox()).rejects.toThrow('There is none');
		expect(asked().at(-1)).toBe('install -y firefox-esr');
		expect(() => findWebKit()).toThrow('lacks');
		expect(asked().at(-1)).toBe('install -y webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1');
	});
});

it('WebKit is left out with a sentence where WebKitGTK does not run', () => {
	expect(() => findWebKit('darwin')).toThrow(/Linux only.*Safari/);
});
