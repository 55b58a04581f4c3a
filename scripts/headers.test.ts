import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import release from '../src/lib/embed/host/release.json';
import { FILES, headersFor, RULES } from './headers.mjs';

const policyOf = (path: string) => headersFor(path)['Content-Security-Policy'] ?? '';
const cacheOf = (path: string) => headersFor(path)['Cache-Control'];

describe('the headers of the site', () => {
	it.each(Object.keys(FILES))('%s is in step with the rules', (path) => {
		expect(
			readFileSync(path, 'utf8'),
			'The rules have changed: run “node scripts/headers.mjs” and commit what it writes.'
		).toBe(FILES[path]);
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

	it('let only what never changes be kept', () => {
		expect(cacheOf('/_app/immutable/chunks/a.js')).toContain('immutable');
		expect(cacheOf(`/embed/v${release.version}.js`)).toContain('immutable');
		for (const path of ['/', '/embed/', '/embed/v1.js', '/embed/live.json', '/geo/world.json']) {
			expect(cacheOf(path), path).toBe('no-cache');
		}
	});

	it('open every file to frames in an opaque origin', () => {
		for (const path of ['/_app/immutable/chunks/a.js', '/embed/live.json', '/geo/world.json']) {
			expect(headersFor(path)['Access-Control-Allow-Origin'], path).toBe('*');
		}
	});

	it('come to the same on hosts that join the policies of all rules that match', () => {
		const [page = '', frame = ''] = RULES.flatMap(
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
