import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the built site is made from. */
const SOURCES = [
	'src',
	'static',
	'scripts',
	'package.json',
	'package-lock.json',
	'svelte.config.js'
];
/** Made again at every build. */
const MADE = join('src', 'lib', 'styles', 'fonts');

/** @param {string} path @returns {string[]} */
function filesOf(path) {
	if (!existsSync(path) || path === MADE) return [];
	return readdirSync(path, { withFileTypes: true })
		.flatMap((entry) => {
			const below = join(path, entry.name);
			return entry.isDirectory() ? filesOf(below) : [below];
		})
		.sort();
}

/**
 * The name of this build: the version of package.json and a hash of all sources and of `SITE_URL`. The same
 * sources give the same name, so nobody fetches anew what has not changed, and a pack is the same every time.
 *
 * @returns {string} for instance `0.1.0-3f9a0c12d4e5`
 */
export function versionName() {
	const hash = createHash('sha256').update(process.env.SITE_URL ?? '');
	for (const path of SOURCES.flatMap((source) =>
		/\.\w+$/.test(source) ? [source] : filesOf(source)
	)) {
		hash.update(path.replaceAll('\\', '/')).update(readFileSync(path));
	}
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	return `${version}-${hash.digest('hex').slice(0, 12)}`;
}
