import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

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
	const onPath = (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return (
		[chromium.executablePath(), ...PLACES, ...onPath].find((path) => path && existsSync(path)) ??
		null
	);
}

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

function hasApt() {
	try {
		execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
