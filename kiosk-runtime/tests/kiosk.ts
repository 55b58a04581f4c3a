import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { pack } from '../pack.mjs';

/** Where a test says what to tidy up after it; tests run side by side, so it is handed around. */
type Test = Pick<TestContext, 'onTestFinished'>;
export type Runtime = 'node' | 'python3';

const hasPython =
	spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
if (!hasPython) {
	process.stderr.write('Python 3.8 or newer is not here, so the Python twin is not tested.\n');
}
/** The twins that can run on this machine. */
export const RUNTIMES: Runtime[] = hasPython ? ['node', 'python3'] : ['node'];

/** A page that beats every two seconds, as the kiosk's own page does. */
export const BEATING = `<!doctype html><title>Kiosk</title><link rel="icon" href="data:,"><script>
	const beat = () => fetch('/kiosk-beat', { method: 'POST', body: JSON.stringify({
		visits: 0, uptime: performance.now(), heap: 1, errors: [], version: 'fixture', state: 'attract',
		start: new URLSearchParams(location.search).get('start')
	}) }).catch(() => {});
	beat();
	setInterval(beat, 2000);
</script>`;

/** A small site with a file of every kind that matters. */
export const SITE = {
	'index.html': '<!doctype html><title>Story</title>',
	'404.html': '<!doctype html><title>Not here</title>',
	'kiosk/index.html': BEATING,
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
const port = () => (nextPort += 25);

/** Starts a program and waits for the address it prints. */
async function started(program: ChildProcess) {
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

/** Serves a packed folder without a browser; returns the address, and what ends it. */
export async function serveUntil(
	test: Test,
	folder: string,
	runtime: Runtime,
	{ first = port(), run = '' } = {}
) {
	const file = runtime === 'node' ? 'serve.mjs' : 'serve.py';
	const program = spawn(runtime, [join(folder, file)], {
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
	(await fetch(`${url}kiosk-status${query}`, { signal: AbortSignal.timeout(5000) })).json();

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

/** Runs `start.sh` with a browser without a window; all of it is gone after the test. */
export async function startKiosk(
	test: Test,
	folder: string,
	runtime: Runtime,
	{ browser = findBrowser(), browserArgs = '', run = temporary(test) } = {}
) {
	const env = {
		...process.env,
		KIOSK_RUNTIME: runtime,
		KIOSK_RUN_DIR: run,
		KIOSK_PORT: String(port()),
		KIOSK_BROWSER: browser,
		KIOSK_BROWSER_ARGS: `--headless=new ${browserArgs}`
	};
	const script = join(folder, 'start.sh');
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
	return { url: await started(shell), run, stop, shell: Number(shell.pid) };
}
