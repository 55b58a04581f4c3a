import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { siteUrl } from '../../src/lib/site/site-url.mjs';
import { filesBelow } from './pages';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Builds the site for an address into a folder of its own. */
function buildFor(site: string) {
	const folder = mkdtempSync(join(tmpdir(), 'telegram-1856-build-'));
	folders.push(folder);
	const { status, stdout, stderr } = spawnSync(
		'npx',
		['--no-install', 'vite', 'build', '--logLevel', 'warn'],
		{
			env: {
				...process.env,
				NODE_ENV: 'production',
				VITEST: '',
				SITE_URL: site,
				BUILD_DIR: folder
			},
			encoding: 'utf8',
			shell: process.platform === 'win32'
		}
	);
	return { folder, status, said: stdout + stderr };
}

const BUILD_MS = 120_000;

/** What a folder says of the address that it was built for. */
function expectBuiltFor(site: string, folder: string) {
	const html = readFileSync(join(folder, 'index.html'), 'utf8');
	const root = new URL(site).href.replace(/\/$/, '');
	expect(html).toContain(`<link rel="canonical" href="${root}/"/>`);
	expect(html).toContain(`<meta property="og:url" content="${root}/"/>`);
	const absolute = filesBelow(folder)
		.filter((path) => path.endsWith('index.html'))
		.flatMap((path) => readFileSync(path, 'utf8').match(/(?:href|src)="\/[^"]*"/g) ?? []);
	expect(absolute).toEqual([]);
	const lost = readFileSync(join(folder, '404.html'), 'utf8');
	expect(lost).toContain(`<base href="${new URL(`${root}/`).pathname}"/>`);
}

describe('SITE_URL', () => {
	it('feeds every absolute address, and the pages themselves stay relative', () => {
		expectBuiltFor(siteUrl(), 'build');
	});

	// A build for each takes half a minute: with `npm run test:full` only.
	it
		.runIf(process.env.TEST_FULL)
		.each(['https://example.org', 'https://museum.example/Große Häuser/telegram-1856/'])(
		'feeds every absolute address of a build for %s',
		(site) => {
			const { folder, status, said } = buildFor(site);
			expect(status, said).toBe(0);
			expectBuiltFor(site, folder);
		},
		BUILD_MS
	);

	it(
		'that is no address stops the build with a sentence',
		() => {
			const { status, said } = buildFor('example.org?x');
			expect(status).not.toBe(0);
			expect(said).toMatch(/SITE_URL is “example\.org\?x”; it must be a whole address/);
		},
		BUILD_MS
	);
});
