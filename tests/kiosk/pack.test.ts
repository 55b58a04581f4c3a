import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pack } from '../../scripts/kiosk/pack.mjs';
import { checkSettings } from '../../src/lib/kiosk/settings';
import { packed, SITE, temporary, write } from './kiosk';

/** Every file below a folder, by name. */
function contents(folder: string, under = ''): Record<string, Buffer> {
	return Object.assign(
		{},
		...readdirSync(join(folder, under), { withFileTypes: true }).map((entry) => {
			const name = under ? `${under}/${entry.name}` : entry.name;
			return entry.isDirectory()
				? contents(folder, name)
				: { [name]: readFileSync(join(folder, name)) };
		})
	);
}

test('the folder has all a museum needs and the whole site, with the settings beside it', (context) => {
	const names = Object.keys(contents(packed(context)));
	expect(names.filter((name) => !name.startsWith('site/')).sort()).toEqual([
		'GUIDE.txt',
		'kiosk.json',
		'kiosk.txt',
		'manifest.json',
		'resting.html',
		'serve.mjs',
		'serve.py',
		'shared.json',
		'start.ps1',
		'start.sh',
		'supervise.mjs',
		'supervise.py',
		'telegram-1856-kiosk.service'
	]);
	const site = names.filter((name) => name.startsWith('site/'));
	expect(site.sort()).toEqual(
		Object.keys(SITE)
			.filter((name) => name !== 'kiosk.json')
			.map((name) => `site/${name}`)
			.sort()
	);
});

test('the manifest tells the truth about every file of the site', (context) => {
	const folder = packed(context);
	const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
	expect(manifest).toMatchObject({ version: '9.8.7', commit: 'abc' });
	const own = Object.entries(SITE).filter(([name]) => name !== 'kiosk.json');
	const truth = own.map(([name, text]) => [
		name,
		{ sha256: createHash('sha256').update(text).digest('hex'), size: Buffer.byteLength(text) }
	]);
	expect(manifest.files).toEqual(Object.fromEntries(truth));
});

test('the zip is the folder, its start script can be started, and the same site gives the same bytes', (context) => {
	const [first, second] = [packed(context), packed(context)];
	const zip = readFileSync(`${first}.zip`);
	expect(zip.equals(readFileSync(`${second}.zip`))).toBe(true);

	const zipped = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]);
	const folder = Object.entries(contents(first)).map(([name, bytes]) => [
		`telegram-1856-kiosk/${name}`,
		bytes
	]);
	expect(Object.fromEntries(zipped)).toEqual(Object.fromEntries(folder));

	expect(statSync(join(first, 'start.sh')).mode & 0o111).toBe(0o111);
	// A central directory entry: 46 bytes, the rights in the upper half of those at 38, the name after it.
	const entry = zip.lastIndexOf('telegram-1856-kiosk/start.sh') - 46;
	expect((zip.readUInt32LE(entry + 38) >>> 16) & 0o777).toBe(0o755);
});

test('the guide names the version, the times and every flag the browser gets', (context) => {
	const folder = packed(context);
	const guide = readFileSync(join(folder, 'GUIDE.txt'), 'utf8');
	const { flags } = JSON.parse(readFileSync(join(folder, 'shared.json'), 'utf8'));
	for (const { flag } of flags) expect(guide).toContain(`${flag}\n`);
	expect(guide).toContain('Version 9.8.7');
	expect(guide).toContain('none comes for 8 seconds (30 after a start)');
	expect(guide).not.toMatch(/[{}]/);
});

test('the page for a damaged site has its words and its picture in itself', (context) => {
	const page = readFileSync(join(packed(context), 'resting.html'), 'utf8');
	expect(page).toContain('<p lang="en">This screen is resting.');
	expect(page).toContain(Buffer.from(SITE['maps/cover.svg']).toString('base64'));
	const addresses = page.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)/g);
	for (const [, address = ''] of addresses) expect(address).toMatch(/^data:/);
	expect(page).not.toMatch(/\{(lang|title|picture|sentences)\}/);
});

test('a site without the kiosk page is not packed', (context) => {
	expect(() => packed(context, { 'index.html': '' })).toThrow('There is no page kiosk/index.html');
});

test('names that differ only in case are not packed: a stick would lose one', (context) => {
	const site = temporary(context);
	write(site, { ...SITE, 'a/Ab.js': '1', 'a/aB.js': '2' });
	if (readdirSync(join(site, 'a')).length < 2) return;
	const out = temporary(context);
	expect(() => pack({ site, out, version: '1', commit: null })).toThrow(/a\/Ab\.js.*a\/aB\.js/);
});

test('the settings file as packed has no problems', (context) => {
	const given: unknown = JSON.parse(readFileSync(join(packed(context), 'kiosk.json'), 'utf8'));
	expect(checkSettings(given, ['en']).problems).toEqual([]);
});
