/**
 * The real `start.sh` with both supervisors and a real browser without a window, which is harmed in every way a
 * museum's screen is. Within 15 seconds the page must be back.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import {
	BEATING,
	packed,
	processes,
	profilesIn,
	RUNTIMES,
	SITE,
	startKiosk,
	statusAt,
	temporary,
	write,
	type Status
} from './kiosk';

const BACK = { timeout: 15_000, interval: 200 };

/** The last heartbeat's status, or null while there is no server. */
const look = (url: string): Promise<Status | null> => statusAt(url).catch(() => null);

/**
 * Waits for a heartbeat of a page that was opened after this was called, by the given start of the browser.
 *
 * @returns the browser's process
 */
async function back({ expect }: TestContext, url: string, start: number) {
	const since = Date.now();
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

const renderersOf = (browser: number) =>
	processes().filter(
		({ group, command }) => group === browser && command.includes('--type=renderer')
	);

/** The supervisor that a `start.sh` runs. */
const serverOf = (shell: number) =>
	Number(
		processes().find(({ parent, command }) => parent === shell && command.includes('supervise'))
			?.pid
	);

/** The browsers that show the kiosk of a server. */
const browsersOf = (url: string) =>
	processes()
		.filter(({ command }) => command.includes(`${url}kiosk/`) && !command.includes('--type='))
		.map(({ group }) => group);

/** Disks on which a run folder is of no use; each makes the folder unusable, or says that it cannot. */
const HARMED: [string, (context: TestContext, run: string) => boolean][] = [
	[
		'a full disk',
		({ onTestFinished }, run) => {
			mkdirSync(run);
			if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', run]).status !== 0) {
				return false;
			}
			onTestFinished(() => void spawnSync('umount', ['--lazy', run]));
			// Until there is no room for one more byte.
			for (const size of [4096, 1]) {
				try {
					for (let i = 0; ; i += 1) writeFileSync(join(run, `${size}-${i}`), 'x'.repeat(size));
				} catch {
					// Full.
				}
			}
			return true;
		}
	],
	[
		'a disk with room for a number and not for a browser',
		({ onTestFinished }, run) => {
			mkdirSync(run);
			if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', run]).status !== 0) {
				return false;
			}
			onTestFinished(() => void spawnSync('umount', ['--lazy', run]));
			return true;
		}
	],
	[
		'a file in the place of the run folder',
		(_, run) => {
			writeFileSync(run, 'not a folder');
			return true;
		}
	]
];

describe.concurrent.each(RUNTIMES)('%s', (runtime) => {
	test('a killed or hung page, a killed browser and a killed server are back within 15 seconds', async (context) => {
		const folder = packed(context);
		const { url, run, stop, shell } = await startKiosk(context, folder, runtime);
		const first = await back(context, url, 1);
		expect((await statusAt(url)).manifest?.ok).toBe(true);

		const killed = renderersOf(first);
		expect(killed.length).toBeGreaterThan(0);
		for (const { pid } of killed) process.kill(pid, 'SIGKILL');
		const second = await back(context, url, 2);
		expect(processes().filter(({ group }) => group === first)).toEqual([]);

		for (const { pid } of renderersOf(second)) process.kill(pid, 'SIGSTOP');
		const third = await back(context, url, 3);
		expect(processes().filter(({ group }) => group === second)).toEqual([]);

		expect((await statusAt(url)).supervisor).toMatchObject({ failures: 2 });
		// Nothing of the earlier ones is left on the disk.
		expect(profilesIn(run)).toHaveLength(1);

		process.kill(serverOf(shell), 'SIGKILL');
		const fourth = await back(context, url, 1);
		expect(processes().filter(({ group }) => group === third)).toEqual([]);

		process.kill(fourth, 'SIGKILL');
		const fifth = await back(context, url, 2);
		const { supervisor } = await statusAt(url);
		expect(supervisor?.lastFailure).toContain('The browser ended (SIGKILL)');

		expect(await stop()).toBe(0);
		expect(processes().filter(({ group }) => group === fifth)).toEqual([]);
		expect(profilesIn(run)).toEqual([]);
		const log = readFileSync(join(folder, 'kiosk.log'), 'utf8');
		expect(log.match(/No heartbeat for 8 seconds\./g)).toHaveLength(2);
	}, 90_000);

	test('a browser that cannot start is tried again after a pause, and its last words are kept', async (context) => {
		const folder = packed(context);
		const broken = join(temporary(context), 'browser');
		write(dirname(broken), { browser: '#!/bin/sh\necho no screen here >&2\nexit 3\n' });
		chmodSync(broken, 0o755);
		const { url } = await startKiosk(context, folder, runtime, { browser: broken });
		await context.expect
			.poll(() => look(url), BACK)
			.toMatchObject({
				supervisor: {
					starts: 3,
					failures: 3,
					lastFailure: 'The browser ended (code 3). no screen here'
				}
			});
		const log = readFileSync(join(folder, 'kiosk.log'), 'utf8');
		for (const seconds of [1, 2, 4]) {
			expect(log).toContain(`It is started again in ${seconds} seconds.\n`);
		}
		expect((await fetch(`${url}kiosk/`)).status).toBe(200);
	}, 60_000);

	test('one fault after the other: each time it is back within 15 seconds', async (context) => {
		const { url } = await startKiosk(context, packed(context), runtime);
		let browser = await back(context, url, 1);
		for (let start = 2; start <= 5; start += 1) {
			for (const { pid } of renderersOf(browser)) process.kill(pid, 'SIGKILL');
			browser = await back(context, url, start);
		}
		const { supervisor } = await statusAt(url);
		expect(supervisor).toMatchObject({
			failures: 4,
			lastFailure: 'No heartbeat for 8 seconds.'
		});
		expect(Math.abs(Date.now() - Date.parse(String(supervisor?.lastFailureAt)))).toBeLessThan(
			30_000
		);
	}, 90_000);

	test('a page in another browser does not hide that the kiosk hangs', async (context) => {
		const { url } = await startKiosk(context, packed(context), runtime);
		const browser = await back(context, url, 1);
		const foreign = { state: 'health', version: 'foreign', visits: 7, errors: ['not ours'] };
		const beating = setInterval(() => {
			for (const start of ['', 'another', null]) {
				const body = JSON.stringify({ ...foreign, start });
				void fetch(`${url}kiosk-beat`, { method: 'POST', body }).catch(() => {});
			}
		}, 500);
		context.onTestFinished(() => clearInterval(beating));
		await context.expect
			.poll(async () => (await statusAt(url)).beat?.version, BACK)
			.toBe('fixture');
		for (const { pid } of renderersOf(browser)) process.kill(pid, 'SIGSTOP');
		await back(context, url, 2);
		expect(await statusAt(url)).toMatchObject({
			beat: { version: 'fixture' },
			visits: 0,
			errors: []
		});
	}, 60_000);

	test('a machine that is slow to start is given more time, and comes up', async (context) => {
		const slow = BEATING.replace('beat();', '').replace(
			'setInterval(beat, 2000)',
			'setTimeout(() => setInterval(beat, 2000), 14_000)'
		);
		const folder = packed(context, { ...SITE, 'kiosk/index.html': slow });
		const { url } = await startKiosk(context, folder, runtime);
		await context.expect
			.poll(async () => (await look(url))?.beat, { timeout: 45_000, interval: 500 })
			.not.toBeNull();
		expect((await statusAt(url)).supervisor).toMatchObject({
			starts: 2,
			failures: 1,
			lastFailure: 'No heartbeat for 12 seconds.'
		});
	}, 90_000);

	for (const [name, spoil] of HARMED) {
		test(`${name}: the kiosk comes up, and there is never a second browser`, async (context) => {
			const run = join(temporary(context), 'run');
			if (!spoil(context, run)) return context.skip(`No such disk can be made here: ${name}.`);
			const { url, shell, stop } = await startKiosk(context, packed(context), runtime, { run });
			const first = await back(context, url, 1);
			process.kill(serverOf(shell), 'SIGKILL');
			const second = await back(context, url, 1);
			expect(browsersOf(url)).toEqual([second]);
			expect(processes().filter(({ group }) => group === first)).toEqual([]);

			await expect(startKiosk(context, packed(context), runtime, { run })).rejects.toThrow(
				'already running'
			);
			expect(await stop()).toBe(0);
			expect(processes().filter(({ group }) => group === second)).toEqual([]);
		}, 90_000);
	}
});

describe.concurrent('whichever twin it is', () => {
	test('a hung server is back within 15 seconds', async (context) => {
		const { url, shell } = await startKiosk(context, packed(context), 'node');
		const first = await back(context, url, 1);
		process.kill(serverOf(shell), 'SIGSTOP');
		await back(context, url, 1);
		expect(processes().filter(({ group }) => group === first)).toEqual([]);
	}, 60_000);

	test('damaged words: the resting page beats, so the browser is left in peace; nobody starts a second one', async (context) => {
		const folder = packed(context);
		write(join(folder, 'site'), { '_app/immutable/entry.abc.js': 'export const words = "1865";' });
		const { url, run } = await startKiosk(context, folder, 'node');
		const again = startKiosk(context, folder, 'node', { run });
		await expect(again).rejects.toThrow('already running');
		await context.expect.poll(async () => (await look(url))?.beat, BACK).toEqual({ state: 'idle' });
		await context.expect.poll(async () => (await look(url))?.uptime, BACK).toBeGreaterThan(9000);
		expect((await statusAt(url)).supervisor).toMatchObject({ starts: 1, failures: 0 });
	}, 60_000);
});
