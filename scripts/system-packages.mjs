/** When the tests may install programs that they need on the system they run on, and how. */
import { spawnSync } from 'node:child_process';

/** What is installed for each browser, as Debian and Ubuntu name it. */
export const PACKAGES = /** @type {const} */ ({
	chromium: ['chromium'],
	firefox: ['firefox-esr'],
	webkit: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1']
});

/** Whether a machine without a person runs this: it says so in `CI`. */
export const inCI = (/** @type {Record<string, string | undefined>} */ env = process.env) =>
	!['', '0', 'false'].includes(env.CI ?? '');

/**
 * Whether system packages may be installed: by root only, and only where that was asked for. `CI` asks for it, and so
 * does root without a terminal, which is how a container runs; a person at a terminal is told what to install.
 *
 * @param {{ ci: boolean, root: boolean, terminal: boolean }} run
 */
export const mayInstall = ({ ci, root, terminal }) => root && (ci || !terminal);

let updated = false;

/**
 * Installs what a browser needs, if it may and can; says what it does.
 *
 * @param {keyof typeof PACKAGES} browser
 * @returns {boolean} whether it is installed now
 */
export function installPackages(browser) {
	const asked = mayInstall({
		ci: inCI(),
		root: process.getuid?.() === 0,
		terminal: Boolean(process.stdin.isTTY || process.stdout.isTTY)
	});
	if (!asked || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
	console.log(`The tests lack ${browser}; installing it.`);
	updated ||= run('apt-get', ['update']);
	return updated && run('apt-get', ['install', '-y', ...PACKAGES[browser]]);
}

/**
 * Runs a command and shows what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
export function run(command, args) {
	console.log(`> ${command} ${args.join(' ')}`);
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return status === 0;
}
