/**
 * The real `start.sh` with a real browser without a window, which is harmed in every way a museum's screen is.
 *
 * Most waits are shorter than the shipped ones (`SECONDS`); with TEST_FULL they are the shipped ones, and the page must
 * be back within the 15 seconds that are promised.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type TestContext } from 'vitest';
import {
	beatingPage,
	hurryRestingPage,
	packed,
	REAL_TIME,
	SECONDS,
	SHIPPED_SECONDS,
	SITE,
	statusAt,
	temporary,
	test,
	write
} from './kiosk';
import {
	back,
	BACK,
	browsersOf,
	DRIVEN,
	inPage,
	look,
	processes,
	profilesIn,
	renderersOf,
	startKiosk,
	supervisorOf
} from './screen';

const SILENT = `No heartbeat for ${SECONDS.heartbeatTimeout} seconds.`;
/** A script of the site that is not what it was when it was packed. */
const DAMAGED = { '_app/immutable/entry.abc.js': 'export const words = "1865";' };

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

test('a machine that is slow to start is given more time, and comes up', async (context) => {
	// The second start has 8 seconds for what comes before the page, which other tests may take away.
	const bootTimeout = REAL_TIME ? Number(SHIPPED_SECONDS.bootTimeout) : 10;
	const page = beatingPage(1150 * bootTimeout);
	const folder = packed(context, { ...SITE, 'kiosk/index.html': page });
	const seconds = { ...SECONDS, bootTimeout };
	const { url } = await startKiosk(context, folder, { seconds });
	await context.expect
		.poll(async () => (await look(url))?.beat, { ...BACK, timeout: 45_000 })
		.not.toBeNull();
	expect((await statusAt(url)).supervisor).toMatchObject({
		starts: 2,
		failures: 1,
		lastFailure: `No heartbeat for ${bootTimeout} seconds.`
	});
}, 90_000);

test('a killed or hung page, a killed browser and a killed server are soon back', async (context) => {
	const folder = packed(context);
	const { url, run, stop, shell, begun } = await startKiosk(context, folder);
	const first = await back(context, url, 1, begun);
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

	process.kill(supervisorOf(shell), 'SIGKILL');
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
	expect(log.split(SILENT).slice(1)).toHaveLength(2);
}, 90_000);

test('a browser that cannot start is tried again after a pause, and its last words are kept', async (context) => {
	const folder = packed(context);
	const broken = join(temporary(context), 'browser');
	write(dirname(broken), { browser: '#!/bin/sh\necho no screen here >&2\nexit 3\n' });
	chmodSync(broken, 0o755);
	const { url } = await startKiosk(context, folder, { browser: broken });
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

test('one fault after the other: each time it is soon back', async (context) => {
	const { url, begun } = await startKiosk(context, packed(context));
	let browser = await back(context, url, 1, begun);
	for (let start = 2; start <= 5; start += 1) {
		const broken = browser;
		// Until it is noticed: a renderer that was about to start is not in the first list.
		const killing = setInterval(() => {
			for (const { pid } of renderersOf(broken)) {
				try {
					process.kill(pid, 'SIGKILL');
				} catch {
					// It has ended by itself.
				}
			}
		}, 250);
		try {
			browser = await back(context, url, start);
		} finally {
			clearInterval(killing);
		}
	}
	const { supervisor } = await statusAt(url);
	expect(supervisor).toMatchObject({
		failures: 4,
		lastFailure: SILENT
	});
	expect(Math.abs(Date.now() - Date.parse(String(supervisor?.lastFailureAt)))).toBeLessThan(30_000);
}, 90_000);

test('a page in another browser does not hide that the kiosk hangs', async (context) => {
	const { url, begun } = await startKiosk(context, packed(context));
	const browser = await back(context, url, 1, begun);
	const foreign = { state: 'health', version: 'foreign', visits: 7, errors: ['not ours'] };
	const beating = setInterval(() => {
		for (const start of ['', 'another', null]) {
			const body = JSON.stringify({ ...foreign, start });
			void fetch(`${url}kiosk-beat`, { method: 'POST', body }).catch(() => {});
		}
	}, 500);
	context.onTestFinished(() => clearInterval(beating));
	await context.expect.poll(async () => (await statusAt(url)).beat?.version, BACK).toBe('fixture');
	for (const { pid } of renderersOf(browser)) process.kill(pid, 'SIGSTOP');
	await back(context, url, 2);
	expect(await statusAt(url)).toMatchObject({
		beat: { version: 'fixture' },
		visits: 0,
		errors: []
	});
}, 60_000);

for (const [name, spoil] of HARMED) {
	test(`${name}: the kiosk comes up, and there is never a second browser`, async (context) => {
		const run = join(temporary(context), 'run');
		if (!spoil(context, run)) return context.skip(`No such disk can be made here: ${name}.`);
		const { url, shell, stop, begun } = await startKiosk(context, packed(context), { run });
		const first = await back(context, url, 1, begun);
		process.kill(supervisorOf(shell), 'SIGKILL');
		const second = await back(context, url, 1);
		expect(browsersOf(url)).toEqual([second]);
		expect(processes().filter(({ group }) => group === first)).toEqual([]);

		await expect(startKiosk(context, packed(context), { run })).rejects.toThrow('already running');
		expect(await stop()).toBe(0);
		expect(processes().filter(({ group }) => group === second)).toEqual([]);
	}, 90_000);
}

test('a hung server is soon back', async (context) => {
	const { url, shell, begun } = await startKiosk(context, packed(context));
	const first = await back(context, url, 1, begun);
	process.kill(supervisorOf(shell), 'SIGSTOP');
	await back(context, url, 1);
	expect(processes().filter(({ group }) => group === first)).toEqual([]);
}, 60_000);

test('damaged words: the resting page beats, so the browser is left in peace; nobody starts a second one', async (context) => {
	const folder = packed(context);
	hurryRestingPage(folder);
	write(join(folder, 'site'), DAMAGED);
	const { url, run } = await startKiosk(context, folder);
	const again = startKiosk(context, folder, { run });
	await expect(again).rejects.toThrow('already running');
	await context.expect.poll(async () => (await look(url))?.beat, BACK).toEqual({ state: 'idle' });
	const longEnough = 1000 * (Number(SECONDS.heartbeatTimeout) + 1);
	await context.expect
		.poll(async () => (await look(url))?.uptime, BACK)
		.toBeGreaterThan(longEnough);
	expect((await statusAt(url)).supervisor).toMatchObject({ starts: 1, failures: 0 });
}, 60_000);

test('damaged words: staff find the way to the health page', async (context) => {
	const folder = packed(context);
	write(join(folder, 'site'), DAMAGED);
	const { run } = await startKiosk(context, folder, { browserArgs: DRIVEN });
	await inPage(context, run, async (page) => {
		await page.locator('text=This screen is resting').waitFor();
		for (let i = 0; i < 4; i += 1) await page.mouse.click(9, 9);
		await page.mouse.click(400, 400);
		await page.mouse.click(9, 9);
		expect(page.url()).not.toContain('health');
		for (let i = 0; i < 5; i += 1) await page.mouse.click(9, 9);
		await page.waitForURL(/\/kiosk\/health\/\?start=\w+$/);
	});
}, 60_000);

test('without a Python that is new enough start.sh says so, and starts nothing', async (context) => {
	const starting = startKiosk(context, packed(context), { python: '/nowhere/python3' });
	await expect(starting).rejects.toThrow(
		'/nowhere/python3 is not Python 3.8 or newer; install it, for example: sudo apt install python3'
	);
});

(REAL_TIME ? test : test.skip)(
	'in the middle of the closed hours the browser is restarted, once',
	async (context) => {
		const folder = packed(context);
		const soon = new Date(Date.now() + 70_000);
		const time = (hours: number) =>
			new Date(soon.getTime() + hours * 3_600_000).toTimeString().slice(0, 5);
		const hours = { from: time(2), to: time(-2) };
		writeFileSync(join(folder, 'kiosk.json'), JSON.stringify({ hours }));
		const { url, begun } = await startKiosk(context, folder);
		const first = await back(context, url, 1, begun);
		const patient = { ...BACK, timeout: 100_000 };
		await context.expect.poll(async () => (await look(url))?.supervisor?.starts, patient).toBe(2);
		await back(context, url, 2);
		expect(processes().filter(({ group }) => group === first)).toEqual([]);
		expect((await statusAt(url)).supervisor).toMatchObject({ failures: 0, lastFailure: null });
		const log = readFileSync(join(folder, 'kiosk.log'), 'utf8');
		expect(log.match(/The browser is restarted for the night\./g)).toHaveLength(1);
	},
	150_000
);
