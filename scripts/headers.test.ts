import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import release from '../src/lib/embed/host/release.json';
import { filesFor, headersFor, heartbeatOf, heartbeatOrigin, rulesFor } from './headers.mjs';

const FILES = filesFor(heartbeatOf('static'), null);

const policyOf = (path: string) => headersFor(path)['Content-Security-Policy'] ?? '';
const cacheOf = (path: string) => headersFor(path)['Cache-Control'];

const SITE = 'https://example.org';

describe('the headers of the site', () => {
	it.each(Object.entries(FILES))('%s is in step with the rules', (path, text) => {
		expect(
			readFileSync(path, 'utf8'),
			'The rules have changed: run “node scripts/headers.mjs” and commit what it writes.'
		).toBe(text);
	});

	it('let anybody embed a frame, in every language, and load nothing of anybody else', () => {
		for (const path of ['/embed/', '/embed/rumour/', '/es/embed/', '/es/embed/map-october/']) {
			expect(policyOf(path), path).toContain("default-src 'none'");
			expect(policyOf(path), path).toContain('frame-ancestors *');
			expect(policyOf(path), path).not.toMatch(/unsafe|https?:/);
		}
	});

	it('keep the frames’ policy from what is not a frame: a still map has styles of its own', () => {
		for (const path of ['/', '/map/', '/embed/stills/cover.wide.svg', '/embed/v1.js']) {
			expect(policyOf(path), path).not.toContain("default-src 'none'");
		}
	});

	it('name the site beside self, which WebKit does not take for it in a sandboxed frame', () => {
		for (const path of ['/embed/', '/es/embed/rumour/', '/', '/kiosk/']) {
			const policy =
				headersFor(path, 'https://monitor.example', SITE)['Content-Security-Policy'] ?? '';
			for (const directive of policy.split('; ')) {
				const loads = /^(default|script|style|img|font|connect)-src .*'self'/.test(directive);
				if (loads) expect(directive, path).toContain(`'self' ${SITE}`);
			}
			expect(policy, path).toContain(`script-src 'self' ${SITE}`);
		}
		const files = filesFor(null, SITE);
		expect(files['static/_headers']).toContain(`script-src 'self' ${SITE};`);
		expect(files['deploy/nginx.conf']).toContain("script-src 'self' $scheme://$http_host;");
		expect(files['deploy/Caddyfile']).toContain(`"-src 'self' {scheme}://{hostport}"`);
	});

	it('let only what never changes be kept', () => {
		expect(cacheOf('/_app/immutable/chunks/a.js')).toContain('immutable');
		expect(cacheOf(`/embed/v${release.version}.js`)).toContain('immutable');
		// Articles name earlier versions by their hashes.
		expect(cacheOf('/embed/v1.0.0.js')).toContain('immutable');
		for (const path of ['/', '/embed/', '/embed/v1.js', '/embed/live.json', '/kiosk.json']) {
			expect(cacheOf(path), path).toBe('no-cache');
		}
	});

	it('open every file to frames in an opaque origin', () => {
		for (const path of ['/_app/immutable/chunks/a.js', '/embed/live.json', '/kiosk.json']) {
			expect(headersFor(path)['Access-Control-Allow-Origin'], path).toBe('*');
		}
	});

	it('come to the same on hosts that join the policies of all rules that match', () => {
		const [page = '', frame = ''] = rulesFor(null, SITE).flatMap(
			({ headers }) => headers['Content-Security-Policy'] ?? []
		);
		const read = (policy: string) =>
			new Map(
				policy.split('; ').map((directive) => {
					const [name = '', ...sources] = directive.split(' ');
					return [name, sources];
				})
			);
		const wide = read(page);
		for (const [name, sources] of read(frame)) {
			if (name === 'default-src' || name === 'frame-ancestors') continue;
			const allowed = wide.get(name) ?? wide.get('default-src') ?? [];
			for (const source of sources) {
				if (source !== "'none'") expect(allowed, `${name} ${source}`).toContain(source);
			}
		}
		expect(wide.has('frame-ancestors')).toBe(false);
	});
});

describe('a kiosk with a heartbeat address', () => {
	const ORIGIN = 'https://monitor.example.org:8443';
	const connects = (policy: string) => /connect-src ([^;]*)/.exec(policy)?.[1] ?? '';

	it('may tell that origin, and no other page may', () => {
		for (const path of ['/kiosk/', '/es/kiosk/']) {
			const policy = headersFor(path, ORIGIN)['Content-Security-Policy'] ?? '';
			expect(connects(policy), path).toBe(`'self' ${ORIGIN}`);
			expect(policy.replace(/connect-src [^;]*; |; connect-src [^;]*/, '')).toBe(policyOf(path));
			expect(policyOf(path), path).not.toContain('connect-src');
		}
		for (const path of ['/', '/map/', '/kiosk/health/', '/embed/', '/embed/kiosk/']) {
			expect(headersFor(path, ORIGIN), path).toEqual(headersFor(path));
		}
	});

	it('is in every ready file; where policies are joined no narrower one stands beside it', () => {
		for (const [path, text] of Object.entries(filesFor(ORIGIN, null))) {
			expect(text, path).toMatch(new RegExp(`connect-src 'self' \\S* ?${ORIGIN}`));
			if (!path.endsWith('_headers')) continue;
			const pages = text.split('\n').filter((line) => line.includes("default-src 'self'"));
			expect(pages.map(connects), path).toEqual([`'self' ${ORIGIN}`]);
			expect(text, path).not.toContain('/kiosk/');
		}
	});

	it.each([
		['{"heartbeat":"https://Monitor.example.org:8443/kiosk?a=1#b"}', ORIGIN],
		['{"heartbeat":"http://10.0.0.7/beat"}', 'http://10.0.0.7'],
		['{"heartbeat":null}', null],
		['{}', null],
		['{"heartbeat":"monitor"}', null],
		['{"heartbeat":"ftp://monitor.example.org/"}', null],
		['{"heartbeat":"https://me:secret@monitor.example.org/"}', null],
		['{"heartbeat":"https://a; script-src *"}', null],
		['{"heartbeat":', null]
	])('%s names %s', (file, origin) => {
		expect(heartbeatOrigin(file)).toBe(origin);
	});
});
