import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

/** Folders that the built site is made from. */
const FOLDERS = ['src', 'static'];
/** What of them it is not made from: tests and what only they use, types, notes; and fonts, which are made at every build. */
const LEFT_OUT =
	/\.(test|fixture|d)\.ts$|Harness\.svelte$|(^|\/)README\.md$|^src\/lib\/styles\/fonts\//;
/** What runs in a build; the scripts that these import count too. */
const BUILD = ['scripts/build.mjs', 'svelte.config.js', 'vite.config.ts'];
/** The packages of the build, and how TypeScript is compiled. */
const SETTINGS = ['package-lock.json', 'tsconfig.json'];

/** Files that a script imports, from the root. @param {string} root @param {string} file @returns {string[]} */
function importsOf(root, file) {
	const code = readFileSync(join(root, file), 'utf8');
	const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+\.\w+)'/g)];
	return found.map(([, path = '']) => posix.join(dirname(file), path));
}

/**
 * The files that shape the built site.
 *
 * @param {string} root the project's folder
 * @returns {string[]} paths from the root with slashes, sorted
 */
export function sourcesOf(root) {
	const inFolders = FOLDERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
			.filter((path) => !LEFT_OUT.test(path))
	);
	const files = new Set([...inFolders, ...SETTINGS, ...BUILD]);
	// A set that grows is walked to its end.
	for (const file of files) {
		if (!/\.(js|mjs|ts)$/.test(file) || FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
			continue;
		for (const path of importsOf(root, file)) files.add(path);
	}
	return [...files].sort();
}

/**
 * The name of this build: the version of package.json and a hash of everything that shapes the output, `SITE_URL`
 * included. The same sources give the same name, so nothing is downloaded again that has not changed.
 *
 * @param {string} root the project's folder
 * @returns {string} for instance `0.1.0-3f9a0c12d4e5`
 */
export function versionName(root = process.cwd()) {
	const hash = createHash('sha256').update(process.env.SITE_URL ?? '');
	for (const path of sourcesOf(root)) hash.update(path).update(readFileSync(join(root, path)));
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return `${version}-${hash.digest('hex').slice(0, 12)}`;
}
