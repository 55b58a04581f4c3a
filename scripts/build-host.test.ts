import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import release from '../src/lib/embed/host/release.json';
import { buildHost } from './build-host.mjs';

let built: Awaited<ReturnType<typeof buildHost>>;
beforeAll(async () => {
	built = await buildHost();
});

describe('the host script', () => {
	it('is at most 5 kB on the way', () => {
		expect(brotliCompressSync(built.code).length).toBeLessThanOrEqual(5000);
	});

	it('is one classic script, which leaves no name behind and evaluates no text', () => {
		expect(() => new Function(built.code)).not.toThrow();
		expect(built.code).toMatch(/^\(?function|^\(\(\)/);
		expect(built.code).not.toMatch(
			/\beval\(|\bFunction\(|\bimport[ (]|innerHTML|setAttribute\(`style/
		);
		// No host page's character set can hurt it.
		expect(built.code).toMatch(/^[\t\n\x20-\x7e]*$/);
	});

	it('has the hash that a browser asks for', () => {
		const hash = createHash('sha384').update(built.code).digest('base64');
		expect(built.integrity).toBe(`sha384-${hash}`);
	});

	it('is the version that it says: snippets out in the world carry its hash', () => {
		expect(
			release.integrity,
			`The host script has changed: give release.json a new version, and “${built.integrity}” as its “integrity”. Put the last version, as it was built, into host/released/, and its hash under “released”.`
		).toBe(built.integrity);
	});

	it('has its earlier versions beside it, to the byte', () => {
		const folder = new URL('../src/lib/embed/host/released/', import.meta.url);
		const hashes = readdirSync(folder).map((file) => {
			const hash = createHash('sha384').update(readFileSync(new URL(file, folder)));
			return [/^v(.*)\.txt$/.exec(file)?.[1], `sha384-${hash.digest('base64')}`];
		});
		expect(Object.fromEntries(hashes)).toEqual(release.released);
	});

	it('is the same every time', async () => {
		expect(await buildHost()).toEqual(built);
	});
});
