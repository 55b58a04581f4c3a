/** What search engines, shared links and home screens get of the built pages. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { siteUrl } from '../../src/lib/site/site-url.mjs';
import { filesBelow, tagsOf, weight } from './pages';

const BUILD = 'build';
const ROOT = `${siteUrl()}/`;
const REFERENCE = ['people/', 'places/', 'panels/', 'glossary/', 'timeline/', 'sources/'];

const pages = filesBelow(BUILD)
	.filter((file) => file.endsWith('.html'))
	.map((file) => {
		const html = readFileSync(file, 'utf8');
		return {
			path: relative(BUILD, file)
				.split(sep)
				.join('/')
				.replace(/index\.html$/, ''),
			html,
			tags: tagsOf(html)
		};
	});
type Page = (typeof pages)[number];

const robotsOf = ({ tags }: Page) =>
	tags.find(({ attributes }) => attributes.name === 'robots')?.attributes.content ?? '';
const isPublic = (page: Page) => !/noindex/.test(robotsOf(page));

describe('each page that may be found', () => {
	const found = pages.filter(isPublic);

	it('is in the sitemap, and nothing else is', () => {
		const map = readFileSync(join(BUILD, 'sitemap.xml'), 'utf8');
		const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
		expect(listed.length).toBeGreaterThan(8);
		expect(listed.toSorted()).toEqual(found.map(({ path }) => ROOT + path).toSorted());
		expect(readFileSync(join(BUILD, 'robots.txt'), 'utf8')).toContain(`${ROOT}sitemap.xml`);
	});

	it.each(found)(
		'/$path has one title, description, address and heading of its own',
		({ path, html, tags }) => {
			const count = (wanted: (tag: (typeof tags)[number]) => boolean) => tags.filter(wanted).length;
			expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
			expect(count(({ name }) => name === 'h1')).toBe(1);
			expect(count(({ attributes }) => attributes.name === 'description')).toBe(1);
			const canonical = tags.filter(({ attributes }) => attributes.rel === 'canonical');
			expect(canonical.map(({ attributes }) => attributes.href)).toEqual([ROOT + path]);
			const shared = tags.find(({ attributes }) => attributes.property === 'og:url');
			expect(shared?.attributes.content).toBe(ROOT + path);
		}
	);

	it('differs from all others in title and description', () => {
		const said = (page: Page) => [
			/<title>([^<]+)/.exec(page.html)?.[1],
			page.tags.find(({ attributes }) => attributes.name === 'description')?.attributes.content
		];
		for (const which of [0, 1]) {
			const all = found.map((page) => said(page)[which]);
			expect(new Set(all).size).toBe(found.length);
		}
	});
});

describe('pages that are no result of a search', () => {
	it.each([
		[/^embed\/([\w-]+\/)?$/, 'noindex,indexifembedded'],
		[/^kiosk\//, 'noindex'],
		[/^large\//, 'noindex'],
		[/^404\.html$/, 'noindex']
	])('say so: %s', (kind, wanted) => {
		const these = pages.filter(({ path }) => kind.test(path));
		expect(these.length).toBeGreaterThan(0);
		for (const page of these) expect(robotsOf(page), page.path).toBe(wanted);
	});
});

describe('the manifest', () => {
	const file = join(BUILD, 'manifest.webmanifest');
	const manifest = JSON.parse(readFileSync(file, 'utf8'));

	it('starts the story wherever the site stands', () => {
		for (const key of ['start_url', 'scope']) {
			expect(new URL(manifest[key], `${ROOT}manifest.webmanifest`).href, key).toBe(ROOT);
			expect(manifest[key]).toMatch(/^\.\//);
		}
	});

	it('names pictures that are there, as large as it says, one of them to be cut to a shape', async () => {
		for (const { src, sizes } of manifest.icons) {
			const { width, height } = await sharp(join(BUILD, src)).metadata();
			if (sizes !== 'any') expect(`${width}x${height}`, src).toBe(sizes);
		}
		expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain(
			'maskable'
		);
	});

	it('is named by every page but the frames, which may not load it', () => {
		for (const { path, tags } of pages.filter(({ path }) => path !== 'embed-this/article/')) {
			const named = tags.some(({ attributes }) => attributes.rel === 'manifest');
			expect(named, path).toBe(!path.startsWith('embed/'));
		}
	});
});

describe('the pages of reference', () => {
	it.each(REFERENCE)('/%s weighs at most 45 kB with brotli', (path) => {
		expect(weight(join(BUILD, path, 'index.html'))).toBeLessThanOrEqual(45_000);
	});

	it.each([...REFERENCE, 'map/'])('/%s loads no script, and no style of the story', (path) => {
		const page = pages.find((other) => other.path === path);
		const loaded = page?.tags.filter(
			({ name, attributes: { rel = '', src } }) =>
				(name === 'script' && src !== undefined) || /preload/.test(rel)
		);
		expect(loaded).toEqual([]);
		expect(page?.html).not.toContain('__sveltekit');
	});

	it.each([...REFERENCE, 'map/', 'embed-this/'])('/%s is marked in its own menu', (path) => {
		const here = pages
			.find((page) => page.path === path)
			?.tags.filter(({ attributes }) => attributes['aria-current'] === 'page')
			.map(({ attributes }) => attributes.href);
		expect(new Set(here)).toEqual(new Set(path === 'embed-this/' ? [] : [`../${path}`]));
	});

	it('begin with the way past their header', () => {
		for (const path of [...REFERENCE, 'map/', 'embed-this/']) {
			const tags = pages.find((page) => page.path === path)?.tags ?? [];
			const first = tags.find(({ name }) => name === 'a' || name === 'button');
			expect(first?.attributes.href, path).toBe('#page-content');
		}
	});
});
