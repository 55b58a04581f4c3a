import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from './serve.mjs';

const PAGE = `<!doctype html><p>${'The telegram. '.repeat(200)}</p>`;

let root = '';
let site: Awaited<ReturnType<typeof serve>>;

function write(path: string, text: string) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

/** One request, redirects not followed; `path` is put behind the site's address as it is. */
const ask = (path: string, headers: Record<string, string> = {}) =>
	fetch(site.url.replace(/\/$/, '') + path, { redirect: 'manual', headers });

beforeEach(async () => {
	root = mkdtempSync(join(tmpdir(), 'telegram-1856-serve-'));
	write('index.html', PAGE);
	write('404.html', '<!doctype html><title>Not here</title>');
	write('map/index.html', '<!doctype html><title>The map</title>');
	write('embed/rumour/index.html', '<!doctype html><title>A frame</title>');
	write('app.js', `export const dash = '–'; // ${'.'.repeat(2000)}`);
	write('kiosk.json', '{}');
	site = await serve({ root, port: 0 });
});
afterEach(async () => {
	await site.close();
	rmSync(root, { recursive: true, force: true });
});

describe('a site that is built again under the running server', () => {
	const changed = {
		'another size': PAGE.replace('telegram', 'long telegram'),
		'the same size': PAGE.replace('telegram', 'TELEGRAM')
	};
	for (const encoding of ['br', 'gzip', 'identity']) {
		it.each(Object.entries(changed))(`is served anew (${encoding}) at %s`, async (_, page) => {
			const first = await ask('/', { 'accept-encoding': encoding });
			expect(await first.text()).toBe(PAGE);
			const { atime, mtime } = statSync(join(root, 'index.html'));
			write('index.html', page);
			// As after an archive is unpacked, or a copy that keeps the times.
			utimesSync(join(root, 'index.html'), atime, mtime);
			const etag = first.headers.get('etag');
			const modified = first.headers.get('last-modified');
			const again = await ask('/', {
				'accept-encoding': encoding,
				...(etag && { 'if-none-match': etag }),
				...(modified && { 'if-modified-since': modified })
			});
			expect(again.status).toBe(200);
			expect(await again.text()).toBe(page);
		});
	}

	it('loses the files that are gone and has those that are new', async () => {
		expect((await ask('/app.js')).status).toBe(200);
		expect((await ask('/new.js')).status).toBe(404);
		rmSync(join(root, 'app.js'));
		write('new.js', 'export {};');
		expect((await ask('/app.js')).status).toBe(404);
		expect((await ask('/new.js')).status).toBe(200);
	});

	it('allows the heartbeat of its new settings', async () => {
		write('kiosk/index.html', PAGE);
		const policy = async () => (await ask('/kiosk/')).headers.get('content-security-policy');
		expect(await policy()).not.toContain('monitor.example');
		write('kiosk.json', '{"heartbeat":"https://monitor.example/"}');
		expect(await policy()).toContain('https://monitor.example');
	});
});

describe('an answer', () => {
	it('is compressed as the browser asks, and says what it is', async () => {
		const page = await ask('/', { 'accept-encoding': 'gzip, deflate, br' });
		expect(page.headers.get('content-encoding')).toBe('br');
		expect(page.headers.get('vary')).toMatch(/accept-encoding/i);
		expect(page.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i);
		const script = await ask('/app.js');
		expect(script.headers.get('content-type')).toMatch(/^text\/javascript; ?charset=utf-8$/i);
		expect(await script.text()).toBe(readFileSync(join(root, 'app.js'), 'utf8'));
	});

	it('has the headers of its address, with the origin that was asked', async () => {
		const policy = async (path: string) =>
			(await ask(path)).headers.get('content-security-policy') ?? '';
		const { origin } = new URL(site.url);
		for (const path of ['/embed/rumour/', '/embed/rumour/?step=2']) {
			expect(await policy(path), path).toContain(`script-src 'self' ${origin};`);
			expect(await policy(path), path).toContain('frame-ancestors *');
		}
		expect(await policy('/')).toContain("object-src 'none'");
		expect((await ask('/app.js')).headers.get('access-control-allow-origin')).toBe('*');
	});

	it.each([
		'/nowhere',
		'/nowhere/',
		'/map/index',
		'/app.js/',
		'/%E0%A4',
		'/%00',
		'/..%2f..%2fetc/passwd'
	])('to the unknown address %s is the site’s own page', async (path) => {
		const answer = await ask(path);
		expect(answer.status).toBe(404);
		expect(answer.headers.get('content-type')).toContain('text/html');
		expect(answer.headers.get('content-security-policy')).toContain("object-src 'none'");
		expect(await answer.text()).toContain('Not here');
	});

	it('to an address that is too long says so', async () => {
		expect((await ask(`/?${'x'.repeat(16_000)}`)).status).toBe(414);
	});

	it('to a folder without its slash leads to the slash and keeps the query', async () => {
		const answer = await ask('/map?from=a%20friend');
		expect(answer.status).toBe(301);
		expect(answer.headers.get('location')).toBe('/map/?from=a%20friend');
	});
});

it('serves below a folder, and nothing beside it', async () => {
	await site.close();
	site = await serve({ root, port: 0, base: '/exhibits/telegram' });
	const { origin } = new URL(site.url);
	const at = (path: string) => fetch(origin + path, { redirect: 'manual' });
	expect(await (await at('/exhibits/telegram/map/')).text()).toContain('The map');
	expect((await at('/exhibits/telegram')).headers.get('location')).toBe('/exhibits/telegram/');
	expect((await at('/exhibits/telegram?a=1')).headers.get('location')).toBe(
		'/exhibits/telegram/?a=1'
	);
	expect((await at('/exhibits/telegram/map')).headers.get('location')).toBe(
		'/exhibits/telegram/map/'
	);
	for (const path of ['/', '/map/', '/exhibits/', '/exhibits/telegrams/']) {
		expect((await at(path)).status, path).toBe(404);
	}
});

it('refuses a port that is taken', async () => {
	await expect(serve({ root, port: Number(new URL(site.url).port) })).rejects.toThrow('EADDRINUSE');
});
