/** The published site as a museum runs it: faults in the middle of a visit, damaged files, and nothing that leaves. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { beforeAll, expect, type TestContext } from 'vitest';
import { BEAT_FIELDS } from '../../tests/support/beat-fields';
import { pack } from '../pack.mjs';
import { hurryRestingPage, SHIPPED_SECONDS, statusAt, temporary, test, write } from './kiosk';
import { MISSING } from './python';
import { back, BACK, DRIVEN, inPage, look, renderersOf, startKiosk, supervisorOf } from './screen';

/** The kiosk's own page has its own times, and the runtime those that fit. */
const seconds = SHIPPED_SECONDS;

interface NetLog {
	constants: { logEventTypes: Record<string, number> };
	events: { type: number; source: { id: number }; params?: Record<string, unknown> }[];
}

/** Chromium's own record of the network; it ends in the middle when the browser is ended. */
function readNetLog(path: string): NetLog {
	const text = readFileSync(path, 'utf8');
	try {
		return JSON.parse(text);
	} catch {
		return JSON.parse(`${text.slice(0, text.lastIndexOf('},\n') + 1)}]}`);
	}
}

/** Everything that a visitor can come to, once. */
async function playVisit(page: Page): Promise<void> {
	const phase = (name: string) =>
		page.locator(`[data-kiosk][data-phase="${name}"]`).waitFor({ state: 'attached' });
	/** What is seen is drawn: pictures, letters, and the map in detail where a passage has it. */
	const drawn = async () => {
		await page.locator('[data-map][data-settled="true"]').waitFor({ state: 'attached' });
		await page.waitForFunction(() => !document.querySelector('[data-settled="false"]'));
		const pictures = await page.evaluate(() =>
			Promise.all(
				[...document.images]
					.filter((image) => image.checkVisibility())
					.map(async (image) => {
						await image.decode().catch(() => {});
						return [image.currentSrc, image.naturalWidth];
					})
			)
		);
		expect(pictures.filter(([, width]) => !width)).toEqual([]);
		const faces = await page.evaluate(async () => {
			await document.fonts.ready;
			const seen = [...document.querySelectorAll('button, p, h2')].filter((element) =>
				element.checkVisibility()
			);
			const asked = new Set(
				seen.map((element) => {
					const { fontWeight, fontFamily } = getComputedStyle(element);
					return `${fontWeight} 16px ${fontFamily.split(',')[0]}`;
				})
			);
			return [...asked].map((face) => [face, document.fonts.check(face)]);
		});
		expect(faces.length).toBeGreaterThan(0);
		expect(faces.filter(([, loaded]) => !loaded)).toEqual([]);
	};
	const close = () => page.locator('dialog [data-close]').click();

	await page.locator('[data-kiosk][data-phase="attract"][data-ready="true"]').click();
	await phase('choose');
	await page.locator('[data-tour="full"]').click();
	await phase('visit');
	let opened = new Set<string>();
	for (let passage = 0; passage < 16; passage += 1) {
		await drawn();
		for (const opener of await page.locator('[data-open]').all()) {
			if (!(await opener.isVisible())) continue;
			const what = (await opener.getAttribute('data-open')) ?? '';
			const kind = what.split(/[:-]/)[0] ?? what;
			if (opened.has(kind)) continue;
			opened = opened.add(kind);
			await opener.click();
			await page.locator('dialog[open]').waitFor();
			await drawn();
			if (kind === 'home') {
				const codes = page.locator('dialog [data-qr] path');
				expect(await codes.count()).toBe(2);
				for (const code of await codes.all())
					expect((await code.getAttribute('d'))?.length).toBeGreaterThan(500);
			}
			await close();
		}
		if (!opened.has('card') && (await page.locator('.table [data-card]').count()) > 0) {
			await page.locator('.table [data-card]').first().click();
			await page.locator('dialog[open]').waitFor();
			await drawn();
			await close();
			opened = opened.add('card');
		}
		await page.locator('[data-next]').click();
	}
	await page.locator('[data-back]').click();
	await drawn();
	expect([...opened].sort()).toEqual(['card', 'home', 'names', 'notes', 'panel', 'signs']);
	// A settled map shows its detail where there is any.
	const detail = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter(({ name }) => /\/detail\.[^/]*json$/.test(name))
			.map((entry) => (entry as PerformanceResourceTiming).decodedBodySize)
	);
	expect(Math.max(0, ...detail)).toBeGreaterThan(100_000);
	const broken = await page.evaluate(() =>
		[...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family)
	);
	expect(broken).toEqual([]);
	await page.locator('[data-restart]').click();
	await phase('choose');
}

let packed: string;
beforeAll(() => {
	if (MISSING) return;
	const out = mkdtempSync(join(tmpdir(), 'kiosk-published-'));
	// Once, because it takes seconds in which no other test of this file goes on.
	packed = pack({ site: 'build', out, version: '1.0.0', commit: null }).folder;
	return () => rmSync(out, { recursive: true });
}, 60_000);

/** The site as it was built last, packed. */
async function published(context: TestContext) {
	const folder = join(temporary(context), 'kiosk');
	await cp(packed, folder, { recursive: true });
	return folder;
}

/** Waits until a page that was loaded after `since` (ms since 1970) is in its attract loop. */
async function attracts(context: TestContext, url: string, start: number, since = Date.now()) {
	const browser = await back(context, url, start, since);
	context.expect((await statusAt(url)).beat?.state).toBe('attract');
	return browser;
}

test('damage found while the page runs: it makes room for the resting page, and comes back when it is repaired', async (context) => {
	const folder = await published(context);
	hurryRestingPage(folder);
	const { url, begun } = await startKiosk(context, folder, { seconds });
	await attracts(context, url, 1, begun);
	const words = join(folder, 'site/kiosk/index.html');
	const sound = readFileSync(words, 'utf8');
	writeFileSync(words, sound.replace('<main', '<mian'));
	await statusAt(url, '?verify=1');
	const state = async () => (await look(url))?.beat?.state;
	await context.expect.poll(state, BACK).toBe('idle');
	writeFileSync(words, sound);
	// With the shipped times the resting page asks once a minute.
	await context.expect.poll(state, { ...BACK, timeout: 75_000 }).toBe('attract');
	context.expect((await statusAt(url)).supervisor).toMatchObject({ starts: 1, failures: 0 });
}, 120_000);

/** A visitor starts to read on the screen. */
async function beginVisit(context: TestContext, { url, run }: { url: string; run: string }) {
	await inPage(context, run, async (page) => {
		await page.locator('[data-kiosk][data-ready="true"]').waitFor();
		await page.mouse.click(500, 500);
		await page.locator('[data-tour="full"]').click();
		await page.locator('[data-phase="visit"]').waitFor();
	});
	await context.expect.poll(async () => (await statusAt(url)).beat?.state, BACK).toBe('visit');
}

test('the page is killed or hangs in the middle of a visit: the attract loop is soon back, and no visit is forgotten', async (context) => {
	const folder = await published(context);
	const kiosk = await startKiosk(context, folder, { seconds, browserArgs: DRIVEN });
	const { url, begun } = kiosk;
	let browser = await attracts(context, url, 1, begun);

	await beginVisit(context, kiosk);
	for (const { pid } of renderersOf(browser)) process.kill(pid, 'SIGKILL');
	browser = await attracts(context, url, 2);

	await beginVisit(context, kiosk);
	for (const { pid } of renderersOf(browser)) process.kill(pid, 'SIGSTOP');
	await attracts(context, url, 3);
	expect(await statusAt(url)).toMatchObject({ visits: 2, errors: [] });
}, 120_000);

test('browser or server is killed in the middle of a visit: the same, and the health page tells all of it', async (context) => {
	const folder = await published(context);
	const kiosk = await startKiosk(context, folder, { seconds, browserArgs: DRIVEN });
	const { url, run, shell, begun } = kiosk;
	const browser = await attracts(context, url, 1, begun);

	await beginVisit(context, kiosk);
	process.kill(browser, 'SIGKILL');
	await attracts(context, url, 2);

	await beginVisit(context, kiosk);
	process.kill(supervisorOf(shell), 'SIGKILL');
	await attracts(context, url, 1);
	expect(await statusAt(url)).toMatchObject({ visits: 2, errors: [] });

	await inPage(context, run, async (page) => {
		for (let i = 0; i < 5; i += 1) await page.keyboard.press('Escape');
		await page.waitForURL(/\/kiosk\/health\//);
		const told = (part: string) => page.locator(`[data-line="${part}"] dd`);
		await told('files').getByText('Every file is as it was packed.').waitFor();
		await told('visits').getByText(/^2$/).waitFor();
		await told('last').getByText('None since the local server was started.').waitFor();
	});
}, 120_000);

test('the heartbeat reaches the address in kiosk.json as a plain request, and tells nothing of a visitor', async (context) => {
	const heard: { method?: string; type?: string; body: Record<string, unknown> }[] = [];
	const monitor = createServer(async (request, response) => {
		let text = '';
		for await (const chunk of request) text += chunk;
		const { method } = request;
		heard.push({ method, type: request.headers['content-type'], body: JSON.parse(text || '{}') });
		response.writeHead(204).end();
	});
	await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
	context.onTestFinished(() => void monitor.close());
	const { port } = monitor.address() as AddressInfo;
	const folder = await published(context);
	write(folder, { 'kiosk.json': `{"heartbeat":"http://127.0.0.1:${port}/kiosk?key=1"}` });
	await startKiosk(context, folder, { seconds });
	await context.expect.poll(() => heard.length, BACK).toBeGreaterThan(0);
	expect(heard[0]).toMatchObject({
		method: 'POST',
		type: expect.stringMatching(/^text\/plain/),
		body: { state: 'attract', visits: 0, errors: [] }
	});
	expect(Object.keys(heard[0]?.body ?? {}).sort()).toEqual(BEAT_FIELDS);
}, 60_000);

test('the kiosk’s page comes whole from this machine, a visit is played, and nothing leaves it', async (context) => {
	const folder = await published(context);
	const notes = temporary(context);
	const netLog = join(notes, 'net.json');
	const { url, run, stop } = await startKiosk(context, folder, {
		seconds,
		browserArgs: `--log-net-log=${netLog} ${DRIVEN}`
	});
	await context.expect
		.poll(async () => Number((await statusAt(url)).beat?.uptime), BACK)
		.toBeGreaterThan(4000);
	expect((await statusAt(url)).manifest).toMatchObject({ ok: true });
	const trouble: string[] = [];
	await inPage(context, run, async (page) => {
		expect(page.url().startsWith(url)).toBe(true);
		page.on('pageerror', ({ message }) => trouble.push(message));
		page.on('requestfailed', (request) => trouble.push(`failed: ${request.url()}`));
		page.on('response', (response) => {
			if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
		});
		await playVisit(page);
	});
	expect(trouble).toEqual([]);
	await stop();

	const { constants, events } = readNetLog(netLog);
	const named = (name: string) =>
		events.filter(({ type }) => type === constants.logEventTypes[name]);
	const connected = named('TCP_CONNECT_ATTEMPT').flatMap(({ params }) => params?.address ?? []);
	expect(connected.length).toBeGreaterThan(0);
	const here = new URL(url).host;
	expect(connected.filter((address) => address !== here)).toEqual([]);
	expect(named('UDP_BYTES_SENT')).toEqual([]);

	const requests = new Map<number, string>();
	for (const { source, params } of named('URL_REQUEST_START_JOB')) {
		if (typeof params?.url === 'string') requests.set(source.id, params.url);
	}
	const ours = [...requests].filter(([, address]) => address.startsWith(url));
	expect(ours.map(([, address]) => address.split('?')[0])).toContain(`${url}kiosk/`);
	const failed = named('FAILED').filter(({ source }) => ours.some(([id]) => id === source.id));
	const refused = named('HTTP_TRANSACTION_READ_RESPONSE_HEADERS').filter(
		({ source, params }) =>
			ours.some(([id]) => id === source.id) &&
			!/ (200|204|304) /.test(String((params?.headers as string[])?.[0]))
	);
	const addresses = [...failed, ...refused].map(({ source }) => requests.get(source.id));
	expect(addresses).toEqual([]);
}, 180_000);
