/** Whether the folder `build/` holds what the sources say now, so that the tests need not build it again. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionName } from './version.mjs';

/** Written last: a build that was interrupted has none. Outside of the site, so it is never published. */
const STAMP = join('.svelte-kit', 'built-version');

/** Forgets the last build, before another one begins in its place. */
export const forgetBuilt = () => rmSync(STAMP, { force: true });

/** Notes that `build/` is whole. @param {string} version `versionName()` of the sources when the build began */
export function markBuilt(version) {
	mkdirSync('.svelte-kit', { recursive: true });
	writeFileSync(STAMP, version);
}

/** @returns {boolean} whether `build/` is whole and made of exactly these sources */
export const isBuilt = () =>
	existsSync(join('build', 'index.html')) &&
	existsSync(STAMP) &&
	readFileSync(STAMP, 'utf8') === versionName();
