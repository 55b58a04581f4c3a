/**
 * A small static server for the built site, the same for `npm start`, the tests and the pictures. It remembers nothing
 * of a file, so a rebuild under a running server is served at the next request.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
// @ts-expect-error compression brings no types
import compression from 'compression';
import serveStatic from 'serve-static';
import { headersFor, heartbeatOf } from './headers.mjs';

const MAX_URL_LENGTH = 16_000;

/**
 * Serves a folder, with the headers of `headers.mjs`.
 *
 * @param {{ root?: string, port?: number, base?: string }} [options] `port` 0 takes a free one; a taken port
 *   is an error; `base` serves the site below a folder, as some hosts do
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ root = 'build', port = 4173, base = '' } = {}) {
	const compress = compression();
	const serveFile = serveStatic(root, {
		dotfiles: 'allow',
		acceptRanges: false,
		cacheControl: false,
		// A validator of size and time would confirm an old body after a copy that keeps both.
		etag: false,
		lastModified: false,
		setHeaders: (response, file) => {
			const path = relative(resolve(root), file).replaceAll(sep, '/');
			const address = `/${path}`.replace(/\/index\.html$/, '/');
			const origin = `http://${response.req.headers.host}`;
			const headers = headersFor(address, heartbeatOf(root), origin);
			for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		}
	});

	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		/** Answers with the site's own page for errors. @param {number} status */
		const fail = (status) => {
			request.url = '/404.html';
			response.statusCode = status;
			serveFile(request, response, () => response.end('Not found'));
		};
		compress(request, response, () => {
			if (url.length > MAX_URL_LENGTH) return fail(414);
			const below = url.slice(base.length);
			if (!url.startsWith(base) || !/^([/?]|$)/.test(below)) return fail(404);
			// As Express does for a mounted handler: redirects to the slash are made from the whole address.
			Object.assign(request, { originalUrl: url, url: below.replace(/^(?!\/)/, '/') });
			serveFile(request, response, (error) => {
				// A file that went away while it was read; nothing can be said in the middle of an answer.
				if (error) response.destroy();
				else fail(404);
			});
		});
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
