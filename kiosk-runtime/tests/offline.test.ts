/** The published site as a museum runs it, with the network cut off before the first request. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { pack } from '../pack.mjs';
import { RUNTIMES, startKiosk, statusAt, temporary } from './kiosk';

/** The site as it was built last. */
const SITE = 'build';

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

/** The port that the browser listens on for whoever looks into it; it writes it into its profile. */
async function lookInto(run: string): Promise<Browser> {
	const port = () => {
		const profile = readdirSync(run).find((name) => name.startsWith('profile-'));
		const file = join(run, profile ?? '-', 'DevToolsActivePort');
		return existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined;
	};
	await expect.poll(port, { timeout: 30_000 }).toMatch(/^\d+$/);
	return chromium.connectOverCDP(`http://127.0.0.1:${port()}`);
}

/** Everything that a visitor can come to, once. */
async function playVisit(page: Page): Promise<void> {
	const phase = (name: string) =>
		page.locator(`[data-kiosk][data-phase="${name}"]`).waitFor({ state: 'attached' });
	/** What is seen is drawn: pictures, letters, and the map in detail where a passage has it. */
	const drawn = async () => {
		await page.locator('[data-map][data-settled="true"]').waitFor();
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

for (const runtime of RUNTIMES)
	test(`${runtime}: the kiosk’s page comes whole from this machine, a visit is played, and nothing leaves it`, async (context) => {
		const { folder } = pack({
			site: SITE,
			out: temporary(context),
			version: '1.0.0',
			commit: null
		});
		const notes = temporary(context);
		const netLog = join(notes, 'net.json');
		const { url, run, stop } = await startKiosk(context, folder, runtime, {
			browserArgs: `--log-net-log=${netLog} --remote-debugging-port=0 --window-size=1080,1920`
		});
		await expect
			.poll(async () => Number((await statusAt(url)).beat?.uptime), { timeout: 30_000 })
			.toBeGreaterThan(4000);
		expect((await statusAt(url)).manifest).toMatchObject({ ok: true });
		const browser = await lookInto(run);
		const page = browser
			.contexts()[0]
			?.pages()
			.find((open) => open.url().startsWith(url));
		if (!page) throw new Error('The browser that start.sh started has no page of the kiosk.');
		const trouble: string[] = [];
		page.on('pageerror', ({ message }) => trouble.push(message));
		page.on('requestfailed', (request) => trouble.push(`failed: ${request.url()}`));
		page.on('response', (response) => {
			if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
		});
		await playVisit(page);
		expect(trouble).toEqual([]);
		await browser.close();
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
