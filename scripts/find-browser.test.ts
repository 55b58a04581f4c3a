import { describe, expect, test } from 'vitest';
import { firefoxMissing, webkitMissing } from './find-browser.mjs';
import { inCI, mayInstall } from './system-packages.mjs';

describe('system packages', () => {
	test.each([
		{ ci: false, root: true, terminal: true, may: false },
		{ ci: false, root: true, terminal: false, may: true },
		{ ci: true, root: true, terminal: true, may: true },
		{ ci: true, root: true, terminal: false, may: true },
		{ ci: true, root: false, terminal: false, may: false },
		{ ci: false, root: false, terminal: true, may: false }
	])('are installed only where that was asked for and can be done: %o', ({ may, ...run }) => {
		expect(mayInstall(run)).toBe(may);
	});

	test.each([
		[undefined, false],
		['', false],
		['0', false],
		['false', false],
		['1', true],
		['true', true]
	])('CI=%s means a machine without a person: %s', (CI, expected) => {
		expect(inCI({ CI })).toBe(expected);
	});
});

test('a browser that is missing is named with the way to get it', () => {
	expect(firefoxMissing('There is none.')).toMatch(/There is none[.] .*firefox-esr.*FIREFOX_PATH/);
	expect(webkitMissing('linux', ['WebKitWebDriver', 'Xvfb'])).toMatch(
		/lacks WebKitWebDriver, Xvfb[.].*apt-get install webkit2gtk-driver xvfb/
	);
	expect(webkitMissing('darwin', [])).toMatch(/Linux only.*Safari/);
});
