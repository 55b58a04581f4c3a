import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { sourcesOf, versionName } from './version.mjs';

const NO_SOURCES = [
	'src/lib/model/scene.test.ts',
	'src/lib/model/people.fixture.ts',
	'src/content/README.md',
	'src/app.d.ts',
	'scripts/test.mjs',
	'scripts/bench.mjs',
	'scripts/find-browser.mjs',
	'vitest.config.ts'
];

let root: string;
/** The name before a test changes something. */
let before: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'telegram-1856 version '));
	for (const path of ['package.json', ...sourcesOf('.'), ...NO_SOURCES]) {
		cpSync(path, join(root, path));
	}
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => (before = versionName(root)));

const touch = (path: string) => appendFileSync(join(root, path), '\n');
const create = (path: string) => {
	mkdirSync(join(root, dirname(path)), { recursive: true });
	writeFileSync(join(root, path), 'new');
};

it('is the same for the same sources, and begins with the version of package.json', () => {
	expect(versionName()).toBe(before);
	expect(before).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{12}$/);
});

it('stays where the output does', () => {
	NO_SOURCES.forEach(touch);
	create('src/lib/model/new.test.ts');
	create('src/lib/styles/fonts/made.woff2');
	create('README.md');
	touch('package.json');
	expect(versionName(root)).toBe(before);
});

it.each([
	['the build’s settings', 'vite.config.ts'],
	['SvelteKit’s settings', 'svelte.config.js'],
	['a package', 'package-lock.json'],
	['a component', 'src/lib/stage/Stage.svelte'],
	['a component that is rendered once', 'src/lib/prose/Flow.svelte'],
	['a style', 'src/lib/styles/tokens/colour.css'],
	['the service worker', 'src/service-worker.ts'],
	['the words', 'src/content/en/story.yaml'],
	['the telegram', 'src/content/telegram.md'],
	['a static file', 'static/favicon.svg'],
	['a script of the build', 'scripts/build-fonts.mjs'],
	['a script that such a script imports', 'scripts/build-host.mjs']
])('changes with %s', (_, path) => {
	touch(path);
	expect(versionName(root)).not.toBe(before);
});

it('changes with a new file, another name of a file, and the address of the site', () => {
	create('static/new.txt');
	const added = versionName(root);
	renameSync(join(root, 'static/new.txt'), join(root, 'static/other.txt'));
	const renamed = versionName(root);
	vi.stubEnv('SITE_URL', 'https://example.org/');
	const elsewhere = versionName(root);
	vi.unstubAllEnvs();
	expect(new Set([before, added, renamed, elsewhere]).size).toBe(4);
});
