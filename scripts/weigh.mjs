/**
 * What a built page weighs on its way to a reader: brotli bytes of what it loads by itself. Shared by the
 * byte budget test and by `npm run bench`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Fonts are compressed already; a server sends them as they are. @param {string} path */
export function weight(path) {
	const bytes = readFileSync(path);
	if (path.endsWith('.woff2')) return bytes.length;
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
	return brotliCompressSync(bytes, { params }).length;
}

/** @param {string} text @param {RegExp} pattern with one group */
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** Every script that `entries` bring with them before the page works. @param {string[]} entries */
function withImports(entries) {
	/** @type {Set<string>} */
	const seen = new Set();
	const waiting = [...entries];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (seen.has(path)) continue;
		seen.add(path);
		const code = readFileSync(path, 'utf8');
		const imports = [
			// `import "./a.js"`, `import { x } from "./a.js"`, `export * from "./a.js"`; not `import("./a.js")`
			...all(code, /\bimport\s*["']([^"']+)["']/g),
			...all(code, /\bfrom\s*["'](\.[^"']+\.m?js)["']/g)
		];
		waiting.push(...imports.map((address) => resolve(dirname(path), address)));
	}
	return [...seen];
}

/**
 * The files that a built page loads at first sight.
 *
 * @param {string} page path of an HTML file
 * @param {string} [extra] a file that the page fetches at once, from the folder of the page
 * @returns {{ html: string[], js: string[], css: string[], fonts: string[], data: string[] }} absolute paths
 */
export function filesOf(page, extra) {
	const html = readFileSync(page, 'utf8');
	const from = dirname(resolve(page));
	const at = (/** @type {string} */ address) => resolve(from, address);
	const links = all(html, /<link\b([^>]*)>/g);
	const href = (/** @type {string} */ link) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? '';
	const ofKind = (/** @type {string} */ kind) =>
		links.filter((link) => new RegExp(`\\brel="${kind}"`).test(link)).map((link) => at(href(link)));

	const css = ofKind('stylesheet');
	const entries = [
		...ofKind('modulepreload'),
		...all(html, /<script\b[^>]*\bsrc="([^"]+)"/g).map(at),
		...all(html, /\bimport\(\s*["']([^"']+)["']\s*\)/g).map(at)
	];
	const fonts = css.flatMap((sheet) =>
		all(readFileSync(sheet, 'utf8'), /url\(["']?([^"')]+\.woff2)["']?\)/g).map((address) =>
			resolve(dirname(sheet), address)
		)
	);
	return {
		html: [resolve(page)],
		js: withImports(entries),
		css,
		fonts: [...new Set(fonts)],
		data: extra && existsSync(join(from, extra)) ? [join(from, extra)] : []
	};
}

/** @param {string[]} paths */
export const sum = (paths) => paths.reduce((bytes, path) => bytes + weight(path), 0);

/** @param {string} path @param {string} root */
export const nameOf = (path, root) => relative(resolve(root), path).replaceAll('\\', '/');
