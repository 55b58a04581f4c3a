import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostRules, nightlyMinute, pauseAfter } from '../../scripts/kiosk/folder/supervise.mjs';
import { packed, RUNTIMES, serveAlone, SITE, statusAt, temporary, write } from './kiosk';

const SOURCE = new URL('../../scripts/kiosk/folder', import.meta.url);

/** Sends exactly these bytes, as no well-behaved client would; returns the first line of the answer. */
const raw = (url: string, text: string) =>
	new Promise<string>((resolve, reject) => {
		const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
		socket.once('data', (data) => {
			resolve(String(data).split('\r\n')[0] ?? '');
			socket.destroy();
		});
		socket.once('error', reject);
	});
const rawGet = (url: string, path: string) =>
	raw(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
const post = (url: string, body: string) => fetch(`${url}kiosk-beat`, { method: 'POST', body });

test.for(RUNTIMES)('%s: every kind of file comes with its type', async (runtime, context) => {
	const url = await serveAlone(context, packed(context), runtime);
	const types = {
		'': 'text/html; charset=utf-8',
		'kiosk/': 'text/html; charset=utf-8',
		'_app/immutable/entry.abc.js': 'text/javascript; charset=utf-8',
		'_app/immutable/font.abc.woff2': 'font/woff2',
		'_app/version.json': 'application/json',
		'maps/cover.svg': 'image/svg+xml',
		'maps/two%20words%20%C3%A9.svg': 'image/svg+xml',
		'share.png': 'image/png',
		'style.css': 'text/css; charset=utf-8',
		'notes.txt': 'text/plain; charset=utf-8',
		'notes.txt?x=1': 'text/plain; charset=utf-8',
		'odd.xyz': 'application/octet-stream'
	};
	for (const [path, type] of Object.entries(types)) {
		const answer = await fetch(url + path);
		expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, type]);
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('cache-control')).toBe(
			path.includes('immutable') ? 'public, max-age=31536000, immutable' : 'no-cache'
		);
	}
	expect(await (await fetch(`${url}style.css`)).text()).toBe(SITE['style.css']);
	const head = await fetch(`${url}style.css`, { method: 'HEAD' });
	expect([head.status, head.headers.get('content-length')]).toEqual([200, '12']);
});

test.for(RUNTIMES)('%s: other addresses get the page that says so', async (runtime, context) => {
	const url = await serveAlone(context, packed(context), runtime);
	const paths = [
		'nothing',
		'kiosk/nothing/',
		'maps/',
		'style.css/',
		'_app/immutable/gone.js',
		'%zz'
	];
	for (const path of paths) {
		const answer = await fetch(url + path);
		expect([path, answer.status]).toEqual([path, 404]);
		expect(await answer.text()).toBe(SITE['404.html']);
		expect(answer.headers.get('cache-control')).toBe('no-cache');
	}
	const folder = await fetch(`${url}kiosk`, { redirect: 'manual' });
	expect([folder.status, folder.headers.get('location')]).toEqual([301, '/kiosk/']);
	expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(405);
});

test.for(RUNTIMES)('%s: nothing outside the site can be had', async (runtime, context) => {
	const folder = packed(context);
	symlinkSync(join(folder, 'manifest.json'), join(folder, 'site/link.json'));
	const url = await serveAlone(context, folder, runtime);
	const paths = [
		'/../manifest.json',
		'/kiosk/../../manifest.json',
		'/%2e%2e/manifest.json',
		'/..%2fmanifest.json',
		'/..%5cmanifest.json',
		'/maps/..\\..\\manifest.json',
		'/manifest.json',
		'/serve.mjs',
		'/link.json',
		'/style.css%00.html'
	];
	for (const path of paths) {
		expect([path, await rawGet(url, path)]).toEqual([path, 'HTTP/1.1 404 Not Found']);
	}
	expect(await rawGet(url, '/style.css')).toBe('HTTP/1.1 200 OK');
});

test.for(RUNTIMES)('%s: it can be reached from this machine only', async (runtime, context) => {
	const url = await serveAlone(context, packed(context), runtime);
	const hexPort = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
	const listening = ['tcp', 'tcp6']
		.flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n'))
		.map((line) => line.trim().split(/\s+/))
		.filter(([, local, , state]) => local?.endsWith(`:${hexPort}`) && state === '0A')
		.map(([, local]) => local);
	expect(listening).toEqual([`0100007F:${hexPort}`]);
});

test.for(RUNTIMES)('%s: a heartbeat is kept, and nothing else', async (runtime, context) => {
	const url = await serveAlone(context, packed(context), runtime);
	expect(await statusAt(url)).toMatchObject({ beat: null, beatAge: null, version: '9.8.7' });
	const beat = {
		visits: 12,
		uptime: 3600.5,
		heap: 20_000_000,
		errors: ['one', 'two'],
		version: '1.0.0',
		state: 'visit'
	};
	const answer = await post(url, JSON.stringify({ ...beat, visitor: 'Ana', language: 'es' }));
	expect([answer.status, await answer.text()]).toEqual([204, '']);
	const status = await statusAt(url);
	expect(status.beat).toEqual(beat);
	expect(status.beatAge).toBeGreaterThanOrEqual(0);
	expect(status.supervisor).toBeNull();

	await post(url, JSON.stringify({ errors: 3, state: 'elsewhere', visits: 'many' }));
	expect((await statusAt(url)).beat).toEqual({ errors: 3 });
});

test.for(RUNTIMES)(
	'%s: what is no heartbeat is refused and changes nothing',
	async (runtime, context) => {
		const url = await serveAlone(context, packed(context), runtime);
		for (const body of ['', 'beat', '[]', 'null', '7', '{"visits":']) {
			expect([body, (await post(url, body)).status]).toEqual([body, 400]);
		}
		expect((await post(url, JSON.stringify({ version: 'x'.repeat(4096) }))).status).toBe(413);
		expect((await fetch(`${url}kiosk-beat`)).status).toBe(405);
		const unknownLength =
			'POST /kiosk-beat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
		expect(await raw(url, unknownLength)).toBe('HTTP/1.1 411 Length Required');
		expect((await statusAt(url)).beat).toBeNull();
	}
);

test.for(RUNTIMES)(
	'%s: the technician’s settings are read again each time',
	async (runtime, context) => {
		const folder = packed(context);
		const url = await serveAlone(context, folder, runtime);
		const path = join(folder, 'kiosk.json');
		const first = await fetch(`${url}kiosk.json`);
		expect(await first.json()).toMatchObject({ idleSeconds: 120, tour: 'ask' });
		expect(first.headers.get('cache-control')).toBe('no-store');
		// As it is, even broken: the page says what is wrong.
		writeFileSync(path, '{ "idleSeconds": 90, }');
		expect(await (await fetch(`${url}kiosk.json`)).text()).toBe('{ "idleSeconds": 90, }');
		rmSync(path);
		expect((await fetch(`${url}kiosk.json`)).status).toBe(404);
	}
);

test.for(RUNTIMES)(
	'%s: damaged, missing and extra files are found by checksum',
	async (runtime, context) => {
		const folder = packed(context);
		write(join(folder, 'site'), { 'share.png': 'pnG', 'left/over.txt': 'x' });
		rmSync(join(folder, 'site/notes.txt'));
		const url = await serveAlone(context, folder, runtime);
		const found = { damaged: ['share.png'], missing: ['notes.txt'], extra: ['left/over.txt'] };
		expect((await statusAt(url)).manifest).toMatchObject({ ok: false, usable: true, ...found });
		// A picture is no reason to close.
		expect((await fetch(`${url}kiosk/`)).status).toBe(200);

		write(join(folder, 'site'), { 'share.png': SITE['share.png'], 'notes.txt': SITE['notes.txt'] });
		rmSync(join(folder, 'site/left/over.txt'));
		expect((await statusAt(url)).manifest?.ok).toBe(false);
		expect((await statusAt(url, '?verify=1')).manifest).toMatchObject({
			ok: true,
			damaged: [],
			missing: [],
			extra: []
		});
	}
);

test.for(RUNTIMES)(
	'%s: damaged words are not shown until they are repaired',
	async (runtime, context) => {
		const folder = packed(context);
		write(join(folder, 'site'), { '_app/immutable/entry.abc.js': 'export const words = "1865";' });
		const url = await serveAlone(context, folder, runtime);
		const page = await fetch(`${url}kiosk/`);
		expect(page.status).toBe(503);
		expect(await page.text()).toContain('This screen is resting.');
		expect((await fetch(`${url}kiosk/health/`)).status).toBe(200);

		write(join(folder, 'site'), {
			'_app/immutable/entry.abc.js': SITE['_app/immutable/entry.abc.js']
		});
		await statusAt(url, '?verify=1');
		expect((await fetch(`${url}kiosk/`)).status).toBe(200);
	}
);

test.for(RUNTIMES)(
	'%s: a lost manifest is said, and the site still stands',
	async (runtime, context) => {
		const folder = packed(context);
		rmSync(join(folder, 'manifest.json'));
		const url = await serveAlone(context, folder, runtime);
		const { manifest, message, version } = await statusAt(url);
		expect(manifest).toBeNull();
		expect(message).toContain('manifest.json is missing');
		expect(version).toBeNull();
		expect((await fetch(`${url}kiosk/`)).status).toBe(200);
	}
);

test.for(RUNTIMES)(
	'%s: a linked folder and a taken port are no obstacle',
	async (runtime, context) => {
		const folder = packed(context);
		const link = join(temporary(context), 'linked');
		symlinkSync(folder, link);
		const first = await serveAlone(context, folder, runtime);
		const second = await serveAlone(context, link, runtime, Number(new URL(first).port));
		expect(Number(new URL(second).port)).toBe(Number(new URL(first).port) + 1);
		expect((await fetch(`${second}kiosk/`)).status).toBe(200);
	}
);

/** Calls the same function of both supervisors with each value. */
function both<T>(values: T[], ours: (value: T) => unknown, theirs: string) {
	const results = [values.map((value) => ours(value))];
	if (RUNTIMES.includes('python3')) {
		const call = `import json, sys, supervise; print(json.dumps([supervise.${theirs}(v) for v in json.loads(sys.argv[1])]))`;
		const said = execFileSync('python3', ['-B', '-c', call, JSON.stringify(values)], {
			cwd: SOURCE,
			encoding: 'utf8'
		});
		results.push(JSON.parse(said));
	}
	return results;
}

test('the nightly start is in the middle of the closed hours, and only if they are known', () => {
	const hours = [
		{ from: '09:00', to: '18:00' },
		{ from: '9:00', to: '23:00' },
		{ from: '20:00', to: '02:00' },
		{ from: '10:01', to: '10:00' },
		{ from: '10:00', to: '10:00' },
		{ from: '25:00', to: '18:00' },
		{ from: 9, to: 18 },
		{ from: '09:00' },
		'always',
		null
	];
	for (const minutes of both<unknown>(hours, nightlyMinute, 'nightly_minute')) {
		expect(minutes).toEqual([90, 240, 660, 600, null, null, null, null, null, null]);
	}
});

test('the pause after failures begins with the third and grows to a minute', () => {
	for (const pauses of both([1, 2, 3, 4, 5, 6, 7, 50], pauseAfter, 'pause_after')) {
		expect(pauses).toEqual([0, 0, 5, 10, 20, 40, 60, 60]);
	}
});

test('the heartbeat’s host is the only one let through, and it cannot let through more', () => {
	const alone = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
	const heartbeats = [
		null,
		'https://monitor.example.org:8443/kiosk',
		'http://10.0.0.5',
		'https://*, EXCLUDE *',
		'monitor.example.org',
		7
	];
	for (const rules of both<unknown>(heartbeats, hostRules, 'host_rules')) {
		expect(rules).toEqual([
			alone,
			`${alone}, EXCLUDE monitor.example.org`,
			`${alone}, EXCLUDE 10.0.0.5`,
			alone,
			alone,
			alone
		]);
	}
});

test.runIf(RUNTIMES.includes('python3'))('the Python twin asks for nothing newer than 3.8', () => {
	const check =
		'import ast, sys; [ast.parse(open(f).read(), feature_version=(3, 8)) for f in sys.argv[1:]]';
	execFileSync('python3', ['-B', '-c', check, 'serve.py', 'supervise.py'], { cwd: SOURCE });
});
