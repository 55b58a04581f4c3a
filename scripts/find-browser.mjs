/**
 * Finds the browsers for tests, bench and pictures: the one that a variable names, else one that is on this machine.
 * What is missing is told in one sentence; only a machine that sets `CI` has it installed.
 */
import { spawnSync } from 'node:child_process';
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
	// Without windows letters would stand on whole pixels, and lines be wider than on a reader's screen.
	'--font-render-hinting=none',
	// Chromium refuses its sandbox to root.
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/** How Playwright drives a Firefox as it is published, not one of Playwright's own. */
export const firefoxLaunch = (/** @type {string} */ executablePath) => ({
	channel: 'moz-firefox',
	executablePath,
	// Input goes by way of the browser's own process: otherwise it never reaches a frame of another origin.
	firefoxUserPrefs: { 'remote.events.async.mouse.enabled': true }
});

/** Debian and Ubuntu's packages for each engine. */
const PACKAGES = {
	chromium: ['chromium'],
	'chromium without windows': ['chromium-headless-shell'],
	firefox: ['firefox-esr'],
	webkit: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1']
};

/** Programs of macOS and Windows, which are not on the path there. */
const PLACES = {
	chromium: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
		...inProgramFiles('Google/Chrome/Application/chrome.exe'),
		...inProgramFiles('Microsoft/Edge/Application/msedge.exe')
	],
	firefox: [
		'/Applications/Firefox.app/Contents/MacOS/firefox',
		...inProgramFiles('Mozilla Firefox/firefox.exe')
	]
};

/** @param {string} path */
function inProgramFiles(path) {
	const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
	return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((root) => (root ? [join(root, path)] : []));
}

/** Programs of these names on the path. @param {string[]} names */
const onPath = (...names) =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)))
		.filter((path) => existsSync(path));

/** Whether a machine without a person runs this: it says so in `CI`. */
export const inCI = () => !['', '0', 'false'].includes(process.env.CI ?? '');

/** Runs a command and shows what it prints; answers whether it succeeded. @param {string} command @param {string[]} args */
function run(command, ...args) {
	console.log(`> ${command} ${args.join(' ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const shell = process.platform === 'win32';
	return spawnSync(command, args, { stdio: 'inherit', shell, env }).status === 0;
}

/**
 * The program that a variable names, or one that is here.
 *
 * @param {string} variable
 * @param {string[]} places
 * @param {string[]} names on the path
 * @returns {string} its path; empty when there is none
 * @throws {Error} when the variable names no file
 */
function look(variable, places, names) {
	const own = process.env[variable];
	if (!own) return [...places, ...onPath(...names)].find((path) => existsSync(path)) ?? '';
	if (existsSync(own)) return own;
	throw new Error(
		`${variable} is “${own}”, and there is no such file; name a browser, or leave it out.`
	);
}

/**
 * What `find` finds; with `CI` set, what it finds after an installation where it found nothing before.
 *
 * @param {keyof typeof PACKAGES} engine
 * @param {() => string} find
 */
function findOrInstall(engine, find) {
	const found = find();
	if (found || !inCI()) return found;
	const installed =
		process.getuid?.() === 0 &&
		onPath('apt-get').length > 0 &&
		run('apt-get', 'update') &&
		run('apt-get', 'install', '-y', ...PACKAGES[engine]);
	if (!installed && engine === 'chromium') run('npx', 'playwright', 'install', 'chromium');
	return find();
}

/**
 * Finds a Chromium-like browser.
 *
 * @returns {string} path of the program
 * @throws {Error} one sentence that says what to install
 */
export function findBrowser() {
	const places = [chromium.executablePath(), ...PLACES.chromium];
	const names = [
		'google-chrome',
		'google-chrome-stable',
		'microsoft-edge',
		'chromium',
		'chromium-browser'
	];
	const path = findOrInstall('chromium', () => look('BROWSER_PATH', places, names));
	if (path) return path;
	throw new Error(
		'No browser for the tests: install Chrome, Edge or Chromium, run “npx playwright install chromium”, or set BROWSER_PATH to one.'
	);
}

/**
 * Finds what the browser tests run in: Chromium without the parts that make windows, where it is on the path (Debian has a
 * package), or the same browser as `findBrowser`. Without those parts a test takes half the processor time.
 *
 * @returns {string} path of the program
 * @throws {Error} one sentence that says what to install
 */
export function findHeadlessBrowser() {
	const browser = findBrowser();
	if (process.env.BROWSER_PATH) return browser;
	const shell = () => onPath('chromium-headless-shell')[0] ?? '';
	return findOrInstall('chromium without windows', shell) || browser;
}

/**
 * Finds a Firefox that can be driven.
 *
 * @returns {Promise<string>} path of the program
 * @throws {Error} one sentence: what is left out, why, and how to get it
 */
export async function findFirefox() {
	try {
		const names = ['firefox', 'firefox-esr'];
		const path = findOrInstall('firefox', () => look('FIREFOX_PATH', PLACES.firefox, names));
		if (!path) throw new Error('There is none.');
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
		const [reason] = String(error instanceof Error ? error.message : error).split('\n');
		throw new Error(
			`Nothing is tested in Firefox, because no Firefox could be started: ${reason} Install Firefox (Debian: apt-get install ${PACKAGES.firefox.join(' ')}), or set FIREFOX_PATH to one.`,
			{ cause: error }
		);
	}
}

/** What a Python must know to open a window with WebKit. */
const KNOWS_WEBKIT =
	"import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1'); from gi.repository import Gtk, WebKit2";

/**
 * Finds all that WebKit is driven with: WebKitGTK with its driver, a virtual screen, a Python that opens windows.
 *
 * @returns {string} path of the Python
 * @throws {Error} one sentence: what is left out, why, and how to get it
 */
export function findWebKit(platform = process.platform) {
	if (platform !== 'linux') {
		throw new Error(
			'Nothing is tested in WebKit, because WebKitGTK runs on Linux only: run the tests there as well, or try the site in Safari by hand.'
		);
	}
	/** @type {string[]} */
	let missing = [];
	const path = findOrInstall('webkit', () => {
		// The first on the path may be one of a version manager, which knows nothing of the system's libraries.
		const python = [...onPath('python3'), '/usr/bin/python3'].find(
			(path) => spawnSync(path, ['-c', KNOWS_WEBKIT], { stdio: 'ignore' }).status === 0
		);
		missing = ['WebKitWebDriver', 'Xvfb'].filter((name) => onPath(name).length === 0);
		if (!python) missing.push('a Python with WebKit2 4.1');
		return missing.length === 0 && python ? python : '';
	});
	if (path) return path;
	throw new Error(
		`Nothing is tested in WebKit, because this machine lacks ${missing.join(', ')}. Install WebKitGTK and what drives it (Debian, Ubuntu: apt-get install ${PACKAGES.webkit.join(' ')}).`
	);
}

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
