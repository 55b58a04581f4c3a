import { beforeEach, describe, expect, it, vi } from 'vitest';
import { responder } from './respond';

const ORIGIN = 'https://site.test';
const PATHS = ['/f/', '/f/kiosk/', '/f/favicon.svg', '/f/_app/immutable/a.js'];

let stored: Record<string, string>;
let server: (path: string) => Promise<Response>;
let whole: boolean;
const fill = vi.fn(async () => {});
const settings = new Map<string, Response>();

const respond = responder({
	base: '/f',
	origin: ORIGIN,
	paths: PATHS,
	cache: {
		fill,
		isWhole: async () => whole,
		match: async (path) => (path in stored ? new Response(stored[path]) : undefined)
	},
	openSettings: async () =>
		({
			match: async (url: string) => settings.get(url)?.clone(),
			put: async (url: string, answer: Response) => void settings.set(url, answer)
		}) as unknown as Cache,
	get: ((request: Request) => server(new URL(request.url).pathname)) as typeof fetch,
	fallback: (path) => `fallback for ${path}`
});
/** What is answered: status and text. Null where it is left to the browser. */
async function ask(path: string, { mode = 'no-cors', method = 'GET', origin = ORIGIN } = {}) {
	const request = { url: origin + path, mode, method } as Request;
	const answer = await respond(request, () => {});
	return answer && `${answer.status} ${answer.headers.get('location') ?? (await answer.text())}`;
}
const open = (path: string) => ask(path, { mode: 'navigate' });
const offline = () => Promise.reject(new TypeError('no network'));

beforeEach(() => {
	vi.useRealTimers();
	fill.mockClear();
	settings.clear();
	whole = true;
	stored = Object.fromEntries(PATHS.map((path) => [path, `cached ${path}`]));
	server = async (path) => new Response(`network ${path}`);
});

describe('a whole cache', () => {
	it('answers pages and their parts, and asks for nothing', async () => {
		server = offline;
		expect(await open('/f/')).toBe('200 cached /f/');
		expect(await ask('/f/favicon.svg')).toBe('200 cached /f/favicon.svg');
		expect(fill).not.toHaveBeenCalled();
	});

	it('finds a page by the other addresses that hosts know it by', async () => {
		expect(await open('/f/kiosk?diag=55')).toBe(`302 ${ORIGIN}/f/kiosk/?diag=55`);
		expect(await open('/f/index.html')).toBe(`302 ${ORIGIN}/f/`);
	});

	it('leaves everything else to the browser', async () => {
		expect(await open('/f/embed/rumour/')).toBeNull();
		expect(await ask('/f/', { method: 'POST' })).toBeNull();
		expect(await ask('/f/', { origin: 'https://other.test' })).toBeNull();
	});
});

describe('a cache with a gap', () => {
	beforeEach(() => (whole = false));

	it('leaves the page to the network, and is filled again', async () => {
		fill.mockRejectedValueOnce(new Error('another version'));
		expect(await open('/f/')).toBe('200 network /f/');
		expect(fill).toHaveBeenCalledOnce();
	});

	it('serves a missing part from the network, also one of another version', async () => {
		delete stored['/f/_app/immutable/a.js'];
		expect(await ask('/f/_app/immutable/a.js')).toBe('200 network /f/_app/immutable/a.js');
		expect(await ask('/f/_app/immutable/b.js')).toBe('200 network /f/_app/immutable/b.js');
	});

	it.each([
		['away', offline],
		['broken', async () => new Response('', { status: 502 })],
		['hanging', () => new Promise<Response>(() => {})]
	])('serves the words of the story where the network is %s, and no kiosk', async (_, network) => {
		vi.useFakeTimers();
		server = network;
		const story = open('/f/');
		const kiosk = open('/f/kiosk/');
		await vi.advanceTimersByTimeAsync(15_000);
		expect(await story).toBe('200 cached /f/');
		expect(await kiosk).toBe('503 fallback for /f/kiosk/');
	});

	it('says so where a page is neither stored nor on the network', async () => {
		delete stored['/f/'];
		server = offline;
		expect(await open('/f/')).toBe('503 fallback for /f/');
	});
});

describe('the kiosk’s settings', () => {
	const json = (text: string) => async () =>
		new Response(text, { headers: { 'content-type': 'application/json' } });
	const read = () => ask('/f/kiosk.json', { mode: 'cors' });

	it('come from the network, and change at once', async () => {
		server = json('{"a":1}');
		expect(await read()).toBe('200 {"a":1}');
		server = json('{"a":2}');
		expect(await read()).toBe('200 {"a":2}');
	});

	it.each([
		['is away', offline],
		['is broken', async () => new Response('', { status: 502 })],
		['hangs', () => new Promise<Response>(() => {})],
		['asks for a login', async () => new Response('<p>Log in')]
	])('are as they were last where the network %s', async (_, network) => {
		server = json('{"a":1}');
		await read();
		vi.useFakeTimers();
		server = network;
		const coming = read();
		await vi.advanceTimersByTimeAsync(4000);
		expect(await coming).toBe('200 {"a":1}');
	});

	it('are what the network says where none are stored', async () => {
		server = async () => new Response('nothing', { status: 404 });
		expect(await read()).toBe('404 nothing');
		server = offline;
		await expect(read()).rejects.toThrow('no network');
	});
});
