import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, type TestContext } from 'vitest';
import { pack } from '../pack.mjs';
import { MISSING, PYTHON } from './python';

/** Runs a program; the other tests of a file go on meanwhile. @throws an error with `code` and `stderr` */
export const execute = promisify(execFile);

/** Where a test says what to tidy up after it; tests run side by side, so it is handed around. */
export type Test = Pick<TestContext, 'onTestFinished'>;

/** With TEST_FULL the runtime runs with the times that are shipped; otherwise most waits are shorter. */
export const REAL_TIME = Boolean(process.env.TEST_FULL);
const needsRuntime = base.skipIf(MISSING !== null);
/**
 * A test of the runtime. All of a file run side by side, because they mostly wait; each gets its own `context`. With the
 * shipped times they run one after the other, because then it counts how soon the page is back.
 */
export const test = REAL_TIME ? needsRuntime : needsRuntime.concurrent;

/** Times of the runtime in seconds, by their names in `config.json`. */
type Seconds = Record<string, number>;
export const SHIPPED_SECONDS: Seconds = JSON.parse(
	readFileSync('kiosk-runtime/shipped/runtime/config.json', 'utf8')
).seconds;
/**
 * For the page of the tests, which sends its heartbeats more often than the kiosk's own page. The boot timeout stays: a
 * browser takes its time to start, and more beside other tests.
 */
export const SECONDS: Seconds = REAL_TIME
	? SHIPPED_SECONDS
	: { ...SHIPPED_SECONDS, heartbeatTimeout: 2, pollInterval: 0.1 };
const HEARTBEAT_MS = REAL_TIME ? 2000 : 300;

/**
 * A page that sends heartbeats as the kiosk's own page does.
 *
 * @param delay until the first one, ms
 */
export const beatingPage = (
	delay = 0
) => `<!doctype html><title>Kiosk</title><link rel="icon" href="data:,"><script>
	const beat = () => fetch('/kiosk-beat', { method: 'POST', body: JSON.stringify({
		visits: 0, uptime: performance.now(), heap: 1, errors: [], version: 'fixture', state: 'attract',
		start: new URLSearchParams(location.search).get('start')
	}) }).catch(() => {});
	setTimeout(() => {
		beat();
		setInterval(beat, ${HEARTBEAT_MS});
	}, ${delay});
</script>`;

/** A small site with a file of every kind that matters. */
export const SITE = {
	'index.html': '<!doctype html><title>Story</title>',
	'404.html': '<!doctype html><title>Not here</title>',
	'kiosk/index.html': beatingPage(),
	'kiosk/health/index.html': '<!doctype html><title>Health</title>',
	'_app/immutable/entry.abc.js': 'export const words = "1856";',
	'_app/immutable/font.abc.woff2': 'font',
	'_app/version.json': '{"version":"1"}',
	'maps/cover.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
	'maps/two words é.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
	'share.png': 'png',
	'kiosk.json': readFileSync('static/kiosk.json', 'utf8'),
	'style.css': 'p{color:red}',
	'notes.txt': 'notes',
	'odd.xyz': 'odd'
};

/** A folder that is gone after the test. */
export function temporary({ onTestFinished }: Test) {
	const folder = mkdtempSync(join(tmpdir(), 'kiosk-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

/** Writes files by their names. */
export function write(folder: string, files: Record<string, string>) {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** Packs the small site; returns the packed folder. */
export function packed(test: Test, files: Record<string, string> = SITE) {
	const out = temporary(test);
	write(join(out, 'built'), files);
	return pack({ site: join(out, 'built'), out, version: '9.8.7', commit: 'abc' }).folder;
}

let nextPort = 20_000 + Math.floor(Math.random() * 20_000);
/** A first port of its own, so that tests do not meet each other or a real kiosk. */
export const port = () => (nextPort += 25);

/** Starts a program and waits for the address it prints. */
export async function started(program: ChildProcess) {
	let said = '';
	program.stderr?.on('data', (text) => (said += text));
	return new Promise<string>((resolve, reject) => {
		program.stdout?.on('data', (text) => {
			said += text;
			const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
			if (url) resolve(url);
		});
		program.once('error', reject);
		program.once('close', () => reject(new Error(`It ended without an address: ${said}`)));
	});
}

/**
 * Serves a packed folder without a browser; returns the address, and what ends it.
 *
 * @param options `first` port, `run` folder, and what stands between Python and `serve.py` on the command line
 */
export async function serveUntil(
	test: Test,
	folder: string,
	{ first = port(), run = '', before = [] as string[] } = {}
) {
	const program = spawn(PYTHON, [...before, join(folder, 'serve.py')], {
		env: { ...process.env, KIOSK_PORT: String(first), KIOSK_RUN_DIR: run }
	});
	const ended = new Promise((resolve) => program.once('exit', resolve));
	const stop = () => {
		program.kill('SIGKILL');
		return ended;
	};
	test.onTestFinished(() => void stop());
	return { url: await started(program), stop };
}

/** Serves a packed folder without a browser; returns the address. */
export const serveAlone = async (...given: Parameters<typeof serveUntil>) =>
	(await serveUntil(...given)).url;

/**
 * Calls a function of the runtime once for each value.
 *
 * @param expression Python, of the value `v`, for example `timing.boot_timeout(v)`
 * @param folder what is shipped, or a packed folder
 */
export async function callPython(
	expression: string,
	values: readonly unknown[],
	{ folder = 'kiosk-runtime/shipped', env = {} as Record<string, string> } = {}
) {
	const program = [
		'import json, pathlib, sys',
		'import supervise',
		'from runtime import browser, journal, timing',
		`print(json.dumps([${expression} for v in json.loads(sys.argv[1])]))`
	];
	const words = ['-B', '-c', program.join('\n'), JSON.stringify(values)];
	const { stdout } = await execute(PYTHON, words, { cwd: folder, env: { ...process.env, ...env } });
	return JSON.parse(stdout);
}

export interface Status {
	runtime: string;
	uptime: number;
	version: string | null;
	commit: string | null;
	beatAge: number | null;
	beat: Record<string, unknown> | null;
	manifest: {
		ok: boolean;
		usable: boolean;
		checkedAt: string;
		damaged: string[];
		missing: string[];
		extra: string[];
	} | null;
	message: string | null;
	visits: number;
	errors: string[];
	supervisor: {
		starts: number;
		failures: number;
		lastFailure: string | null;
		lastFailureAt: string | null;
		browser: number | null;
	} | null;
}

export const statusAt = async (url: string, query = ''): Promise<Status> =>
	(await fetch(`${url}kiosk-status${query}`, { signal: AbortSignal.timeout(15_000) })).json();

/**
 * Makes the resting page of a packed folder as quick as the runtime of the tests: shorter times between its heartbeats,
 * and until it sees that the files are repaired.
 */
export function hurryRestingPage(folder: string) {
	if (REAL_TIME) return;
	const path = join(folder, 'resting.html');
	const page = readFileSync(path, 'utf8');
	const quick = page
		.replace('HEARTBEAT_MS = 2000;', `HEARTBEAT_MS = ${HEARTBEAT_MS};`)
		.replace('REPAIR_CHECK_MS = 60000;', 'REPAIR_CHECK_MS = 2000;');
	if (quick.length !== page.length - 2) throw new Error('resting.html has other times by now.');
	writeFileSync(path, quick);
}
