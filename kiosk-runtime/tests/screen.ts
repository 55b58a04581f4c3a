/** A running kiosk, and what a test sees of it: its processes, its heartbeats, the page on its screen. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { TestContext } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import {
	port,
	REAL_TIME,
	SECONDS,
	started,
	statusAt,
	temporary,
	type Status,
	type Test
} from './kiosk';
import { PYTHON } from './python';

/**
 * Runs `start.sh` with a browser without a window; all of it is gone after the test. `begun` is when, ms since 1970.
 *
 * @param options `seconds`: the times of the runtime, by their names in `config.json`
 */
export async function startKiosk(
	test: Test,
	folder: string,
	{
		browser = findBrowser(),
		browserArgs = '',
		run = temporary(test),
		seconds = SECONDS,
		python = PYTHON
	} = {}
) {
	const env = {
		...process.env,
		KIOSK_PYTHON: python,
		KIOSK_RUN_DIR: run,
		KIOSK_PORT: String(port()),
		KIOSK_BROWSER: browser,
		KIOSK_BROWSER_ARGS: `--headless=new ${browserArgs}`,
		KIOSK_SECONDS: Object.entries(seconds)
			.map((time) => time.join('='))
			.join(' ')
	};
	const script = join(folder, 'start.sh');
	const begun = Date.now();
	const shell = spawn('sh', [script], { env });
	const ended = new Promise<number | null>((resolve) => shell.once('exit', resolve));
	const stop = async () => {
		spawnSync('sh', [script, 'stop'], { env });
		return ended;
	};
	// Where start.sh goes when the run folder cannot be written.
	const id = execFileSync('sh', ['-c', 'echo $(id -u)-$(printf %s "$1" | cksum)', 'sh', run]);
	const spare = `telegram-1856-kiosk-${String(id).split(' ')[0]}`;
	test.onTestFinished(async () => {
		if (shell.exitCode === null) await stop();
		for (const place of ['/dev/shm', '/tmp']) {
			rmSync(join(place, spare), { recursive: true, force: true });
		}
	});
	return { url: await started(shell), run, stop, shell: Number(shell.pid), begun };
}

/** Processes with their parent, group and command line. */
export function processes() {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				const [, parent, group] =
					/^\d+ \(.*\) \S (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
				const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
				return [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
			} catch {
				return [];
			}
		});
}

/** The profiles of this kiosk's browsers in a folder. */
export const profilesIn = (folder: string) =>
	readdirSync(folder).filter((name) => name.startsWith('profile-telegram-1856-'));

/** How soon the page must be back: within the promised 15 seconds, with the shipped times. */
export const BACK = { timeout: REAL_TIME ? 15_000 : 30_000, interval: 100 };

/** The last heartbeat's status, or null while there is no server. */
export const look = (url: string): Promise<Status | null> => statusAt(url).catch(() => null);

/**
 * Waits for a heartbeat of a page that was opened after `since` (ms since 1970), by the given start of the browser.
 *
 * @returns the browser's process
 */
export async function back(
	{ expect }: TestContext,
	url: string,
	start: number,
	since = Date.now()
) {
	await expect
		.poll(async () => {
			const status = await look(url);
			if (!status?.beat || !status.supervisor) return 'no heartbeat';
			const age = Number(status.beat.uptime) + (status.beatAge ?? Infinity);
			// The clocks of page and server are not the same to the last digit.
			return age < Date.now() - since + 100 ? status.supervisor.starts : 'an old heartbeat';
		}, BACK)
		.toBe(start);
	const status = await statusAt(url);
	return Number(status.supervisor?.browser);
}

export const renderersOf = (browser: number) =>
	processes().filter(
		({ group, command }) => group === browser && command.includes('--type=renderer')
	);

/** The supervisor that a `start.sh` runs. */
export const supervisorOf = (shell: number) =>
	Number(
		processes().find(({ parent, command }) => parent === shell && command.includes('supervise'))
			?.pid
	);

/** The browsers that show the kiosk of a server. */
export const browsersOf = (url: string) =>
	processes()
		.filter(({ command }) => command.includes(`${url}kiosk/`) && !command.includes('--type='))
		.map(({ group }) => group);

/** A browser that a test can drive beside its supervisor. */
export const DRIVEN = '--remote-debugging-port=0 --window-size=1080,1920';

/** Does something in the page on the screen. */
export async function inPage(
	{ expect }: TestContext,
	run: string,
	play: (page: Page) => Promise<void>
): Promise<void> {
	// Chromium writes the port that it listens on into its profile.
	const port = () => {
		const file = join(run, profilesIn(run)[0] ?? '', 'DevToolsActivePort');
		return existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : '';
	};
	await expect.poll(port, BACK).toMatch(/^\d+$/);
	const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port()}`);
	try {
		const page = browser.contexts()[0]?.pages()[0];
		if (!page) throw new Error('The browser shows no page.');
		await play(page);
	} finally {
		await browser.close();
	}
}
