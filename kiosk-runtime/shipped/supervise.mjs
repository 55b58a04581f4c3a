/**
 * The kiosk's supervisor; its twin in Python is `supervise.py`. It serves the site, starts Chromium on it, and
 * starts Chromium again whenever the page stops sending heartbeats. `start.sh` starts it, and again if it dies.
 *
 * Settings come from the environment: KIOSK_BROWSER (the program), KIOSK_BROWSER_ARGS (more flags, with spaces
 * between), KIOSK_RUN_DIR and KIOSK_PROFILE_DIR (existing folders for what lasts until the next start), KIOSK_ID
 * (tells this kiosk's browsers from another's), KIOSK_PORT.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BOOK, FOLDER, isStarted, serve, SHARED } from './serve.mjs';

/** The log stays below twice this, bytes. */
const LARGEST_LOG = 1_000_000;
/** Where a profile may be when its own place is full or cannot be written; the first is in memory. */
const SPARE_PLACES = ['/dev/shm', '/tmp'];
const DAY = 24 * 60;
/** While somebody is at the screen, the nightly start waits. A technician's page is found again in a minute. */
const BUSY = ['choose', 'visit'];

/**
 * What the supervisor reads from `kiosk.json`; whatever else is wrong there is for the page to say.
 *
 * @returns {{ hours?: unknown, heartbeat?: unknown }}
 */
function settings() {
	try {
		const text = readFileSync(join(FOLDER, 'kiosk.json'), 'utf8');
		// Windows’ editors put a mark at the beginning.
		return JSON.parse(text.replace(/^\uFEFF/, '')) ?? {};
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
 * How long to wait before the next start: a page that has lived is back at once, however often it fails.
 *
 * @param {number} silent starts in a row that never sent a heartbeat
 * @returns {number} seconds
 */
export function pauseAfter(silent) {
	const { shortestPause, longestPause } = SHARED.seconds;
	return silent === 0 ? 0 : Math.min(longestPause, shortestPause * 2 ** (silent - 1));
}

/**
 * How long a start may take until its first heartbeat. A slow machine gets more time each time it was too slow.
 *
 * @param {number} silent starts in a row before it that never sent a heartbeat
 * @returns {number} seconds
 */
export function patienceAfter(silent) {
	const { firstBeat, longestFirstBeat } = SHARED.seconds;
	return Math.min(longestFirstBeat, firstBeat * 2 ** silent);
}

/**
 * The rule that lets nothing leave this machine: no name and no address is found but this machine's own and,
 * where the technician gave one, the heartbeat's.
 *
 * @param {unknown} heartbeat an address, as in `kiosk.json`
 */
export function hostRules(heartbeat) {
	const host = /^https?:\/\/([a-z0-9._-]+)(:\d+)?([/?#]|$)/i.exec(String(heartbeat ?? ''))?.[1];
	const allowed = ['127.0.0.1', 'localhost', ...(host ? [host.toLowerCase()] : [])];
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

/**
 * Makes a folder for a profile where a browser has room to write. On a disk that is full it may not even start.
 *
 * @param {string[]} places folders, the best one first
 * @param {string} name the beginning of the profile's name
 * @returns {string}
 * @throws {Error} when no folder can be made anywhere
 */
function makeProfile(places, name) {
	/** @type {string | null} */
	let narrow = null;
	/** @type {unknown} */
	let trouble;
	for (const place of places) {
		try {
			const profile = mkdtempSync(join(place, name));
			const probe = join(profile, 'probe');
			try {
				writeFileSync(probe, Buffer.alloc(SHARED.profileRoom));
				if (narrow) remove(narrow);
				return profile;
			} catch (error) {
				trouble = error;
				if (narrow) remove(profile);
				else narrow = profile;
			} finally {
				rmSync(probe, { force: true });
			}
		} catch (error) {
			trouble = error;
		}
	}
	if (narrow) return narrow;
	throw trouble;
}

/**
 * The groups of processes whose profile, wherever it is, has a name of ours. The system is asked, not a file: a file
 * may be lost, or there was no room to write it.
 *
 * @param {string} name the beginning of the profile's name
 * @returns {Set<number>}
 */
function groupsOf(name) {
	const groups = new Set();
	/** @param {string} word */
	const isOurs = (word) => word.startsWith('--user-data-dir=') && basename(word).startsWith(name);
	for (const pid of readdirSync('/proc')) {
		if (!/^\d+$/.test(pid)) continue;
		try {
			const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
			if (!words.some(isOurs)) continue;
			const group = /^\d+ \(.*\) \S \d+ (\d+)/s.exec(
				readFileSync(`/proc/${pid}/stat`, 'utf8')
			)?.[1];
			groups.add(Number(group));
		} catch {
			// It has just ended.
		}
	}
	return groups;
}

/** Runs until it is told to stop. */
async function supervise() {
	const program = process.env.KIOSK_BROWSER;
	const runDir = process.env.KIOSK_RUN_DIR;
	if (!program || !runDir) {
		throw new Error('The supervisor is started by start.sh, which finds the browser for it.');
	}
	const places = [process.env.KIOSK_PROFILE_DIR || runDir, ...SPARE_PLACES];
	const profileName = `profile-telegram-1856-${process.env.KIOSK_ID ?? ''}-`;
	const asRoot = process.getuid?.() === 0;
	const startedAt = performance.now();
	/** When the browser failed, `performance.now()`, within the last ten minutes. @type {number[]} */
	let failures = [];
	/** @type {string | null} */
	let lastFailure = null;
	/** ISO time. @type {string | null} */
	let lastFailureAt = null;
	let starts = 0;
	/** Starts in a row that never sent a heartbeat. */
	let silent = 0;
	/** Names the browser that was started last; the page gets it in its address and says it in its beats. */
	let token = '';
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

	/** Ends every browser of ours and removes what it kept: there must never be two. */
	async function tidy() {
		try {
			for (const old of groupsOf(profileName)) await endGroup(old);
		} catch {
			// No /proc, no such browser: start.sh needs Linux.
		}
		for (const place of places) {
			try {
				for (const name of readdirSync(place)) {
					if (name.startsWith(profileName)) remove(join(place, name));
				}
			} catch {
				// Nothing can be there.
			}
		}
	}

	await tidy();
	const server = await serve({
		port: Number(process.env.KIOSK_PORT) || SHARED.port,
		book: join(runDir, BOOK),
		supervisor: () => ({
			starts,
			failures: failures.filter(isRecent).length,
			lastFailure,
			lastFailureAt,
			browser: group
		}),
		start: () => token
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
		// At once: start.sh is patient with one that has never said so.
		sayAlive();
		token = randomBytes(8).toString('hex');
		const { heartbeat, hours } = settings();
		const patience = patienceAfter(silent);
		// Until a beat comes, this start is a silent one.
		silent += 1;
		const profile = makeProfile(places, profileName);
		const browser = spawn(
			String(program),
			[
				`--user-data-dir=${profile}`,
				...SHARED.flags.map((/** @type {{ flag: string }} */ { flag }) => flag),
				`--host-resolver-rules=${hostRules(heartbeat)}`,
				...(asRoot ? ['--no-sandbox'] : []),
				...(process.env.KIOSK_BROWSER_ARGS ?? '').split(/\s+/).filter(Boolean),
				`${server.url}kiosk/?start=${token}`
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
			const hasBeaten = seen !== before;
			if (hasBeaten) silent = 0;
			const limit = hasBeaten ? SHARED.seconds.beat : patience;
			if (ended) why = `${ended} ${lastWords.trim().split('\n').at(-1) ?? ''}`.trim();
			else if (waited >= limit) why = `No heartbeat for ${limit} seconds.`;

			const clock = new Date();
			const isNight = clock.getHours() * 60 + clock.getMinutes() === night;
			if (isNight && !wasNight) isDue = true;
			wasNight = isNight;
			if (isDue && !BUSY.includes(String(server.beat()?.body.state))) break;
		}
		return why;
	}

	while (!stopping) {
		/** @type {string | null} */
		let why;
		try {
			why = await runBrowser();
		} catch (error) {
			why = `The browser could not be started: ${error instanceof Error ? error.message : error}.`;
		}
		if (group) await endGroup(group);
		group = null;
		await tidy();
		if (stopping) break;
		if (!why) {
			log('The browser starts afresh for the night.');
			continue;
		}
		failures = [...failures.filter(isRecent), performance.now()];
		lastFailure = why;
		lastFailureAt = new Date().toISOString();
		const pause = pauseAfter(silent);
		log(`${why} It is started again${pause ? ` in ${pause} seconds` : ''}.`);
		for (let waited = 0; waited < pause && !stopping; waited += SHARED.seconds.tick) {
			sayAlive();
			await sleep(SHARED.seconds.tick * 1000);
		}
	}
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
