import { beforeEach, describe, expect, it } from 'vitest';
import { versionedCache, type VersionedCache } from './versioned-cache';

const SITE = {
	base: '',
	version: 'one',
	paths: ['/', '/_app/immutable/a.js'],
	versionPath: '/version'
};

/** Cache storage in memory: as much of it as is used. A body `null` cannot be read, as after damage on the disk. */
class MemoryCaches {
	readonly stores = new Map<string, Map<string, Response | null>>();

	async open(name: string): Promise<Cache> {
		const store = this.stores.get(name) ?? new Map<string, Response | null>();
		this.stores.set(name, store);
		return {
			keys: async () => [...store.keys()].map((path) => new Request(`https://site.test${path}`)),
			put: async (path: string, answer: Response) => void store.set(path, answer),
			delete: async (path: string) => store.delete(path),
			match: async (path: string) => {
				const answer = store.get(path);
				return answer === null
					? { arrayBuffer: () => Promise.reject(new DOMException('damaged', 'AbortError')) }
					: answer?.clone();
			}
		} as unknown as Cache;
	}
	keys = async () => [...this.stores.keys()];
	delete = async (name: string) => this.stores.delete(name);
	match = async (path: string) =>
		[...this.stores.values()]
			.find((store) => store.has(path))
			?.get(path)
			?.clone();
}

let caches: MemoryCaches;
let server: Record<string, string>;
const cacheOf = (site: Partial<typeof SITE> = {}) =>
	versionedCache(caches, { ...SITE, ...site }, (async (path: string) =>
		path in server
			? new Response(server[path], {
					headers: { 'content-type': 'text/plain', 'content-encoding': 'br' }
				})
			: new Response('gone', { status: 404 })) as typeof fetch);
const stored = () => caches.stores.get('telegram-1856-one');
const textOf = async (cache: VersionedCache, path: string) => (await cache.match(path))?.text();

beforeEach(() => {
	caches = new MemoryCaches();
	server = { '/': 'page', '/_app/immutable/a.js': 'code', '/version': '{"version":"one"}' };
});

describe('a versioned cache', () => {
	it('is whole once everything has arrived, and answers', async () => {
		const cache = cacheOf();
		expect(await cache.isWhole()).toBe(false);
		await cache.fill();
		expect(await cache.isWhole()).toBe(true);
		const answer = await cache.match('/');
		expect(await answer?.text()).toBe('page');
		expect([...(answer?.headers ?? [])]).toEqual([['content-type', 'text/plain']]);
	});

	it('stores nothing when one file does not arrive, and says which', async () => {
		delete server['/'];
		await expect(cacheOf().fill()).rejects.toThrow('/ answered 404');
		expect(caches.stores.size).toBe(0);
	});

	it('stores nothing when the server has another version, also when it changes meanwhile', async () => {
		server['/version'] = '{"version":"two"}';
		await expect(cacheOf().fill()).rejects.toThrow('version two');
		let asked = 0;
		Object.defineProperty(server, '/version', {
			get: () => `{"version":"${(asked += 1) > 1 ? 'two' : 'one'}"}`
		});
		await expect(cacheOf().fill()).rejects.toThrow('version two');
		expect([asked, caches.stores.size]).toEqual([2, 0]);
	});

	it('is not whole with a gap, and is filled again', async () => {
		const cache = cacheOf();
		await cache.fill();
		stored()?.delete('/_app/immutable/a.js');
		expect(await cache.isWhole()).toBe(false);
		await cache.fill();
		expect(await textOf(cache, '/_app/immutable/a.js')).toBe('code');
	});

	it.each([
		['cannot be read', null],
		['is empty', new Response('')]
	])('has a gap where an entry %s', async (_, entry) => {
		const cache = cacheOf();
		await cache.fill();
		stored()?.set('/', entry);
		expect(await cache.match('/')).toBeUndefined();
		expect(await cache.isWhole()).toBe(false);
	});

	it('has nothing where the browser cannot open its storage', async () => {
		const cache = cacheOf();
		await cache.fill();
		caches.open = () => Promise.reject(new DOMException('broken', 'UnknownError'));
		expect(await cache.isWhole()).toBe(false);
		expect(await cache.match('/')).toBeUndefined();
	});

	it('answers for an open page of another version with its immutable files only', async () => {
		await cacheOf().fill();
		const next = cacheOf({ version: 'two', paths: ['/map/'] });
		expect(await textOf(next, '/_app/immutable/a.js')).toBe('code');
		expect(await next.match('/')).toBeUndefined();
	});

	it('deletes older versions but the last, and nothing of another site', async () => {
		for (const name of ['1856-older', '1856-old', '1856.preview-old']) {
			await caches.open(`telegram-${name}`);
		}
		await caches.open('settings');
		await cacheOf().fill();
		await cacheOf().deleteOlder();
		expect(await caches.keys()).toEqual([
			'telegram-1856-old',
			'telegram-1856.preview-old',
			'settings',
			'telegram-1856-one'
		]);
	});
});
