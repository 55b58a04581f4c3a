/**
 * A small static server for the built site, the same for `npm start`, the tests and the pictures.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { headersFor, heartbeatOf } from './headers.mjs';

const TYPES = /** @type {Record<string, string>} */ ({
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.woff2': 'font/woff2',
	'.png': 'image/png'
});
const COMPRESSED = /\.(html|js|css|json|svg|txt)$/;
const LONGEST_URL = 16_000;

/**
 * Serves a folder.
 *
 * @param {{ root?: string, port?: number, base?: string }} [options] `port` 0 takes a free one; a taken port
 *   is an error; `base` serves the site below a folder, as some hosts do
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ root = 'build', port = 4173, base = '' } = {}) {
	/** @type {Map<string, Buffer>} */
	const compressed = new Map();
	const heartbeat = heartbeatOf(root);

	/** The file an address names; null when there is none. @param {string} address */
	const fileOf = (address) => {
		if (!address.startsWith(`${base}/`)) return null;
		const path = normalize(join(root, address.slice(base.length)));
		if (path !== normalize(root) && !path.startsWith(normalize(root + sep))) return null;
		if (!existsSync(path)) return null;
		if (!statSync(path).isDirectory()) return path;
		const index = join(path, 'index.html');
		return existsSync(index) ? index : null;
	};

	const server = createServer((request, response) => {
		/** @type {string} */
		let address;
		try {
			address = decodeURIComponent((request.url ?? '/').split(/[?#]/)[0] ?? '/');
		} catch {
			address = '/?';
		}
		// Relative links need the slash.
		const folder = join(root, address.slice(base.length));
		if (
			address.startsWith(base) &&
			!address.endsWith('/') &&
			existsSync(join(folder, 'index.html'))
		) {
			// As it was asked for: percent-encoded, and with its query.
			const location = (request.url ?? '').replace(/(?=[?#]|$)/, '/');
			response.writeHead(301, { location }).end();
			return;
		}
		const tooLong = (request.url?.length ?? 0) > LONGEST_URL;
		const found = tooLong ? null : fileOf(address);
		const path = found ?? join(root, '404.html');
		if (!existsSync(path)) {
			response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
			return;
		}
		const headers = {
			...headersFor(
				found ? address.slice(base.length) : '/404.html',
				heartbeat,
				`http://${request.headers.host}`
			),
			'content-type': TYPES[extname(path)] ?? 'application/octet-stream'
		};
		const status = found ? 200 : tooLong ? 414 : 404;
		const brotli =
			COMPRESSED.test(path) && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
		if (!brotli) {
			response.writeHead(status, headers);
			createReadStream(path)
				.on('error', () => response.destroy())
				.pipe(response);
			return;
		}
		const body =
			compressed.get(path) ??
			brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
		compressed.set(path, body);
		response.writeHead(status, { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' });
		response.end(body);
	});

	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, () => {
			const address = server.address();
			const actual = typeof address === 'object' && address ? address.port : port;
			resolve({
				url: `http://localhost:${actual}${base}/`,
				close: () =>
					new Promise((done) => {
						server.closeAllConnections();
						server.close(() => done());
					})
			});
		});
	});
}

/** Serves on the wanted port or, when nobody asked for one, on the next free one. */
async function start() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			base: { type: 'string', default: '' },
			root: { type: 'string', default: process.env.BUILD_DIR ?? 'build' }
		}
	});
	if (!existsSync(join(values.root, 'index.html'))) {
		throw new Error(`There is no built site in ${values.root}; run “npm run build” first.`);
	}
	const wanted = Number(values.port ?? 4173);
	for (let port = wanted; ; port += 1) {
		try {
			const { url } = await serve({ root: values.root, port, base: values.base });
			console.log(`Telegram 1856 is at ${url}  (stop with Ctrl+C)`);
			return;
		} catch (error) {
			const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
			if (!taken || values.port || port > wanted + 20) throw error;
		}
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	start().catch((error) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
