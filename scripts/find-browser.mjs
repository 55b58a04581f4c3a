import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';
import { installPackages, PACKAGES, run } from './system-packages.mjs';

/** Flags that keep a browser from calling home; without them it asks for hosts at every start. */
export const chromiumArgs = [
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Chromium refuses its sandbox to root.
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/** Where the well-known browsers are on systems that do not put them on the path. */
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
		(root) =>
			root
				? [
						join(root, 'Google/Chrome/Application/chrome.exe'),
						join(root, 'Microsoft/Edge/Application/msedge.exe')
					]
				: []
	)
];
const NAMES = [
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge',
	'chromium',
	'chromium-browser'
];

/** A browser that is here already, or null. */
function present() {
	const own = process.env.BROWSER_PATH;
	if (own) {
		if (existsSync(own)) return own;
		throw new Error(
			`BROWSER_PATH is “${own}”, and there is no such file; name a Chrome or Chromium, or leave it out.`
		);
	}
	return (
		[chromium.executablePath(), ...PLACES, ...onPath(NAMES)].find(
			(path) => path && existsSync(path)
		) ?? null
	);
}

/** Every place where a program of one of these names might be. */
const onPath = (/** @type {string[]} */ names) =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)));

/**
 * Finds a Chromium-like browser for tests, bench and pictures; gets one if asked to and none is there: from the system
 * where that may be done, else Playwright's own, which stays in the user's cache.
 *
 * @param {{ install?: boolean }} [options]
 * @returns {string} path of the program
 * @throws {Error} one sentence that says what to install
 */
export function findBrowser({ install = false } = {}) {
	const found = present();
	if (found) return found;
	if (install) {
		console.log('No Chrome, Edge or Chromium was found; getting one for the tests.');
		const done = installPackages('chromium') || run('npx', ['playwright', 'install', 'chromium']);
		const path = done ? present() : null;
		if (path) return path;
	}
	throw new Error(
		'No browser for the tests: install Chrome, Edge or Chromium, or set BROWSER_PATH to one.'
	);
}

const FIREFOX_PLACES = [
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	...[process.env.PROGRAMFILES, process.env.LOCALAPPDATA].flatMap((root) =>
		root ? [join(root, 'Mozilla Firefox/firefox.exe')] : []
	)
];

/** How Playwright drives a Firefox as it is published, not one of Playwright's own. */
export const firefoxLaunch = (/** @type {string} */ executablePath) => ({
	channel: 'moz-firefox',
	executablePath,
	// Input goes by way of the browser's own process: otherwise it never reaches a frame of another origin.
	firefoxUserPrefs: { 'remote.events.async.mouse.enabled': true }
});

/**
 * Finds a Firefox that can be driven; installs one where that may be done.
 *
 * @returns {Promise<string>} path of the program
 * @throws {Error} one sentence: what is left out, why, and how to get it
 */
export async function findFirefox() {
	const own = process.env.FIREFOX_PATH;
	const find = () =>
		(own ? [own] : [...FIREFOX_PLACES, ...onPath(['firefox', 'firefox-esr'])]).find((path) =>
			existsSync(path)
		);
	if (!own && !find()) installPackages('firefox');
	const path = find();
	try {
		if (!path) throw new Error(own ? `FIREFOX_PATH is “${own}”.` : 'There is none.');
		// One that is shut away from the folder of the tests' profiles, as a snap is, can be found but not driven.
		const browser = await firefox.launch({ ...firefoxLaunch(path), timeout: 45_000 });
		try {
			// And one that does not know this Playwright's commands refuses here.
			await browser.newContext();
		} finally {
			await browser.close();
		}
		return path;
	} catch (error) {
		const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
		throw new Error(firefoxMissing(reason), { cause: error });
	}
}

/** @param {string} reason a sentence */
export const firefoxMissing = (reason) =>
	`Nothing is tested in Firefox, because no Firefox could be started: ${reason} Install Firefox (Debian: apt-get install ${PACKAGES.firefox.join(' ')}), or set FIREFOX_PATH to one.`;

/** What a Python must know to open a window with WebKit. */
const KNOWS_WEBKIT =
	"import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1'); from gi.repository import Gtk, WebKit2";

/**
 * Finds all that WebKit is driven with: WebKitGTK with its driver, a virtual screen, a Python that opens
 * windows. Installs them where that may be done.
 *
 * @returns {string} path of the Python
 * @throws {Error} one sentence: what is left out, why, and how to get it
 */
export function findWebKit() {
	const { platform } = process;
	if (platform !== 'linux') throw new Error(webkitMissing(platform, []));
	const find = () => {
		const here = (/** @type {string} */ name) => onPath([name]).find((path) => existsSync(path));
		// The first on the path may be one of a version manager, which knows nothing of the system's libraries.
		const python = [...onPath(['python3']), '/usr/bin/python3'].find(
			(path) =>
				existsSync(path) && spawnSync(path, ['-c', KNOWS_WEBKIT], { stdio: 'ignore' }).status === 0
		);
		const lacking = [
			...['WebKitWebDriver', 'Xvfb'].filter((name) => !here(name)),
			...(python ? [] : ['a Python with WebKit2 4.1'])
		];
		return { python: python ?? '', lacking };
	};
	let { python, lacking } = find();
	if (lacking.length > 0 && installPackages('webkit')) ({ python, lacking } = find());
	if (lacking.length > 0) throw new Error(webkitMissing(platform, lacking));
	return python;
}

/**
 * @param {NodeJS.Platform} platform
 * @param {readonly string[]} lacking names of programs
 */
export const webkitMissing = (platform, lacking) =>
	platform === 'linux'
		? `Nothing is tested in WebKit, because this machine lacks ${lacking.join(', ')}. Install WebKitGTK and what drives it (Debian, Ubuntu: apt-get install ${PACKAGES.webkit.join(' ')}).`
		: 'Nothing is tested in WebKit, because WebKitGTK runs on Linux only: run the tests there as well, or try the site in Safari by hand.';

/**
 * What one of these finds, or an empty text after the sentence that says what is missing.
 *
 * @param {() => string | Promise<string>} find
 */
export async function findOrSay(find) {
	try {
		return await find();
	} catch (error) {
		console.warn(error instanceof Error ? error.message : error);
		return '';
	}
}
