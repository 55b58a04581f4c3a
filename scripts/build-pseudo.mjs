/**
 * `node scripts/build-pseudo.mjs <folder>`: the site in languages that nobody speaks, one of them from right to left, so
 * that tests find text that does not fit and words that are not translated (`tests/languages`). Look at it with
 * `BUILD_DIR=<folder> node scripts/serve.mjs`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [, , out] = process.argv;
if (!out) {
	console.error('Name the folder to build into: node scripts/build-pseudo.mjs <folder>');
	process.exit(1);
}
const resolve = { alias: { $lib: fileURLToPath(new URL('../src/lib', import.meta.url)) } };
const load = async (/** @type {string} */ path) =>
	(await runnerImport(path, { configFile: false, logLevel: 'error', resolve })).module;
const { readContent } = await load('./src/lib/content/files.ts');
const { PSEUDO_LANGUAGES, pseudoContent } = await load('./src/lib/content/pseudo.fixture.ts');

const content = mkdtempSync(join(tmpdir(), 'telegram-1856-content-'));
try {
	for (const [path, text] of pseudoContent(readContent())) {
		mkdirSync(dirname(join(content, path)), { recursive: true });
		writeFileSync(join(content, path), text);
	}
	const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
		stdio: 'inherit',
		env: {
			...process.env,
			BUILD_DIR: out,
			CONTENT_DIR: content,
			TEST_LANGUAGES: PSEUDO_LANGUAGES.join(',')
		}
	});
	process.exitCode = status ?? 1;
} finally {
	rmSync(content, { recursive: true, force: true });
}
