/**
 * The kiosk's own small server; its twin in Python is `serve.py`. Node 18 or newer, nothing to install.
 *
 * `node serve.mjs` serves alone, for a museum that brings its own kiosk browser; `supervise.mjs` starts it
 * together with Chromium. It listens on this machine only, keeps nothing about visitors, and sends nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this file and its neighbours are. */
export const FOLDER = dirname(fileURLToPath(import.meta.url));
/** What both twins know: content types, times, the browser's flags. */
export const SHARED = JSON.parse(readFileSync(join(FOLDER, 'shared.json'), 'utf8'));
/** Says that it is this server that answers 503, and why: files are damaged. */
const RESTING = { 'x-telegram-1856': 'resting' };
const STATES = ['attract', 'choose', 'visit', 'idle', 'health'];
/** What is kept of a page's errors: so many, so long; and the names of so many browser starts. */
const MOST_ERRORS = 5;
const LONGEST_ERROR = 200;
const MOST_STARTS = 20;
const LONGEST_START = 64;
/** No true number of a heartbeat is larger. */
const LARGEST_NUMBER = 1e15;
/** Its name in the folder for what lasts until the next start. */
export const BOOK = 'book.json';
/** The book is smaller; what is larger is not ours. Bytes. */
const LARGEST_BOOK = 64_000;

/**
 * What the checksums say about `site/`.
 *
 * @typedef {object} Verification
 * @property {boolean} ok whether every file is there, unchanged, and none too many
 * @property {boolean} usable whether everything a visitor reads or that runs is unchanged
 * @property {string} checkedAt ISO time
 * @property {string[]} damaged
 * @property {string[]} missing
 * @property {string[]} extra
 * @property {string | null} message a sentence when nothing could be checked
 */

/**
 * The last heartbeat: when it came (`performance.now()`), how many came, and its known fields.
 *
 * @typedef {{ at: number, count: number, body: Record<string, unknown> }} Beat
 */

/**
 * Every file below a folder, with `/` between the parts of its name.
 *
 * @param {string} folder
 * @param {string} [under]
 * @returns {Promise<string[]>}
 */
async function filesIn(folder, under = '') {
	/** @type {string[]} */
	const names = [];
	for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
		const name = under ? `${under}/${entry.name}` : entry.name;
		if (entry.isDirectory()) names.push(...(await filesIn(folder, name)));
		else names.push(name);
	}
	return names;
}

/** The manifest beside the site, or null when it is missing or broken. @param {string} folder */
async function readManifest(folder) {
	try {
		const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
		return typeof manifest?.files === 'object' && manifest.files ? manifest : null;
	} catch {
		return null;
	}
}

/**
 * Compares `site/` with `manifest.json`.
 *
 * @param {string} folder
 * @returns {Promise<Verification>}
 */
async function verify(folder) {
	const result = {
		ok: false,
		usable: true,
		checkedAt: new Date().toISOString(),
		damaged: /** @type {string[]} */ ([]),
		missing: /** @type {string[]} */ ([]),
		extra: /** @type {string[]} */ ([]),
		message: /** @type {string | null} */ (null)
	};
	const manifest = await readManifest(folder);
	if (!manifest) {
		result.message =
			'manifest.json is missing or cannot be read, so the files were not checked; copy the folder again.';
		return result;
	}
	const site = join(folder, 'site');
	/** @type {Set<string>} */
	let present;
	try {
		present = new Set(await filesIn(site));
	} catch {
		present = new Set();
	}
	for (const [name, { sha256 }] of Object.entries(manifest.files)) {
		if (!present.delete(name)) {
			result.missing.push(name);
			continue;
		}
		try {
			const hash = createHash('sha256').update(await readFile(join(site, name)));
			if (hash.digest('hex') !== sha256) result.damaged.push(name);
		} catch {
			result.damaged.push(name);
		}
	}
	result.extra = [...present];
	for (const list of [result.damaged, result.missing, result.extra]) list.sort();
	const wrong = [...result.damaged, ...result.missing];
	result.ok = wrong.length + result.extra.length === 0;
	result.usable = !wrong.some((name) => SHARED.essential.includes(extname(name).toLowerCase()));
	return result;
}

/** @param {unknown} value @returns {value is number} */
const isNumber = (value) => typeof value === 'number' && Math.abs(value) < LARGEST_NUMBER;
/** @param {unknown} value @returns {value is number} */
const isCount = (value) => isNumber(value) && Number.isInteger(value) && value >= 0;

/**
 * Keeps the agreed fields of a heartbeat and nothing else, so that nothing about a visitor can be kept.
 *
 * @param {unknown} body
 * @returns {Record<string, unknown> | null} null when it is no heartbeat
 */
function knownFields(body) {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
	const given = /** @type {Record<string, unknown>} */ (body);
	/** @type {Record<string, unknown>} */
	const known = {};
	for (const name of ['visits', 'uptime', 'heap']) {
		if (isNumber(given[name])) known[name] = given[name];
	}
	const { errors, version, state } = given;
	if (isNumber(errors)) known.errors = errors;
	if (Array.isArray(errors)) {
		known.errors = errors
			.filter((error) => typeof error === 'string')
			.slice(-MOST_ERRORS)
			.map((error) => error.slice(0, LONGEST_ERROR));
	}
	if (typeof version === 'string') known.version = version.slice(0, 100);
	if (typeof state === 'string' && STATES.includes(state)) known.state = state;
	return known;
}

/** The day by this machine's clock, such as 2026-05-04. */
function today() {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
}

/**
 * The book of the day: how many visits, over all starts of the browser, and the last errors. Nothing about a
 * visitor.
 *
 * @typedef {object} Book
 * @property {string} day
 * @property {number} visits
 * @property {[string, number][]} starts the visits that each start of the browser has told, the latest last
 * @property {string[]} errors
 */

/**
 * Reads what `keepBook` wrote; a book that is damaged, or none, is an empty one.
 *
 * @param {string | null} path
 * @returns {Book}
 */
function readBook(path) {
	try {
		const file = path ? statSync(path) : null;
		if (path && file?.isFile() && file.size < LARGEST_BOOK) {
			const { day, visits, starts, errors } = JSON.parse(readFileSync(path, 'utf8'));
			const sound =
				typeof day === 'string' &&
				isCount(visits) &&
				starts.every(
					(/** @type {unknown[]} */ [start, count]) => typeof start === 'string' && isCount(count)
				) &&
				errors.every((/** @type {unknown} */ error) => typeof error === 'string');
			if (sound) {
				return {
					day,
					visits,
					starts: starts.slice(-MOST_STARTS),
					errors: errors
						.slice(-MOST_ERRORS)
						.map((/** @type {string} */ error) => error.slice(0, LONGEST_ERROR))
				};
			}
		}
	} catch {
		// Then it begins empty.
	}
	return { day: today(), visits: 0, starts: [], errors: [] };
}

/**
 * Opens the book, which lasts as long as its file, or as long as this program where there is no room for one.
 *
 * @param {string | null} path
 */
function openBook(path) {
	const book = readBook(path);
	const starts = new Map(book.starts);
	/** The errors that a start told last, so that each is entered once. @type {Map<string, string[]>} */
	const told = new Map();

	function keep() {
		if (!path) return;
		const fresh = `${path}.new`;
		try {
			// The old one stays whole until the new one is.
			writeFileSync(fresh, JSON.stringify(book));
			renameSync(fresh, path);
		} catch {
			try {
				rmSync(fresh, { force: true });
			} catch {
				// It is in memory.
			}
		}
	}

	return {
		/** @returns {{ visits: number, errors: string[] }} */
		read: () => ({ visits: book.day === today() ? book.visits : 0, errors: book.errors }),

		/**
		 * Adds what a heartbeat tells that was not told before.
		 *
		 * @param {string} start of the browser
		 * @param {Record<string, unknown>} body
		 */
		enter(start, { visits, errors }) {
			const before = JSON.stringify(book);
			// A clock that was put to another day begins a new one.
			if (book.day !== today()) {
				book.day = today();
				book.visits = 0;
			}
			if (isCount(visits)) {
				const known = starts.get(start) ?? 0;
				// Fewer than before: the page has begun to count anew.
				book.visits += visits >= known ? visits - known : visits;
				starts.delete(start);
				starts.set(start, visits);
				for (const oldest of [...starts.keys()].slice(0, -MOST_STARTS)) {
					starts.delete(oldest);
					told.delete(oldest);
				}
				if (visits !== known) book.starts = [...starts];
			}
			if (Array.isArray(errors)) {
				const known = [...(told.get(start) ?? []), ...book.errors];
				const fresh = errors.filter((error) => !known.includes(error));
				book.errors = [...book.errors, ...fresh].slice(-MOST_ERRORS);
				told.set(start, errors);
			}
			if (JSON.stringify(book) !== before) keep();
		}
	};
}

/**
 * Serves the folder on 127.0.0.1, once its files have been checked.
 *
 * @param {object} [options]
 * @param {string} [options.folder]
 * @param {number} [options.port] the first one tried
 * @param {number} [options.ports] how many are tried
 * @param {string | null} [options.book] file for what outlives the browser; null: only as long as this program
 * @param {() => unknown} [options.supervisor] adds its own part to the status
 * @param {() => string | null} [options.start] names the browser whose beats count; null: all do
 * @returns {Promise<{ url: string, beat: () => Beat | null, verification: () => Verification, close: () => Promise<void> }>}
 * @throws {Error} when none of the ports is free
 */
export async function serve({
	folder = FOLDER,
	port = SHARED.port,
	ports = SHARED.ports,
	book: bookPath = null,
	supervisor = () => null,
	start: startNow = () => null
} = {}) {
	const site = join(folder, 'site');
	const startedAt = performance.now();
	/** @type {Beat | null} */
	let beat = null;
	const book = openBook(bookPath);
	let verification = await verify(folder);
	/** @type {Promise<void> | null} */
	let checking = null;

	/** Checks again; whoever asks meanwhile waits for the same check. */
	function check() {
		checking ??= verify(folder).then((result) => {
			verification = result;
			checking = null;
		});
		return checking;
	}

	/**
	 * The file an address names: its path, `'folder'` for a folder without its slash, null for none.
	 *
	 * @param {string} address as it came, still encoded
	 */
	async function find(address) {
		/** @type {string} */
		let path;
		try {
			path = decodeURIComponent(address);
		} catch {
			return null;
		}
		const parts = path.split('/').slice(1);
		const name = parts.pop();
		if (!path.startsWith('/') || name === undefined || /[\0\\:]/.test(path)) return null;
		if (parts.includes('') || [...parts, name].some((part) => part === '.' || part === '..')) {
			return null;
		}
		try {
			const target = join(site, ...parts, name);
			const isFolder = (await stat(target)).isDirectory();
			if (isFolder && name !== '') {
				return (await stat(join(target, 'index.html'))).isFile() ? 'folder' : null;
			}
			if (!isFolder && name === '') return null;
			// A link must not lead out of the site either.
			const real = await realpath(isFolder ? join(target, 'index.html') : target);
			const inside = real.startsWith((await realpath(site)) + sep);
			return inside && (await stat(real)).isFile() ? real : null;
		} catch {
			return null;
		}
	}

	/**
	 * @param {import('node:http').ServerResponse} response
	 * @param {number} status
	 * @param {Record<string, string>} headers
	 * @param {Buffer | string} [body]
	 */
	function answer(response, status, headers, body = '') {
		response.writeHead(status, {
			'x-content-type-options': 'nosniff',
			...(status !== 204 && { 'content-length': String(Buffer.byteLength(body)) }),
			...headers
		});
		response.end(body);
	}

	/** @param {import('node:http').ServerResponse} response @param {number} status @param {unknown} value */
	const json = (response, status, value) =>
		answer(
			response,
			status,
			{ 'content-type': 'application/json', 'cache-control': 'no-store' },
			JSON.stringify(value)
		);

	/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} sentence */
	const say = (response, status, sentence, headers = {}) =>
		answer(
			response,
			status,
			{ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
			sentence
		);

	/** Times in ms, as the page counts them. */
	async function status() {
		const manifest = await readManifest(folder);
		const { message, ...checked } = verification;
		return {
			runtime: `node ${process.versions.node}`,
			uptime: Math.round(performance.now() - startedAt),
			version: manifest?.version ?? null,
			commit: manifest?.commit ?? null,
			beatAge: beat ? Math.round(performance.now() - beat.at) : null,
			beat: beat?.body ?? null,
			...book.read(),
			manifest: message ? null : checked,
			message,
			supervisor: supervisor()
		};
	}

	/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
	async function takeBeat(request, response) {
		if (request.method !== 'POST') {
			return say(response, 405, 'A heartbeat is sent with POST.', { allow: 'POST' });
		}
		const length = Number(request.headers['content-length']);
		if (!Number.isInteger(length)) {
			return say(response, 411, 'A heartbeat says how long it is.', { connection: 'close' });
		}
		if (length > SHARED.largestBeat) {
			return say(response, 413, `A heartbeat has at most ${SHARED.largestBeat} bytes.`, {
				connection: 'close'
			});
		}
		let text = '';
		for await (const chunk of request.setEncoding('utf8')) text += chunk;
		/** @type {Record<string, unknown> | null} */
		let body = null;
		let start = '';
		try {
			const given = JSON.parse(text);
			body = knownFields(given);
			if (typeof given?.start === 'string') start = given.start.slice(0, LONGEST_START);
		} catch {
			// The sentence below says it.
		}
		if (!body) return say(response, 400, 'A heartbeat is one JSON object.');
		// A page in another browser says nothing about the one on the screen.
		const expected = startNow();
		if (expected === null || start === expected) {
			beat = { at: performance.now(), count: (beat?.count ?? 0) + 1, body };
			book.enter(start, body);
		}
		// A page that is open already hears of it here, and makes room for the resting page.
		if (verification.usable) answer(response, 204, {});
		else answer(response, 503, RESTING);
	}

	/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
	async function handle(request, response) {
		const [address = '/', query = ''] =
			(request.url ?? '/').split('#', 1)[0]?.split(/\?(.*)/s) ?? [];
		if (address === '/kiosk-beat') return takeBeat(request, response);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			return say(response, 405, 'Only GET, HEAD and the heartbeat are answered.', {
				allow: 'GET, HEAD'
			});
		}
		if (address === '/kiosk-status') {
			if (query.split('&').includes('verify=1')) await check();
			return json(response, 200, await status());
		}
		if (address === '/kiosk.json') {
			// The technician's file as it is now; the page says what is wrong in it.
			try {
				const body = await readFile(join(folder, 'kiosk.json'));
				const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
				return answer(response, 200, headers, body);
			} catch {
				return say(response, 404, 'There is no kiosk.json beside the site.');
			}
		}
		const found = await find(address);
		if (found === 'folder') return answer(response, 301, { location: `${address}/` });
		const path = found ?? join(site, '404.html');
		const isPage = extname(path) === '.html';
		// Words that may be damaged are not shown; the page about the machine's health is, to say which.
		if (isPage && !verification.usable && !address.includes('/kiosk/health/')) {
			try {
				const body = await readFile(join(folder, 'resting.html'));
				const type = {
					'content-type': SHARED.types['.html'],
					'cache-control': 'no-store',
					...RESTING
				};
				return answer(response, 503, type, body);
			} catch {
				return say(response, 503, 'The files of this screen are damaged.');
			}
		}
		try {
			const body = await readFile(path);
			answer(
				response,
				found ? 200 : 404,
				{
					'content-type': SHARED.types[extname(path).toLowerCase()] ?? 'application/octet-stream',
					'cache-control':
						found && address.includes('/immutable/')
							? 'public, max-age=31536000, immutable'
							: 'no-cache'
				},
				body
			);
		} catch {
			say(response, 404, 'Not found.');
		}
	}

	const server = createServer((request, response) => {
		handle(request, response).catch(() => {
			if (response.headersSent) response.destroy();
			else say(response, 500, 'The server could not answer.');
		});
	});
	const taken = await listen(server, port, ports);
	const hourly = setInterval(check, SHARED.seconds.verifyEvery * 1000);
	return {
		url: `http://127.0.0.1:${taken}/`,
		beat: () => beat,
		verification: () => verification,
		close: () =>
			new Promise((done) => {
				clearInterval(hourly);
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

/**
 * Whether a module is the program itself; links to its folder are followed.
 *
 * @param {string} url of the module
 */
export const isStarted = (url) =>
	Boolean(process.argv[1]) &&
	realpathSync(String(process.argv[1])) === realpathSync(fileURLToPath(url));

/**
 * Takes the first free port.
 *
 * @param {import('node:http').Server} server
 * @param {number} first
 * @param {number} count
 * @returns {Promise<number>}
 */
async function listen(server, first, count) {
	for (let port = first; port < first + count; port += 1) {
		const free = await new Promise((resolve, reject) => {
			server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
				error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
			);
			server.listen(port, '127.0.0.1', () => resolve(true));
		});
		server.removeAllListeners('error');
		if (free) return port;
	}
	throw new Error(
		`None of the ports ${first} to ${first + count - 1} is free; stop what uses them, or set KIOSK_PORT.`
	);
}

if (isStarted(import.meta.url)) {
	const runDir = process.env.KIOSK_RUN_DIR;
	serve({
		port: Number(process.env.KIOSK_PORT) || SHARED.port,
		book: runDir ? join(runDir, BOOK) : null
	})
		.then(({ url, verification }) => {
			const { ok, message } = verification();
			console.log(`Telegram 1856 is at ${url}kiosk/  (stop with Ctrl+C)`);
			if (!ok) console.log(message ?? `Some files are not as they were packed: ${url}kiosk-status`);
		})
		.catch((error) => {
			console.error(error instanceof Error ? error.message : error);
			process.exitCode = 1;
		});
}
