import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { siteUrl } from '../../src/lib/site/site-url.mjs';
import { filesBelow, tagsOf } from './pages';

const BUILD = 'build';
/** Where the built files stand while addresses are resolved. */
const ROOT = `${siteUrl()}/`;
const { linkable, works } = parse(readFileSync('src/content/sources.yaml', 'utf8'));

interface Page {
	/** From the root of the site: `people/`, `404.html`. */
	readonly path: string;
	readonly tags: ReturnType<typeof tagsOf>;
	readonly ids: readonly string[];
}

const pages: readonly Page[] = filesBelow(BUILD)
	.filter((file) => file.endsWith('.html'))
	.map((file) => {
		const tags = tagsOf(readFileSync(file, 'utf8'));
		return {
			path: relative(BUILD, file)
				.split(sep)
				.join('/')
				.replace(/index\.html$/, ''),
			tags,
			ids: tags.flatMap(({ attributes: { id } }) => id ?? [])
		};
	});
const byPath = new Map(pages.map((page) => [page.path, page]));

/** Addresses that a page names, as whole ones; a page of ours and its fragment, or another host. */
function addressesOf({ path, tags }: Page): URL[] {
	const base = tags.find(({ name }) => name === 'base')?.attributes.href ?? '';
	const from = new URL(base, new URL(path, ROOT));
	return tags
		.filter(({ name }) => name !== 'base')
		.flatMap(({ attributes: { href, src, srcset, poster } }) => [
			...[href, src, poster].flatMap((address) => (address === undefined ? [] : [address])),
			...(srcset ?? '').split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || [])
		])
		.filter((address) => !/^(data|mailto):/.test(address))
		.map((address) => new URL(address, from));
}

/** Why an address of ours leads nowhere; null when it leads somewhere. */
function faultOf(address: URL): string | null {
	const path = decodeURI(address.href.slice(ROOT.length)).replace(/[?#].*$/, '');
	const page = byPath.get(path);
	if (!page) {
		const file = join(BUILD, path);
		return existsSync(file) && statSync(file).isFile() ? null : 'there is no such page or file';
	}
	const fragment = decodeURIComponent(address.hash.slice(1));
	return fragment === '' || page.ids.includes(fragment) ? null : 'the page has no such place';
}

const isOurs = ({ href }: URL) => href.startsWith(ROOT);

describe('the links of all built pages', () => {
	it('lead to pages, files and places that are there', () => {
		expect(pages.length).toBeGreaterThan(150);
		const broken = pages.flatMap((page) =>
			addressesOf(page)
				.filter(isOurs)
				.flatMap((address) => {
					const fault = faultOf(address);
					return fault ? `${page.path || '/'}: ${address.href}: ${fault}` : [];
				})
		);
		expect([...new Set(broken)]).toEqual([]);
	});

	it('lead to no other host than archives, publishers and journals that may be linked', () => {
		const bare = (host: string) => host.replace(/^www\d?\./, '');
		const others = pages.flatMap((page) => addressesOf(page).filter((address) => !isOurs(address)));
		expect(others.length).toBeGreaterThan(100);
		expect(
			[...new Set(others.map(({ hostname }) => bare(hostname)))].filter(
				(host) => !linkable.some((allowed: string) => bare(allowed) === host)
			)
		).toEqual([]);
	});
});

describe('ids', () => {
	it('are unique in each page', () => {
		const twice = pages.flatMap(({ path, ids }) =>
			ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path}: ${id}`)
		);
		expect(twice).toEqual([]);
	});

	it.each([
		['people/', 'people'],
		['places/', 'places'],
		['panels/', 'topics'],
		['glossary/', 'glossary'],
		['timeline/', 'timeline']
	])('of /%s are those of the entries, so that their addresses are permanent', (path, file) => {
		const entries = Object.keys(parse(readFileSync(`src/content/${file}.yaml`, 'utf8')));
		const ids = byPath.get(path)?.ids ?? [];
		expect([...entries].sort()).toEqual(ids.filter((id) => id !== 'page-content').sort());
	});

	it('of /sources/ are those of the works', () => {
		const ids = byPath.get('sources/')?.ids ?? [];
		expect(Object.keys(works).sort()).toEqual(ids.filter((id) => id !== 'page-content').sort());
	});

	it('of places on the page about the map, where the entries stood, lead to them', () => {
		const map = byPath.get('map/');
		const old = map?.ids.filter((id) => id.startsWith('place-')) ?? [];
		expect(old.length).toBeGreaterThan(30);
		const hrefs = map?.tags.map(({ attributes }) => attributes.href) ?? [];
		for (const id of old) expect(hrefs).toContain(`../places/#${id.slice('place-'.length)}`);
	});
});

describe('the pages of reference lead back into the story', () => {
	const story = byPath.get('')?.tags ?? [];
	/** Entries that the words of the story link to. */
	const named = [
		...new Set(
			story.flatMap(({ attributes: { href = '' } }) =>
				/^(people|places|glossary)\/#/.test(href) ? href : []
			)
		)
	];

	it('from every entry that a passage names', () => {
		expect(named.length).toBeGreaterThan(60);
		const without = named.filter((address) => {
			const [path = '', id] = address.split('#');
			const tags = byPath.get(path)?.tags ?? [];
			const from = tags.findIndex(({ attributes }) => attributes.id === id);
			const next = tags.findIndex(({ name }, i) => i > from && name === 'article');
			return !tags
				.slice(from, next < 0 ? undefined : next)
				.some(({ attributes: { href = '' } }) => href.startsWith('../#'));
		});
		expect(without).toEqual([]);
	});
});
