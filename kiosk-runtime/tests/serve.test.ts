import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkSettings } from '../../src/lib/kiosk/settings/settings';
import {
	callPython,
	execute,
	packed,
	serveAlone,
	serveUntil,
	SITE,
	statusAt,
	temporary,
	test,
	write
} from './kiosk';
import { PYTHON } from './python';

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

test('every kind of file comes with its type', async (context) => {
	const url = await serveAlone(context, packed(context));
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

test('other addresses get the page that says so', async (context) => {
	const url = await serveAlone(context, packed(context));
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

test('nothing outside the site can be had', async (context) => {
	const folder = packed(context);
	symlinkSync(join(folder, 'manifest.json'), join(folder, 'site/link.json'));
	const url = await serveAlone(context, folder);
	const paths = [
		'/../manifest.json',
		'/kiosk/../../manifest.json',
		'/%2e%2e/manifest.json',
		'/..%2fmanifest.json',
		'/..%5cmanifest.json',
		'/maps/..\\..\\manifest.json',
		'/manifest.json',
		'/serve.py',
		'/C:/manifest.json',
		'/style.css::$DATA',
		'/link.json',
		'/style.css%00.html'
	];
	for (const path of paths) {
		expect([path, await rawGet(url, path)]).toEqual([path, 'HTTP/1.1 404 Not Found']);
	}
	expect(await rawGet(url, '/style.css')).toBe('HTTP/1.1 200 OK');
});

test('it can be reached from this machine only', async (context) => {
	const url = await serveAlone(context, packed(context));
	const hexPort = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
	const listening = ['tcp', 'tcp6']
		.flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n'))
		.map((line) => line.trim().split(/\s+/))
		.filter(([, local, , state]) => local?.endsWith(`:${hexPort}`) && state === '0A')
		.map(([, local]) => local);
	expect(listening).toEqual([`0100007F:${hexPort}`]);
});

test('a heartbeat is kept, and nothing else', async (context) => {
	const url = await serveAlone(context, packed(context));
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

test('the largest true heartbeat fits, numbers that are none do not', async (context) => {
	const url = await serveAlone(context, packed(context));
	const errors = Array.from({ length: 5 }, (_, i) => `${i}${'\u0001'.repeat(199)}`);
	const full = { visits: 1e6, uptime: 1e12, heap: 1e12, version: 'é'.repeat(100), errors };
	expect((await post(url, JSON.stringify({ ...full, start: 'x'.repeat(64) }))).status).toBe(204);
	expect((await statusAt(url)).beat).toEqual(full);
	await post(url, `{"visits":1e999,"uptime":-1e400,"heap":1${'0'.repeat(400)},"errors":1e99}`);
	expect((await statusAt(url)).beat).toEqual({});
});

test('the visits of the day are added up over starts of the browser, and outlive the server', async (context) => {
	const folder = packed(context);
	const run = temporary(context);
	const first = await serveUntil(context, folder, { run });
	const told: [string, number][] = [
		['a', 0],
		['a', 3],
		['a', 3],
		['a', 4],
		['b', 0],
		['b', 2],
		// Another page of the same start, for instance one that could not keep its number over a reload.
		['b', 0],
		['b', 1]
	];
	for (const [start, visits] of told) await post(first.url, JSON.stringify({ start, visits }));
	expect((await statusAt(first.url)).visits).toBe(7);
	await first.stop();

	const { url } = await serveUntil(context, folder, { run });
	expect((await statusAt(url)).visits).toBe(7);
	await post(url, JSON.stringify({ start: 'b', visits: 2 }));
	await post(url, JSON.stringify({ start: 'c', visits: 1 }));
	for (const visits of [-5, 0.5, '9', null]) {
		await post(url, JSON.stringify({ start: 'c', visits }));
	}
	expect((await statusAt(url)).visits).toBe(9);
});

test('on a new day the count starts at 0', async (context) => {
	const run = temporary(context);
	const saved = { day: '1999-12-31', visits: 40, starts: [['a', 5]], errors: ['old'] };
	writeFileSync(join(run, 'journal.json'), JSON.stringify(saved));
	const url = await serveAlone(context, packed(context), { run });
	expect(await statusAt(url)).toMatchObject({ visits: 0, errors: ['old'] });
	// The page’s midnight is a moment later than the server’s.
	for (const visits of [5, 0, 1]) await post(url, JSON.stringify({ start: 'a', visits }));
	expect((await statusAt(url)).visits).toBe(1);
});

test('the last errors are kept, short, each once, over starts and over the server’s end', async (context) => {
	const folder = packed(context);
	const run = temporary(context);
	const first = await serveUntil(context, folder, { run });
	const tell = (url: string, start: string, errors: unknown[]) =>
		post(url, JSON.stringify({ start, errors }));
	await tell(first.url, 'a', ['1 one', '2 two']);
	await tell(first.url, 'a', ['1 one', '2 two']);
	await tell(first.url, 'b', []);
	await tell(first.url, 'b', ['3 three', 7, '4 four', '5 five', `6 ${'x'.repeat(500)}`]);
	// Told still, but long pushed out by newer ones.
	await tell(first.url, 'a', ['1 one', '2 two']);
	const kept = ['2 two', '3 three', '4 four', '5 five', `6 ${'x'.repeat(198)}`];
	expect((await statusAt(first.url)).errors).toEqual(kept);
	await first.stop();
	const url = await serveAlone(context, folder, { run });
	expect((await statusAt(url)).errors).toEqual(kept);
});

test('a damaged journal counts as an empty one', async (context) => {
	const folder = packed(context);
	const run = temporary(context);
	const path = join(run, 'journal.json');
	const day = new Date().toISOString().slice(0, 10);
	const sound = { day, visits: 3, starts: [['a', 3]], errors: [] };
	const damaged = [
		'',
		'{"day":',
		'null',
		'7',
		'[]',
		'[['.repeat(20_000),
		JSON.stringify({ ...sound, visits: -3 }),
		JSON.stringify({ ...sound, visits: '3' }),
		JSON.stringify({ ...sound, starts: [['a']] }),
		JSON.stringify({ ...sound, starts: 7 }),
		JSON.stringify({ ...sound, errors: [7] }),
		JSON.stringify({ ...sound, errors: ['x'.repeat(70_000)] })
	];
	const read = (texts: string[]) =>
		callPython(
			`[pathlib.Path(${JSON.stringify(path)}).write_text(v), journal.Journal(${JSON.stringify(path)}).summary()][1]`,
			texts
		);
	const empty = { visits: 0, errors: [] };
	expect(await read([JSON.stringify(sound), ...damaged])).toEqual([
		{ visits: 3, errors: [] },
		...damaged.map(() => empty)
	]);
	// The last one is there still.
	const first = await serveUntil(context, folder, { run });
	expect(await statusAt(first.url)).toMatchObject(empty);
	await first.stop();
	rmSync(path);
	mkdirSync(path);
	const url = await serveAlone(context, folder, { run });
	expect((await post(url, '{"start":"a","visits":2}')).status).toBe(204);
	expect((await statusAt(url)).visits).toBe(2);
});

test('a full disk costs neither a beat nor a number', async (context) => {
	const folder = packed(context);
	const run = temporary(context);
	// Whatever is written there finds no room.
	symlinkSync('/dev/full', join(run, 'journal.json.new'));
	const first = await serveUntil(context, folder, { run });
	expect((await post(first.url, '{"start":"a","visits":2}')).status).toBe(204);
	expect((await statusAt(first.url)).visits).toBe(2);
	// There is room again.
	await post(first.url, '{"start":"a","visits":3}');
	await first.stop();
	const url = await serveAlone(context, folder, { run });
	expect((await statusAt(url)).visits).toBe(3);
});

test('what is no heartbeat is refused and changes nothing', async (context) => {
	const url = await serveAlone(context, packed(context));
	for (const body of ['', 'beat', '[]', 'null', '7', '{"visits":']) {
		expect([body, (await post(url, body)).status]).toEqual([body, 400]);
	}
	expect((await post(url, JSON.stringify({ version: 'x'.repeat(8192) }))).status).toBe(413);
	expect((await fetch(`${url}kiosk-beat`)).status).toBe(405);
	const unknownLength =
		'POST /kiosk-beat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
	expect(await raw(url, unknownLength)).toBe('HTTP/1.1 411 Length Required');
	expect((await statusAt(url)).beat).toBeNull();
});

test('the technician’s settings are read again each time', async (context) => {
	const folder = packed(context);
	const url = await serveAlone(context, folder);
	const path = join(folder, 'kiosk.json');
	const first = await fetch(`${url}kiosk.json`);
	expect(await first.json()).toMatchObject({ idleSeconds: 120, tour: 'ask' });
	expect(first.headers.get('cache-control')).toBe('no-store');
	// As it is, even broken: the page says what is wrong.
	writeFileSync(path, '{ "idleSeconds": 90, }');
	expect(await (await fetch(`${url}kiosk.json`)).text()).toBe('{ "idleSeconds": 90, }');
	rmSync(path);
	expect((await fetch(`${url}kiosk.json`)).status).toBe(404);
});

test('damaged, missing and extra files are found by checksum', async (context) => {
	const folder = packed(context);
	write(join(folder, 'site'), { 'share.png': 'pnG', 'left/over.txt': 'x' });
	rmSync(join(folder, 'site/notes.txt'));
	const url = await serveAlone(context, folder);
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
});

test('damaged words are not shown until they are repaired', async (context) => {
	const folder = packed(context);
	write(join(folder, 'site'), { '_app/immutable/entry.abc.js': 'export const words = "1865";' });
	const url = await serveAlone(context, folder);
	const page = await fetch(`${url}kiosk/`);
	expect(page.status).toBe(503);
	expect(await page.text()).toContain('This screen is resting.');
	expect((await fetch(`${url}kiosk/health/`)).status).toBe(200);
	// A page that is open hears of it from its own beat.
	const beat = await post(url, '{"state":"attract"}');
	expect([beat.status, beat.headers.get('x-telegram-1856')]).toEqual([503, 'resting']);

	write(join(folder, 'site'), {
		'_app/immutable/entry.abc.js': SITE['_app/immutable/entry.abc.js']
	});
	await statusAt(url, '?verify=1');
	expect((await fetch(`${url}kiosk/`)).status).toBe(200);
});

test('a lost manifest is said, and the site still stands', async (context) => {
	const folder = packed(context);
	rmSync(join(folder, 'manifest.json'));
	const url = await serveAlone(context, folder);
	const { manifest, message, version } = await statusAt(url);
	expect(manifest).toBeNull();
	expect(message).toContain('manifest.json is missing');
	expect(version).toBeNull();
	expect((await fetch(`${url}kiosk/`)).status).toBe(200);
});

test('a linked folder and a taken port are no obstacle', async (context) => {
	const folder = packed(context);
	const link = join(temporary(context), 'linked');
	symlinkSync(folder, link);
	const first = await serveAlone(context, folder);
	const second = await serveAlone(context, link, {
		first: Number(new URL(first).port)
	});
	expect(Number(new URL(second).port)).toBe(Number(new URL(first).port) + 1);
	expect((await fetch(`${second}kiosk/`)).status).toBe(200);
});

test('the nightly start is in the middle of the closed hours, and only if they are known', async () => {
	const hours = [
		{ from: '09:00', to: '18:00' },
		{ from: '09:00', to: '23:00' },
		{ from: '20:00', to: '02:00' },
		{ from: '10:01', to: '10:00' },
		{ from: '10:00', to: '10:00' },
		{ from: '9:00', to: '18:00' },
		{ from: '25:00', to: '18:00' },
		{ from: '09:00\n', to: '18:00' },
		{ from: '٠٩:٠٠', to: '18:00' },
		{ from: 9, to: 18 },
		{ from: '09:00' },
		'always'
	];
	const minutes = await callPython('timing.nightly_minute(v)', hours);
	expect(minutes).toEqual([...[90, 240, 660, 600], ...Array(8).fill(null)]);
	// The page goes by the same rule: what it refuses restarts nothing.
	const refused = hours.map((given) => checkSettings({ hours: given }, ['en']).problems.length > 0);
	expect(minutes.map((minute: number | null) => minute === null)).toEqual(refused);
	expect(await callPython('timing.nightly_minute(v)', [null])).toEqual([null]);
});

test('only starts without a heartbeat are followed by a pause, short at first', async () => {
	const delays = await callPython('timing.restart_delay(v)', [0, 1, 2, 3, 4, 5, 6, 7, 50]);
	expect(delays).toEqual([0, 1, 2, 4, 8, 16, 30, 30, 30]);
});

test('a machine that is too slow gets more time each time', async () => {
	expect(await callPython('timing.boot_timeout(v)', [0, 1, 2, 3, 50])).toEqual([
		12, 24, 48, 60, 60
	]);
});

test('the heartbeat’s host is the only one let through, and it cannot let through more', async () => {
	const alone = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
	const heartbeats = [
		null,
		'https://monitor.example.org:8443/kiosk',
		'http://10.0.0.5',
		'https://*, EXCLUDE *',
		'monitor.example.org',
		7
	];
	expect(await callPython('browser.host_rules(v)', heartbeats)).toEqual([
		alone,
		`${alone}, EXCLUDE monitor.example.org`,
		`${alone}, EXCLUDE 10.0.0.5`,
		alone,
		alone,
		alone
	]);
});

test('the browser reaches every heartbeat that the settings take', async () => {
	const heartbeats = [
		'https://monitor.example.org',
		'HTTPS://Monitor.Example.ORG/Kiosk?key=A#top',
		'http://monitor.example.org?kiosk=1',
		'http://monitor.example.org#here',
		'http://monitor:8080/kiosk',
		'http://my_server.local./kiosk',
		'http://10.0.0.5:80/',
		'https://xn--mnchen-3ya.example/',
		'https://user:word@monitor.example.org/',
		'https://user@monitor.example.org/',
		'http://[2001:db8::5]/kiosk',
		'https://münchen.example/',
		'https://monitor.example.org:99999/',
		'http://10.5/',
		'http://0x0a000005/',
		'http:monitor.example.org',
		'http:\\\\monitor.example.org\\kiosk',
		' http://monitor.example.org/',
		'http://monitor%2eexample.org/',
		'http://*.example.org/'
	];
	const taken = heartbeats.filter(
		(heartbeat) => checkSettings({ heartbeat }, ['en']).settings.heartbeat !== null
	);
	expect(taken).toEqual(heartbeats.slice(0, 8));
	expect(await callPython('browser.host_rules(v)', taken)).toEqual(
		taken.map(
			(heartbeat) =>
				`MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE ${new URL(heartbeat).hostname}`
		)
	);
});

test('the nightly restart comes once, waits for a visitor, and not for a technician', async () => {
	// Minute of the day and state of the page at each look, from the start of the browser on.
	const looks = (...given: [number, string | null][]) => given;
	const nights = [
		looks([89, 'attract'], [90, 'attract'], [90, 'attract']),
		looks([89, 'attract'], [90, 'visit'], [91, 'choose'], [150, 'attract']),
		looks([89, 'health'], [90, 'health']),
		looks([89, null], [90, null]),
		// Started in that minute: it has just been restarted.
		looks([90, 'attract'], [90, 'attract'], [91, 'attract'], [89, 'attract'], [90, 'attract'])
	];
	const restarts = await callPython(
		'[night.is_now(minute, state) for night in [timing.NightlyRestart(90)] for minute, state in v]',
		nights
	);
	expect(restarts).toEqual([
		[false, true, true],
		[false, false, false, true],
		[false, true],
		[false, true],
		[false, false, false, false, true]
	]);
	const never = '[timing.NightlyRestart(None).is_now(minute, None) for minute in range(1440)]';
	expect(await callPython(`any(${never})`, [0])).toEqual([false]);
});

test('a settings file of Windows is read by the supervisor, and handed to the page as it is', async (context) => {
	const folder = packed(context);
	const text = '\uFEFF{\r\n\t"hours": {"from": "09:00", "to": "18:00"}\r\n}\r\n';
	writeFileSync(join(folder, 'kiosk.json'), text);
	const [settings] = await callPython('supervise.read_settings()', [0], { folder });
	expect(settings).toEqual({ hours: { from: '09:00', to: '18:00' } });
	const url = await serveAlone(context, folder);
	const bytes = Buffer.from(await (await fetch(`${url}kiosk.json`)).arrayBuffer());
	expect(bytes.equals(Buffer.from(text))).toBe(true);
});

test.for([
	[{ KIOSK_PORT: 'http' }, "KIOSK_PORT is 'http'; give a number from 1 to 65535."],
	[{ KIOSK_PORT: '70000' }, "KIOSK_PORT is '70000'; give a number from 1 to 65535."],
	[{ KIOSK_SECONDS: 'beat=2' }, "KIOSK_SECONDS has 'beat=2'; give name=number"],
	[{ KIOSK_SECONDS: 'pollInterval=0' }, "KIOSK_SECONDS has 'pollInterval=0'; give name=number"]
] as const)('a wrong variable is named in one sentence: %j', async ([env, sentence], context) => {
	const program = join(packed(context), 'serve.py');
	const ended = execute(PYTHON, [program], { env: { ...process.env, ...env } });
	const { code, stderr } = await ended.catch((error) => error);
	expect(code).toBe(1);
	expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
});

test('other times can be given by their names, for tests', async () => {
	const env = { KIOSK_SECONDS: 'bootTimeout=1.5 longestBootTimeout=4' };
	const timeouts = await callPython('timing.boot_timeout(v)', [0, 1, 2], { env });
	expect(timeouts).toEqual([1.5, 3, 4]);
});

test('the server runs without anything that Windows lacks', async (context) => {
	const folder = packed(context);
	const run = temporary(context);
	const before = [
		// Only the standard library; no text file is opened with the encoding of the system (from Python 3.10 on).
		...['-S', '-E', '-X', 'warn_default_encoding', '-W', 'error::EncodingWarning'],
		'kiosk-runtime/tests/as-windows.py'
	];
	const first = await serveUntil(context, folder, { run, before });
	expect(await (await fetch(`${first.url}kiosk/`)).text()).toBe(SITE['kiosk/index.html']);
	expect((await fetch(`${first.url}maps/two%20words%20%C3%A9.svg`)).status).toBe(200);
	expect((await fetch(`${first.url}kiosk.json`)).status).toBe(200);
	expect((await post(first.url, '{"start":"a","visits":3,"errors":["é"]}')).status).toBe(204);
	expect((await statusAt(first.url, '?verify=1')).manifest?.ok).toBe(true);

	// There two servers could share a port, and each would get some of the requests.
	const given = { run, before, first: Number(new URL(first.url).port) };
	const second = await serveUntil(context, folder, given);
	expect(second.url).not.toBe(first.url);
	expect(await statusAt(second.url)).toMatchObject({ visits: 3, errors: ['é'] });
});

test('nothing newer than Python 3.8 is used', async () => {
	const check = `import ast, pathlib
for path in pathlib.Path('.').rglob('*.py'):
    ast.parse(path.read_text(encoding='utf-8'), str(path), feature_version=(3, 8))`;
	await execute(PYTHON, ['-B', '-c', check], { cwd: 'kiosk-runtime/shipped' });
});
