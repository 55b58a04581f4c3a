/**
 * The kiosk's supervisor; its twin in Python is `supervise.py`. It serves the site, starts Chromium on it, and
 * starts Chromium again whenever the page stops sending heartbeats. `start.sh` starts it, and again if it dies.
 *
 * Settings come from the environment: KIOSK_BROWSER (the program), KIOSK_BROWSER_ARGS (more flags, with spaces
 * between), KIOSK_RUN_DIR and KIOSK_PROFILE_DIR (existing folders for what lasts until the next start),
 * KIOSK_PORT.
 */
import { spawn } from 'node:child_process';
import {
	appendFileSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FOLDER, isStarted, serve, SHARED } from './serve.mjs';

/** The log stays below twice this, bytes. */
const LARGEST_LOG = 1_000_000;
/** The name every profile folder begins with. */
const PROFILE = 'profile-';
const DAY = 24 * 60;
/** While somebody is at the screen, the nightly start waits. */
const BUSY = ['choose', 'visit', 'health'];

/**
 * What the supervisor reads from `kiosk.json`; whatever else is wrong there is for the page to say.
 *
 * @returns {{ hours?: unknown, heartbeat?: unknown }}
 */
function settings() {
	try {
		return JSON.parse(readFileSync(join(FOLDER, 'kiosk.json'), 'utf8')) ?? {};
	} catch {
		return {};
	}
}

/** Minutes after midnight of a time such as 09:30; null for anything else. @param {unknown} time */
function minuteOf(time) {
	const match = typeof time === 'string' && /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
	return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/**
 * When the browser starts afresh each night: in the middle of the hours when the museum is closed.
 *
 * @param {unknown} hours `{ from, to }` as in `kiosk.json`
 * @returns {number | null} minutes after midnight; null without hours
 */
export function nightlyMinute(hours) {
	const { from, to } = /** @type {{ from?: unknown, to?: unknown }} */ (hours ?? {});
	const opens = minuteOf(from);
	const closes = minuteOf(to);
	if (opens === null || closes === null || opens === closes) return null;
	const closed = (opens - closes + DAY) % DAY;
	return (closes + Math.floor(closed / 2)) % DAY;
}

/**
 * How long to wait before the next start.
 *
 * @param {number} failures within the last ten minutes
 * @returns {number} seconds
 */
export function pauseAfter(failures) {
	const more = failures - SHARED.failuresBeforePause;
	if (more < 0) return 0;
	return Math.min(SHARED.seconds.longestPause, SHARED.seconds.shortestPause * 2 ** more);
}

/**
 * The rule that lets nothing leave this machine: no name and no address is found but this machine's own and,
 * where the technician gave one, the heartbeat's.
 *
 * @param {unknown} heartbeat an address, as in `kiosk.json`
 */
export function hostRules(heartbeat) {
	const host = /^https?:\/\/([A-Za-z0-9.-]+)([:/]|$)/.exec(String(heartbeat ?? ''))?.[1];
	const allowed = ['127.0.0.1', 'localhost', ...(host ? [host] : [])];
	return ['MAP * ~NOTFOUND', ...allowed.map((name) => `EXCLUDE ${name}`)].join(', ');
}

/** One line to whoever started us and to `kiosk.log`; a full disk stops neither. @param {string} sentence */
function log(sentence) {
	const line = `${new Date().toISOString()} ${sentence}`;
	console.log(line);
	const path = join(FOLDER, 'kiosk.log');
	try {
		if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) {
			renameSync(path, `${path}.old`);
		}
		appendFileSync(path, `${line}\n`);
	} catch {
		// The line above has it.
	}
}

/** Removes a profile; what cannot be removed now is removed at the next start. @param {string} path */
function remove(path) {
	try {
		rmSync(path, { recursive: true, force: true, maxRetries: 5 });
	} catch {
		// The next start tries again.
	}
}

/** Ends a group of processes at once; their profile is thrown away, so there is nothing to save. @param {number} group */
async function endGroup(group) {
	for (let tries = 0; tries < 100; tries += 1) {
		try {
			process.kill(-group, 'SIGKILL');
		} catch {
			return;
		}
		await sleep(20);
	}
}

/** Runs until it is told to stop. */
async function supervise() {
	const program = process.env.KIOSK_BROWSER;
	const runDir = process.env.KIOSK_RUN_DIR;
	const profiles = process.env.KIOSK_PROFILE_DIR ?? runDir;
	if (!program || !runDir || !profiles) {
		throw new Error('The supervisor is started by start.sh, which finds the browser for it.');
	}
	const asRoot = process.getuid?.() === 0;
	const pidFile = join(runDir, 'browser.pid');
	const startedAt = performance.now();
	/** When the browser failed, `performance.now()`, within the last ten minutes. @type {number[]} */
	let failures = [];
	/** @type {string | null} */
	let lastFailure = null;
	let starts = 0;
	/** @type {number | null} */
	let group = null;
	let stopping = false;

	// Whoever started us may be gone, and the terminal with it.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
		process.on(signal, () => {
			stopping = true;
		});
	}

	/** What an earlier supervisor, killed before it could tidy up, left behind. */
	async function tidy() {
		try {
			const old = Number(readFileSync(pidFile, 'utf8'));
			const command = readFileSync(`/proc/${old}/cmdline`, 'utf8');
			if (command.includes(join(String(profiles), PROFILE))) await endGroup(old);
		} catch {
			// There was none, or it is gone.
		}
		for (const name of readdirSync(String(profiles))) {
			if (!name.startsWith(PROFILE)) continue;
			remove(join(String(profiles), name));
		}
	}

	await tidy();
	const server = await serve({
		port: Number(process.env.KIOSK_PORT) || SHARED.port,
		supervisor: () => ({
			starts,
			failures: failures.filter(isRecent).length,
			lastFailure,
			browser: group
		})
	});
	const { ok, message, damaged, missing, extra } = server.verification();
	log(`The kiosk is at ${server.url}kiosk/ (node ${process.versions.node}, ${program}).`);
	if (!ok) {
		log(
			message ??
				`Not as packed: ${damaged.length} files damaged, ${missing.length} missing, ${extra.length} too many; ${server.url}kiosk-status lists them.`
		);
	}
	if (asRoot) {
		log('Running as root, so Chromium runs without its sandbox; use an ordinary account instead.');
	}

	/** @param {number} at */
	function isRecent(at) {
		return performance.now() - at < SHARED.seconds.failuresCountFor * 1000;
	}

	/** `start.sh` ends a supervisor that no longer does this. Touching needs no room on a full disk. */
	function sayAlive() {
		const path = join(String(runDir), 'alive');
		const now = new Date();
		try {
			utimesSync(path, now, now);
		} catch {
			try {
				writeFileSync(path, '');
			} catch {
				// Then start.sh starts us again.
			}
		}
	}

	/** Starts the browser and waits until it has to be ended. @returns {Promise<string | null>} why, if it failed */
	async function runBrowser() {
		const { heartbeat, hours } = settings();
		const profile = mkdtempSync(join(String(profiles), PROFILE));
		const browser = spawn(
			String(program),
			[
				`--user-data-dir=${profile}`,
				...SHARED.flags.map((/** @type {{ flag: string }} */ { flag }) => flag),
				`--host-resolver-rules=${hostRules(heartbeat)}`,
				...(asRoot ? ['--no-sandbox'] : []),
				...(process.env.KIOSK_BROWSER_ARGS ?? '').split(/\s+/).filter(Boolean),
				`${server.url}kiosk/`
			],
			// A group of its own, to be ended as a whole.
			{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
		);
		group = browser.pid ?? null;
		starts += 1;
		/** @type {string | null} */
		let ended = null;
		let lastWords = '';
		browser.stderr.setEncoding('utf8').on('data', (text) => {
			lastWords = (lastWords + text).slice(-500);
		});
		browser.once('error', (error) => {
			ended = `The browser could not be started: ${error.message}.`;
		});
		browser.once('exit', (code, signal) => {
			ended = `The browser ended (${signal ?? `code ${code}`}).`;
		});
		if (group) writeFileSync(pidFile, String(group));

		const before = server.beat()?.count ?? 0;
		const night = nightlyMinute(hours);
		// Seconds without a beat. A machine that slept does not count as waiting.
		let waited = 0;
		let seen = before;
		let last = performance.now();
		let isDue = false;
		let wasNight = true;
		/** @type {string | null} */
		let why = null;
		while (!stopping && !why) {
			await sleep(SHARED.seconds.tick * 1000);
			sayAlive();
			const now = performance.now();
			const count = server.beat()?.count ?? 0;
			waited = count === seen ? waited + Math.min((now - last) / 1000, 1) : 0;
			seen = count;
			last = now;
			const patience = seen === before ? SHARED.seconds.firstBeat : SHARED.seconds.beat;
			if (ended) why = `${ended} ${lastWords.trim().split('\n').at(-1) ?? ''}`.trim();
			else if (waited >= patience) why = `No heartbeat for ${patience} seconds.`;

			const clock = new Date();
			const isNight = clock.getHours() * 60 + clock.getMinutes() === night;
			if (isNight && !wasNight) isDue = true;
			wasNight = isNight;
			if (isDue && !BUSY.includes(String(server.beat()?.body.state))) break;
		}
		if (group) await endGroup(group);
		group = null;
		remove(profile);
		return why;
	}

	while (!stopping) {
		const why = await runBrowser();
		if (stopping) break;
		if (!why) {
			log('The browser starts afresh for the night.');
			continue;
		}
		failures = [...failures.filter(isRecent), performance.now()];
		lastFailure = why;
		const pause = pauseAfter(failures.length);
		log(`${why} It is started again${pause ? ` in ${pause} seconds` : ''}.`);
		for (let waited = 0; waited < pause && !stopping; waited += SHARED.seconds.tick) {
			sayAlive();
			await sleep(SHARED.seconds.tick * 1000);
		}
	}
	rmSync(pidFile, { force: true });
	await server.close();
	log(
		`The kiosk was stopped after ${Math.round((performance.now() - startedAt) / 60_000)} minutes.`
	);
}

if (isStarted(import.meta.url)) {
	supervise().then(
		() => process.exit(0),
		(error) => {
			log(error instanceof Error ? error.message : String(error));
			process.exit(1);
		}
	);
}
