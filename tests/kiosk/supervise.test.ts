/**
 * The real `start.sh` with both supervisors and a real browser without a window, which is harmed in every way a
 * museum's screen is. Within 15 seconds the page must be back.
 */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import {
	packed,
	processes,
	RUNTIMES,
	startKiosk,
	statusAt,
	temporary,
	write,
	type Status
} from './kiosk';

const BACK = { timeout: 15_000, interval: 200 };

/** The last heartbeat's status, or null while there is no server. */
const look = (url: string): Promise<Status | null> => statusAt(url).catch(() => null);

/** Waits for a heartbeat of a page that was opened by the given start of the browser. */
async function back({ expect }: TestContext, url: string, start: number, isNewServer = false) {
	await expect
		.poll(async () => {
			const status = await look(url);
			if (!status?.beat || !status.supervisor) return 'no heartbeat';
			if (isNewServer && status.uptime > 12_000) return 'the old server';
			const isFresh = (status.beatAge ?? Infinity) < 3000 && Number(status.beat.uptime) < 15_000;
			return isFresh ? status.supervisor.starts : 'an old heartbeat';
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
		expect(readdirSync(run).filter((name) => name.startsWith('profile-'))).toHaveLength(1);

		process.kill(serverOf(shell), 'SIGKILL');
		const fourth = await back(context, url, 1, true);
		expect(processes().filter(({ group }) => group === third)).toEqual([]);

		process.kill(fourth, 'SIGKILL');
		const fifth = await back(context, url, 2);
		const { supervisor } = await statusAt(url);
		expect(supervisor?.lastFailure).toContain('The browser ended (SIGKILL)');

		expect(await stop()).toBe(0);
		expect(processes().filter(({ group }) => group === fifth)).toEqual([]);
		expect(readdirSync(run).filter((name) => name.startsWith('profile-'))).toEqual([]);
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
		expect(log.match(/It is started again\.\n/g)).toHaveLength(2);
		expect(log).toContain('It is started again in 5 seconds.\n');
		expect((await fetch(`${url}kiosk/`)).status).toBe(200);
	}, 60_000);
});

describe.concurrent('whichever twin it is', () => {
	test('a hung server is back within 15 seconds', async (context) => {
		const { url, shell } = await startKiosk(context, packed(context), 'node');
		const first = await back(context, url, 1);
		process.kill(serverOf(shell), 'SIGSTOP');
		await back(context, url, 1, true);
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
