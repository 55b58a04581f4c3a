import { beforeEach, describe, expect, it } from 'vitest';
import { isKept } from './kept';
import { Shelf } from './shelf';

const SITE = {
	base: '',
	version: 'one',
	paths: ['/', '/a.js', '/geo/world.json'],
	versionPath: '/version'
};

/** Caches in memory: as much of them as a shelf needs. */
class MemoryCaches {
	readonly shelves = new Map<string, Map<string, Response>>();

	async open(name: string): Promise<Cache> {
		const shelf = this.shelves.get(name) ?? new Map<string, Response>();
		this.shelves.set(name, shelf);
		return {
			keys: async () => [...shelf.keys()].map((path) => new Request(`https://site.test${path}`)),
			put: async (path: string, answer: Response) => void shelf.set(path, answer),
			match: async (path: string) => shelf.get(path)?.clone()
		} as unknown as Cache;
	}
	keys = async () => [...this.shelves.keys()];
	delete = async (name: string) => this.shelves.delete(name);
}

let caches: MemoryCaches;
let server: Record<string, string>;
let asked: string[];
const shelfOf = (site = SITE) =>
	new Shelf(caches, site, (async (path: string) => {
		asked.push(path);
		return path in server
			? new Response(server[path], { headers: { 'content-type': 'text/plain' } })
			: new Response('gone', { status: 404 });
	}) as typeof fetch);
/** Other bytes under an address, with the headers it had, as a failing disk leaves them. */
const damage = (path: string, bytes = 'garbage') => {
	const shelf = caches.shelves.get('telegram-1856-one');
	shelf?.set(path, new Response(bytes, { headers: shelf.get(path)?.headers }));
};

beforeEach(() => {
	caches = new MemoryCaches();
	asked = [];
	server = {
		'/': 'page',
		'/a.js': 'code',
		'/geo/world.json': '{}',
		'/version': '{"version":"one"}'
	};
});

describe('a shelf', () => {
	it('is whole once everything has come, and answers', async () => {
		const shelf = shelfOf();
		expect(await shelf.isWhole()).toBe(false);
		await shelf.fill();
		expect(await shelf.isWhole()).toBe(true);
		expect(await (await shelf.take('/a.js'))?.text()).toBe('code');
	});

	it('is not whole when one thing does not come, and says which', async () => {
		delete server['/a.js'];
		await expect(shelfOf().fill()).rejects.toThrow('/a.js answered 404');
		expect(await shelfOf().isWhole()).toBe(false);
	});

	it('does not mix versions: nothing is kept when the server has another', async () => {
		server['/version'] = '{"version":"two"}';
		await expect(shelfOf().fill()).rejects.toThrow('version two');
		expect(await shelfOf().take('/')).toBeUndefined();
	});

	it('does not mix versions when the server changes while it is filled', async () => {
		let times = 0;
		const shelf = new Shelf(caches, SITE, (async (path: string) => {
			if (path === '/version') times += 1;
			return new Response(
				path === '/version' ? `{"version":"${times > 1 ? 'two' : 'one'}"}` : path
			);
		}) as typeof fetch);
		await expect(shelf.fill()).rejects.toThrow('version two');
		expect(await shelf.take('/')).toBeUndefined();
	});

	it('fetches what was lost, and everything when something is damaged', async () => {
		const shelf = shelfOf();
		await shelf.fill();
		caches.shelves.get('telegram-1856-one')?.delete('/a.js');
		expect(await shelf.isWhole()).toBe(false);
		server['/'] = 'changed';
		await shelf.fill();
		expect(await (await shelf.take('/'))?.text()).toBe('page');
		await shelf.fill(true);
		expect(await (await shelf.take('/'))?.text()).toBe('changed');
	});

	it('does not answer with what is damaged, and mends it alone', async () => {
		const shelf = shelfOf();
		await shelf.fill();
		damage('/a.js');
		expect(await shelf.take('/a.js')).toBeUndefined();
		expect(await (await shelf.take('/'))?.text()).toBe('page');
		asked = [];
		expect(await (await shelf.mend('/a.js'))?.text()).toBe('code');
		expect(asked).toEqual(['/version', '/a.js', '/version']);
		expect(await (await shelf.take('/a.js'))?.text()).toBe('code');
	});

	it('mends everything that is damaged, and asks nobody when nothing is', async () => {
		const shelf = shelfOf();
		await shelf.fill();
		damage('/geo/world.json', '');
		damage('/');
		asked = [];
		await shelf.fill();
		expect(asked.sort()).toEqual(['/', '/geo/world.json', '/version', '/version']);
		expect(await (await shelf.take('/geo/world.json'))?.text()).toBe('{}');
		asked = [];
		await shelf.fill();
		expect(asked).toEqual([]);
	});

	it('does not mend with another version', async () => {
		const shelf = shelfOf();
		await shelf.fill();
		damage('/a.js');
		server['/version'] = '{"version":"two"}';
		await expect(shelf.mend('/a.js')).rejects.toThrow('version two');
		expect(await shelf.take('/a.js')).toBeUndefined();
	});

	it('keeps the type of what it keeps', async () => {
		const shelf = shelfOf();
		await shelf.fill();
		expect((await shelf.take('/a.js'))?.headers.get('content-type')).toBe('text/plain');
	});

	it('says what a page cannot do without', async () => {
		server['/'] =
			'<link href="./_app/immutable/assets/0.B-x.css"><script>import("../_app/immutable/entry/a.1.js")';
		const shelf = shelfOf();
		await shelf.fill();
		const taken = await shelf.takePage('/');
		expect(await taken?.page.text()).toBe(server['/']);
		expect([...(taken?.parts ?? [])]).toEqual([
			'/_app/immutable/assets/0.B-x.css',
			'/_app/immutable/entry/a.1.js'
		]);
		damage('/');
		expect(await shelf.takePage('/')).toBeUndefined();
	});

	it('has nothing where the browser cannot read its own store', async () => {
		const shelf = shelfOf();
		await shelf.fill();
		caches.open = () => Promise.reject(new DOMException('broken', 'UnknownError'));
		expect(await shelf.isWhole()).toBe(false);
		expect(await shelf.take('/')).toBeUndefined();
		expect(await shelf.takePage('/')).toBeUndefined();
	});

	it('throws away other versions and nobody else’s things', async () => {
		await shelfOf().fill();
		await caches.open('telegram-1856-zero');
		await caches.open('telegram-1856.preview-zero');
		await caches.open('somebody-else');
		await shelfOf().clearOthers();
		expect(await caches.keys()).toEqual([
			'telegram-1856-one',
			'telegram-1856.preview-zero',
			'somebody-else'
		]);
	});
});

describe('what is kept', () => {
	it('is what the story and the kiosk need, and not what other sites show', () => {
		const kept = [
			'/',
			'/es/',
			'/map/',
			'/kiosk/',
			'/_app/immutable/chunks/x.js',
			'/geo/world.json'
		];
		const left = ['/embed/', '/embed/rumour/', '/es/embed/p05/', '/maps/cover.svg', '/share.png'];
		expect(kept.filter(isKept)).toEqual(kept);
		expect(left.filter(isKept)).toEqual([]);
		expect(isKept('/kiosk.json')).toBe(false);
		expect(isKept('/404.html')).toBe(false);
		expect(isKept('/_app/immutable/chunks/404a.js')).toBe(true);
	});
});
