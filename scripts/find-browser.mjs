import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';

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

/** Runs a command and shows what it prints. */
function run(/** @type {string} */ command, /** @type {string[]} */ args) {
	console.log(`> ${command} ${args.join(' ')}`);
	return (
		spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
	);
}

/**
 * Finds a Chromium-like browser for tests, bench and pictures; installs one if asked to and none is there.
 *
 * @param {{ install?: boolean }} [options]
 * @returns {string} path of the program
 * @throws {Error} one sentence that says what to install
 */
export function findBrowser({ install = false } = {}) {
	const found = present();
	if (found) return found;
	if (install) {
		console.log('No Chrome, Edge or Chromium was found; installing one for the tests.');
		const apt = process.getuid?.() === 0 && hasApt();
		const done = apt
			? run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])
			: run('npx', ['playwright', 'install', 'chromium']);
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
 * Finds a Firefox that can be driven, for the tests of the embed; as root with apt, installs one if none is
 * there. Without one those tests are left out: nobody must install a second browser to run the others.
 *
 * @returns {Promise<string | null>} path of the program, or null after a printed sentence
 */
export async function findFirefox() {
	const own = process.env.FIREFOX_PATH;
	const find = () =>
		(own ? [own] : [...FIREFOX_PLACES, ...onPath(['firefox', 'firefox-esr'])]).find((path) =>
			existsSync(path)
		);
	if (!own && !find() && process.getuid?.() === 0 && hasApt()) {
		console.log('No Firefox was found; installing one for the tests of the embed.');
		if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', 'firefox-esr']);
	}
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
		console.warn(
			`The tests of the embed in Firefox are left out, because no Firefox could be started: ${reason} Install Firefox, or set FIREFOX_PATH to one.`
		);
		return null;
	}
}

function hasApt() {
	try {
		execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
