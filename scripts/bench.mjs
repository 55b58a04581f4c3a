/** `npm run bench`: what the built story weighs, in bytes with brotli. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const BUILD = 'build';
if (!existsSync(BUILD)) {
	console.error('There is no built site; run “npm run build” first.');
	process.exit(1);
}
const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => join(entry.parentPath, entry.name));
const kinds = /** @type {const} */ ({
	'first HTML': (/** @type {string} */ path) => path === join(BUILD, 'index.html'),
	scripts: (/** @type {string} */ path) => path.endsWith('.js'),
	styles: (/** @type {string} */ path) => path.endsWith('.css'),
	fonts: (/** @type {string} */ path) => path.endsWith('.woff2'),
	'coarse map': (/** @type {string} */ path) => path.endsWith('world.json'),
	'detailed map': (/** @type {string} */ path) => path.endsWith('detail.json'),
	'still maps': (/** @type {string} */ path) => path.includes('maps')
});
for (const [kind, belongs] of Object.entries(kinds)) {
	const own = files.filter(belongs);
	const bytes = own.reduce(
		(sum, path) =>
			sum +
			(path.endsWith('.woff2') ? readFileSync(path) : brotliCompressSync(readFileSync(path)))
				.length,
		0
	);
	console.log(
		`${kind.padEnd(14)} ${String(own.length).padStart(3)} files ${(bytes / 1000).toFixed(1).padStart(8)} kB`
	);
}
