import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pack } from '../pack.mjs';
import { checkSettings, DEFAULTS, isHere } from '../../src/lib/kiosk/settings/settings';
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
		'REFERENCE.txt',
		'kiosk.json',
		'kiosk.txt',
		'manifest.json',
		'resting.html',
		'runtime/__init__.py',
		'runtime/browser.py',
		'runtime/checksums.py',
		'runtime/config.json',
		'runtime/config.py',
		'runtime/heartbeats.py',
		'runtime/journal.py',
		'runtime/site.py',
		'runtime/timing.py',
		'serve.py',
		'start.sh',
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

test('the guide is one page for Linux and one for other systems, with the version and the times the programs use', (context) => {
	const guide = readFileSync(join(packed(context), 'GUIDE.txt'), 'utf8');
	const [linux = '', others = ''] = guide.split(/\n\n\n(?=SECOND PAGE)/);
	// A4 with 9-point letters and margins of 10 mm: 100 columns, 75 lines.
	const pages = [linux, others].map((page) => page.trimEnd().split('\n'));
	for (const lines of pages) expect(lines.length).toBeLessThanOrEqual(75);
	expect(pages.flat().filter(({ length }) => length > 100)).toEqual([]);
	expect(guide).toContain('Version 9.8.7');
	const text = linux.replace(/\s+/g, ' ');
	expect(text).toContain('silent for 8 seconds (12 after a start');
	expect(text).toContain('the pause grows from 1 to 30 seconds');
	expect(guide).toContain('next free one up to 1875');
	expect(guide).not.toMatch(/[{}]/);
	// Half a page each, and no reader takes them for more than they are.
	const recipes = others.split(/\n\n(?=\S)/);
	expect(recipes.map((recipe) => recipe.split('\n')[0])).toEqual([
		'SECOND PAGE: WINDOWS WITH EDGE (NOT TRIED BY US)',
		'CHROMEOS, OR KIOSK SOFTWARE, ON THE PUBLISHED ADDRESS (NOT TRIED BY US)'
	]);
	for (const recipe of recipes) expect(recipe.split('\n').length).toBeLessThanOrEqual(38);
});

test('the reference names every flag the browser gets, and explains each', (context) => {
	const folder = packed(context);
	const reference = readFileSync(join(folder, 'REFERENCE.txt'), 'utf8');
	const { flags } = JSON.parse(readFileSync(join(folder, 'runtime/config.json'), 'utf8'));
	for (const { flag } of flags) expect(reference).toMatch(new RegExp(`\n  ${flag}\n      \\w`));
	expect(reference.split('\n').filter(({ length }) => length > 100)).toEqual([]);
	expect(reference).not.toMatch(/[{}]/);
});

test('kiosk.txt explains every setting, with its true range and default', (context) => {
	const text = readFileSync(join(packed(context), 'kiosk.txt'), 'utf8');
	const explained = [...text.matchAll(/^ {2}(\w+) {2,}\w/gm)].map(([, field]) => field);
	expect(explained).toEqual(Object.keys(DEFAULTS));
	const about = (field: string) =>
		text.split(/\n\n/).find((part) => part.startsWith(`  ${field} `)) ?? '';
	for (const [field, value] of Object.entries(DEFAULTS)) {
		const said = JSON.stringify(value);
		expect([field, about(field)]).toEqual([field, expect.stringContaining(said)]);
		const range = /From ([\d.]+) to (\d+)/.exec(about(field).replace(/\s+/g, ' '));
		if (typeof value !== 'number' || !range) continue;
		const taken = (given: number) =>
			checkSettings({ [field]: given }, ['en']).problems.length === 0;
		const [least, most] = [Number(range[1]), Number(range[2])];
		expect([least - 1, least, most, most + 1].map(taken)).toEqual([false, true, true, false]);
	}
	expect(text.match(/From [\d.]+ to \d+/g)).toHaveLength(3);
	for (const example of text.matchAll(/"https:[^"]*"|\{"from"[^}]*\}/g)) {
		const given: unknown = JSON.parse(example[0]);
		const fields = ['hours', 'home', 'heartbeat'];
		const takers = fields.filter(
			(field) => checkSettings({ [field]: given }, ['en']).problems.length === 0
		);
		expect([example[0], takers]).not.toEqual([example[0], []]);
	}
});

const HOMES = [
	['https://example.org/telegram-1856/', true],
	['HTTPS://example.org', true],
	['https://example.org/telegram-1856', false],
	['https://example.org/index.html', false],
	['https://example.org/?a=/', false],
	['https://user@example.org/', false],
	['http://example.org/', false],
	['https://localhost/', false],
	['https://127.0.0.1/', false],
	['https://[::1]/', false],
	['example.org', false],
	[7, false],
	[null, false]
] as const;

test.for(HOMES)(
	'a site that was built for this machine, with %j as its home: packed or not, as the page sees it',
	([home, isGood], context) => {
		const site = temporary(context);
		write(site, {
			...SITE,
			'index.html': '<link rel="canonical" href="http://localhost:4173/"/>',
			'kiosk.json': JSON.stringify({ home })
		});
		const given = { site, out: temporary(context), version: '1', commit: null, needsHome: true };
		const { settings } = checkSettings({ home }, ['en']);
		expect(settings.home !== null && !isHere(settings.home)).toBe(isGood);
		if (isGood) expect(pack(given).files).toBeGreaterThan(0);
		else expect(() => pack(given)).toThrow(/The QR codes of this kiosk would lead to .*SITE_URL=/);
	}
);

test.for([true, false])(
	'npm run kiosk:pack refuses QR codes that lead nowhere, and says what to do (a site is built: %s)',
	(isBuilt, context) => {
		const site = temporary(context);
		write(site, {
			...SITE,
			'index.html': '<link rel="canonical" href="http://localhost:4173/"/>'
		});
		const { status, stderr } = spawnSync('node', ['kiosk-runtime/pack.mjs'], {
			env: { ...process.env, SITE_URL: '', BUILD_DIR: isBuilt ? site : '' },
			encoding: 'utf8'
		});
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/would lead to http:\/\/localhost:4173\/?,.*SITE_URL=.*"home".*static\/kiosk\.json.*--without-home/
		);
	}
);

test('npm run kiosk:pack packs nothing when it is told what it does not know', () => {
	const { status, stderr } = spawnSync('node', ['kiosk-runtime/pack.mjs', '--help'], {
		encoding: 'utf8'
	});
	expect(status).toBe(1);
	expect(stderr).toMatch(/“--help” means nothing here; --without-home .* BUILD_DIR .* SITE_URL/);
});

test('a site that was built for the web is packed', (context) => {
	const site = temporary(context);
	write(site, { ...SITE, 'index.html': '<link rel="canonical" href="https://example.org/"/>' });
	const out = temporary(context);
	expect(pack({ site, out, version: '1', commit: null, needsHome: true }).files).toBeGreaterThan(0);
});

test('systemd understands the unit as start.sh installs it', (context) => {
	if (spawnSync('systemd-analyze', ['--version']).status !== 0) {
		return context.skip('systemd-analyze is not here (Debian: package systemd).');
	}
	const home = temporary(context);
	const folder = join(home, 'Große Häuser & Höfe | 100 %, 5 $');
	renameSync(packed(context), folder);
	const bin = join(home, 'bin');
	write(bin, { systemctl: '#!/bin/sh\nexit 0\n' });
	chmodSync(join(bin, 'systemctl'), 0o755);
	const env = {
		...process.env,
		HOME: home,
		XDG_CONFIG_HOME: join(home, 'config'),
		XDG_RUNTIME_DIR: home,
		PATH: `${bin}:${process.env.PATH}`
	};
	execFileSync('sh', [join(folder, 'start.sh'), 'install'], { env, stdio: 'ignore' });
	const unit = join(home, 'config/systemd/user/telegram-1856-kiosk.service');
	// As systemd writes the two signs that mean something to it.
	const written = folder.replaceAll('%', '%%').replaceAll('$', '$$$$');
	expect(readFileSync(unit, 'utf8')).toContain(`ExecStart=/bin/sh "${written}/start.sh"\n`);
	const verify = () =>
		spawnSync('systemd-analyze', ['verify', '--user', '--man=no', unit], { env, encoding: 'utf8' });
	expect(verify()).toMatchObject({ status: 0, stderr: '' });
	// It is heard, when something is wrong.
	writeFileSync(unit, readFileSync(unit, 'utf8').replace('WatchdogSec=60', 'WatchdogSec=often'));
	expect(verify().stderr).toContain('Failed to parse');
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

test.for(['start.sh', 'supervise.py', 'runtime/site.py', 'telegram-1856-kiosk.service'])(
	'Windows line endings in %s are not packed: no Linux machine would start it',
	(name, context) => {
		const [site, shipped, out] = [temporary(context), temporary(context), temporary(context)];
		write(site, SITE);
		cpSync('kiosk-runtime/shipped', shipped, { recursive: true });
		const given = { site, shipped, out, version: '1', commit: null };
		expect(pack(given).files).toBeGreaterThan(0);
		const text = readFileSync(join(shipped, name), 'utf8');
		writeFileSync(join(shipped, name), text.replaceAll('\n', '\r\n'));
		// The settings and the guide are for Windows too.
		writeFileSync(join(shipped, 'kiosk.txt'), 'a\r\nb\r\n');
		expect(() => pack(given)).toThrow(
			new RegExp(`^Windows line endings \\(CRLF\\) in ${name}: .*LF.*git checkout`)
		);
	}
);

test('what Python has compiled on this machine is not packed', (context) => {
	const [site, shipped, out] = [temporary(context), temporary(context), temporary(context)];
	write(site, SITE);
	cpSync('kiosk-runtime/shipped', shipped, { recursive: true });
	write(shipped, { '__pycache__/serve.pyc': '1', 'runtime/__pycache__/site.pyc': '1' });
	const { folder } = pack({ site, shipped, out, version: '1', commit: null });
	expect(Object.keys(contents(folder)).filter((name) => name.endsWith('.pyc'))).toEqual([]);
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
