import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import release from '../src/lib/embed/host/release.json';
import { filesFor, headersFor, heartbeatOf, heartbeatOrigin } from './headers.mjs';

const policyOf = (path: string) => headersFor(path)['Content-Security-Policy'] ?? '';
const cacheOf = (path: string) => headersFor(path)['Cache-Control'];

const SITE = 'https://example.org';
const HEARTBEAT = 'https://monitor.example.org:8443';

/** Values of a header, by its name; several where a server sends it more than once. */
type Sent = Record<string, string[]>;

/** The first line `"~pattern" "value"` whose pattern fits, or the line `default "value"`. */
function lookUp(lines: string, address: string): string {
	const found = [...lines.matchAll(/^\t+("~.*?"|default) "(.*)";?$/gm)];
	const fits = ([, key = '']: string[]) =>
		key !== 'default' && new RegExp(key.slice(2, -1)).test(address);
	return (found.find(fits) ?? found.find(([, key]) => key === 'default'))?.[2] ?? '';
}

/** What each server sends for a path by its own file, without running it; `nginx -t` and `caddy validate` run the syntax. */
const SERVERS: [
	file: keyof ReturnType<typeof filesFor>,
	read: (text: string, path: string) => Sent
][] = [
	[
		'deploy/nginx.conf',
		(text, path) => {
			const variables = new Map(
				[...text.matchAll(/^map \$request_uri (\$\w+) {\n([^]*?)^}/gm)].map(
					([, name = '', lines = '']) => [name, lookUp(lines, `${path}?step=2`)]
				)
			);
			return Object.fromEntries(
				[...text.matchAll(/^\tadd_header (\S+) (\$\w+|".*") always;$/gm)].map(
					([, name = '', value = '']) => [
						name,
						[(variables.get(value) ?? value.slice(1, -1)).replaceAll('$scheme://$http_host', SITE)]
					]
				)
			);
		}
	],
	[
		'deploy/Caddyfile',
		(text, path) => {
			const placeholders = new Map(
				[...text.matchAll(/^\tmap {path} ({\w+}) {\n([^]*?)^\t}/gm)].map(
					([, name = '', lines = '']) => [name, lookUp(lines, path)]
				)
			);
			const [, block = ''] = /^\theader {\n([^]*?)^\t}/m.exec(text) ?? [];
			const [, name = '', find = '', put = ''] = /^\theader (\S+) "(.*)" "(.*)"$/m.exec(text) ?? [];
			const sent = Object.fromEntries(
				[...block.matchAll(/^\t\t(\S+) ({\w+}|".*")$/gm)].map(([, name = '', value = '']) => [
					name,
					[placeholders.get(value) ?? value.slice(1, -1)]
				])
			);
			const replaced = sent[name]?.map((value) =>
				value.replaceAll(find, put.replace('{scheme}://{hostport}', SITE))
			);
			return { ...sent, ...(replaced && { [name]: replaced }) };
		}
	],
	[
		'static/_headers',
		(text, path) => {
			const sent: Sent = {};
			for (const [, pattern = '', lines = ''] of text.matchAll(/^(\/.*)\n((?: {2}.*\n)*)/gm)) {
				const source = pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*');
				if (!new RegExp(`^${source}$`).test(path)) continue;
				for (const [, name = '', value = ''] of lines.matchAll(/^ {2}(\S+): (.*)$/gm))
					(sent[name] ??= []).push(value);
			}
			return sent;
		}
	]
];

const PATHS = [
	'/',
	'/es/',
	'/map/',
	'/404.html',
	'/kiosk.json',
	'/kiosk/',
	'/es/kiosk/',
	'/kiosk/health/',
	'/embed/',
	'/es/embed/',
	'/embed/rumour/',
	'/es/embed/map-october/',
	'/embed/kiosk/',
	'/embed/rumour/oembed.json',
	'/embed/stills/cover.wide.svg',
	'/embed/v1.js',
	'/embed/v1.0.0.js',
	'/embed/v1x0.0.js',
	`/embed/v${release.version}.js`,
	'/_app/immutable/chunks/a.js',
	'/_app/version.json'
];

it.each(Object.entries(filesFor(heartbeatOf('static'), null)))(
	'%s is as “node scripts/headers.mjs” writes it',
	(name, text) => {
		expect(
			readFileSync(name, 'utf8'),
			'The rules or the template have changed: run “node scripts/headers.mjs” and commit what it writes.'
		).toBe(text);
	}
);

describe.each(SERVERS)('%s', (name, read) => {
	it.each([null, HEARTBEAT])(
		'sends what the rules say, with the heartbeat address %s',
		(heartbeat) => {
			const text = filesFor(heartbeat, SITE)[name];
			for (const path of PATHS) {
				const rules = headersFor(path, heartbeat, SITE);
				const sent = read(text, path);
				if (name !== 'static/_headers') {
					expect(sent, path).toEqual(
						Object.fromEntries(Object.entries(rules).map(([key, value]) => [key, [value]]))
					);
					continue;
				}
				// Joined policies: a frame obeys its own and the pages'; each page may do what the kiosk may.
				const pages = headersFor('/kiosk/', heartbeat, SITE)['Content-Security-Policy'];
				const frame = /default-src 'none'/.test(rules['Content-Security-Policy'] ?? '');
				const { 'Cache-Control': cache = '', 'Content-Security-Policy': own = '', ...rest } = rules;
				expect(sent, path).toEqual({
					...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, [value]])),
					'Content-Security-Policy': frame ? [pages, own] : [pages],
					...(cache.includes('immutable') && { 'Cache-Control': [cache] })
				});
			}
		}
	);
});

describe('the headers of the site', () => {
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
		const [page = '', frame = ''] = ['/', '/embed/'].map(
			(path) => headersFor(path, null, SITE)['Content-Security-Policy']
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
	const connects = (policy: string) => /connect-src ([^;]*)/.exec(policy)?.[1] ?? '';

	it('may tell that origin, and no other page may', () => {
		for (const path of ['/kiosk/', '/es/kiosk/']) {
			const policy = headersFor(path, HEARTBEAT)['Content-Security-Policy'] ?? '';
			expect(connects(policy), path).toBe(`'self' ${HEARTBEAT}`);
			expect(policy.replace(/connect-src [^;]*; |; connect-src [^;]*/, '')).toBe(policyOf(path));
			expect(policyOf(path), path).not.toContain('connect-src');
		}
		for (const path of ['/', '/map/', '/kiosk/health/', '/embed/', '/embed/kiosk/']) {
			expect(headersFor(path, HEARTBEAT), path).toEqual(headersFor(path));
		}
	});

	it.each([
		['{"heartbeat":"https://Monitor.example.org:8443/kiosk?a=1#b"}', HEARTBEAT],
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
