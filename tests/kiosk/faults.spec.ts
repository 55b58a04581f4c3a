import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import {
	expectPhase,
	goTo,
	kiosk,
	openKiosk,
	pass,
	passage,
	touch,
	visit,
	watchKiosk
} from '../support/kiosk';
import { BEAT_FIELDS } from '../support/beat-fields';

test.use({ viewport: { width: 1080, height: 1920 } });

const health = (page: Page, part: string) => page.locator(`.health [data-line="${part}"] dd`);

for (const [name, fault] of [
	['an exception', "queueMicrotask(() => { throw new TypeError('broken on purpose'); })"],
	['a promise that nobody caught', "void Promise.reject(new TypeError('broken on purpose'))"]
] as const) {
	test(`${name}: back to the attract loop, a fresh page, and a line for the technician`, async ({
		page
	}) => {
		await openKiosk(page);
		await page.clock.fastForward(61_000);
		await visit(page);
		await page.locator('[data-open]').first().click();
		const again = page.waitForEvent('load');
		await page.evaluate((code) => new Function(code)(), fault);
		await again;
		await expectPhase(page, 'attract');
		await expect(page.locator('dialog')).toHaveCount(0);
		await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
		await page.goto('/kiosk/health/');
		await expect(health(page, 'errors')).toContainText('TypeError: broken on purpose');
		await expect(health(page, 'visits')).toHaveText('1');
	});
}

test('an exception right at the start does not make the page start again and again', async ({
	page
}) => {
	await openKiosk(page);
	await page.evaluate(() => {
		Object.assign(window, { sameLoad: true });
		queueMicrotask(() => {
			throw new Error('at once');
		});
	});
	await page.clock.fastForward(10_000);
	await expectPhase(page, 'attract');
	expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
	await touch(page);
	await expectPhase(page, 'choose');
	await page.goto('/kiosk/health/');
	await expect(health(page, 'errors')).toContainText('at once');
});

/** From now on the page, or every page that is loaded from now on, has an error a second. */
const storm = () =>
	void setInterval(
		// Not in the timer itself: the clock that the test holds would hear of it instead of the page.
		() =>
			queueMicrotask(() => {
				throw new Error('once more');
			}),
		1000
	);

test('an error every second: the page starts afresh all the same, and each time it fails at once it is given longer', async ({
	page
}) => {
	await openKiosk(page);
	await page.addInitScript(storm);
	await page.reload();
	let loads = 0;
	page.on('load', () => (loads += 1));
	for (const [round, seconds] of [15, 30, 60].entries()) {
		await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
		await pass(page, (seconds - 4) * 1000);
		expect(loads).toBe(round);
		await pass(page, 6000);
		await expect.poll(() => loads).toBe(round + 1);
	}
	await expectPhase(page, 'attract');
});

test('an error every second right after the start: whoever reads is sent away every ten seconds, not every second', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page);
	await page.evaluate(storm);
	await page.clock.runFor(1500);
	await expectPhase(page, 'attract');
	await visit(page);
	await goTo(page, 'hosts');
	await page.clock.runFor(5000);
	await expect(passage(page)).toHaveAttribute('id', 'hosts');
	await page.clock.runFor(6000);
	await expectPhase(page, 'attract');
});

test('a screen that no longer follows is loaded anew, even while somebody touches it', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page);
	const again = page.waitForEvent('load');
	// As when what draws the page has broken: the kiosk is at the loop's start, the screen is not.
	await page.evaluate(() => {
		const screen = document.querySelector<HTMLElement>('[data-kiosk]');
		const stuck = () => {
			if (screen && screen.dataset.phase !== 'visit') screen.dataset.phase = 'visit';
		};
		if (screen) new MutationObserver(stuck).observe(screen, { attributes: true });
		queueMicrotask(() => {
			throw new Error('broken on purpose');
		});
	});
	await page.mouse.click(540, 400);
	await page.clock.runFor(250);
	await again;
	await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
	await expectPhase(page, 'attract');
});

test('a network that is away: no browser’s error page in place of a kiosk that should start afresh', async ({
	page
}) => {
	await openKiosk(page);
	await page.clock.fastForward(61_000);
	await page.evaluate(() => Object.assign(window, { sameLoad: true }));
	await page.context().setOffline(true);
	await page.evaluate(() =>
		queueMicrotask(() => {
			throw new Error('broken on purpose');
		})
	);
	await page.clock.runFor(8000);
	await visit(page);
	expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
	// Nor does a way that cannot be gone leave an error page behind.
	for (let i = 0; i < 5; i += 1) await page.keyboard.press('Escape');
	await page.clock.runFor(1000);
	await expectPhase(page, 'visit');
	await page.context().setOffline(false);
	const again = page.waitForEvent('load');
	await page.clock.fastForward(160_000);
	await page.clock.runFor(1000);
	await again;
	await expectPhase(page, 'attract');
});

test('scripts that do not come at all: the page is loaded again until they do, and only when it can be had', async ({
	page
}) => {
	await page.clock.install();
	await page.route('**/_app/immutable/entry/app.*.js', (route) => route.abort());
	await page.goto('/kiosk/');
	await expect(kiosk(page)).toHaveAttribute('data-ready', 'false');
	await page.evaluate(() => Object.assign(window, { sameLoad: true }));
	await page.context().setOffline(true);
	await page.clock.runFor(9000);
	expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
	await page.context().setOffline(false);
	await page.unroute('**/_app/immutable/entry/app.*.js');
	const again = page.waitForEvent('load');
	await page.clock.runFor(9000);
	await again;
	await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
});

/** The page draws no more, as when its process is stuck. */
const freeze = () => {
	window.requestAnimationFrame = () => 0;
};

test('no frame for ten seconds, in a browser without workers: the page starts afresh', async ({
	page
}) => {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
	await openKiosk(page);
	await visit(page);
	const again = page.waitForEvent('load');
	await page.evaluate(freeze);
	await page.clock.runFor(15_000);
	await again;
	await expectPhase(page, 'attract');
});

// A worker keeps its own time: these seconds are real.
test('no frame for ten seconds: the page starts afresh', { tag: '@full' }, async ({ page }) => {
	await openKiosk(page);
	await visit(page);
	const again = page.waitForEvent('load', { timeout: 20_000 });
	await page.evaluate(freeze);
	await again;
	await expectPhase(page, 'attract');
});

test('a clock that jumps: back to the attract loop, and the next visit is as ever', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page);
	for (const year of ['1970', '2038']) {
		await page.clock.setSystemTime(new Date(`${year}-01-02T12:00:00`));
		await expectPhase(page, 'attract');
		await visit(page);
		await goTo(page, 'october');
	}
});

test('denied storage: everything works, and nobody says that there were no visits', async ({
	page
}) => {
	const trouble = watchKiosk(page);
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			});
		}
	});
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'hosts');
	expect(trouble()).toEqual([]);
	await page.goto('/kiosk/health/');
	await expect(health(page, 'visits')).toContainText('This browser keeps nothing');
	expect(trouble()).toEqual([]);
});

test('a full disk: the visit goes on', async ({ page }) => {
	const trouble = watchKiosk(page);
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'hosts');
	expect(trouble()).toEqual([]);
});

test('parts that do not come (flights, detail): a map that cuts, and the visit goes on', async ({
	page
}) => {
	const exceptions: string[] = [];
	page.on('pageerror', (error) => exceptions.push(error.message));
	const first = await (await page.request.get('/kiosk/')).text();
	await page.route('**/_app/immutable/chunks/*.js', async (route) => {
		const file = route.request().url().split('/').at(-1) ?? '-';
		// The page's own parts come; those that are fetched later do not.
		const text = await (await route.fetch()).text();
		if (!first.includes(file) && text.includes('exponent')) await route.abort();
		else await route.fallback();
	});
	await page.route('**/detail.*.json', (route) => route.abort());
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'empty-chairs');
	await expect(page.locator('[data-map]')).toHaveAttribute('data-beat-shown', 'empty-chairs');
	const land = await page.locator('[data-map] .land').getAttribute('d');
	expect(land?.length).toBeGreaterThan(300);
	expect(exceptions).toEqual([]);
});

test('map data that does not come: still maps, and the visit goes on', async ({ page }) => {
	await page.route(/\/(world|detail)\.[^/]*json$/, (route) =>
		route.fulfill({ status: 404, body: 'gone' })
	);
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'october');
	const still = page.locator('[data-map] img');
	await expect(still).toHaveAttribute('src', /maps\/october\.svg$/);
	expect(
		await still.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
	).toBeGreaterThan(0);
	await expect(passage(page)).toHaveAttribute('id', 'october');
});

test('pictures that do not come: maps and the table, and the visit goes on; they are there when the loop has asked again', async ({
	page
}) => {
	const exceptions: string[] = [];
	page.on('pageerror', (error) => exceptions.push(error.message));
	let there = false;
	await page.route('**/pictures.json', (route) =>
		there ? route.fallback() : route.fulfill({ status: 404, body: 'gone' })
	);
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'telephone');
	await expect(page.locator('[data-map]')).toBeVisible();
	await expect(page.locator('[data-person="dorticos"]')).toBeVisible();
	there = true;
	await page.clock.fastForward(151_000);
	await expectPhase(page, 'attract');
	const scene = () => page.locator('[data-attract]').getAttribute('data-scene');
	while ((await scene()) !== '2') await page.clock.fastForward(1000);
	await expect(page.locator('[data-picture="room"]')).toBeVisible();
	expect(exceptions).toEqual([]);
});

test('wrong values in kiosk.json are said in sentences, and the defaults stand in their place', async ({
	page
}) => {
	const wrong = {
		idleSeconds: 5,
		tour: 'ten',
		home: 'museum.example',
		idel: 60,
		languages: ['xx']
	};
	await openKiosk(page, '', wrong);
	await touch(page);
	await expectPhase(page, 'choose');
	await page.goto('/kiosk/health/');
	const settings = health(page, 'settings');
	await expect(settings).toContainText(
		'“idleSeconds” is 5; it must be a number from 60 to 300. 120 is in use.'
	);
	await expect(settings).toContainText('“tour” is "ten"; it must be "ask", "2", "5" or "full"');
	await expect(settings).toContainText(
		'“home” is "museum.example"; it must be null, or the whole address of the folder'
	);
	await expect(settings).toContainText('a field “idel”, which means nothing');
	await expect(settings).toContainText('languages that this build has (en)');
	await expect(settings.getByRole('listitem').filter({ hasText: 'idleSeconds' })).toContainText(
		'120'
	);
});

for (const [name, answer] of [
	['missing', { status: 404, body: 'gone' }],
	['no JSON', { status: 200, body: '{"tour":' }]
] as const) {
	test(
		`kiosk.json that is ${name}: all defaults, and a sentence`,
		{ tag: '@full' },
		async ({ page }) => {
			await page.route('**/kiosk.json', (route) => route.fulfill(answer));
			await openKiosk(page);
			await touch(page);
			await expectPhase(page, 'choose');
			await page.goto('/kiosk/health/');
			await expect(health(page, 'settings')).toContainText('kiosk.json could not be read');
		}
	);
}

test('the health page: version, files, fonts, screen, memory, touch test, and the way back', async ({
	page
}) => {
	const trouble = watchKiosk(page);
	await page.goto('/kiosk/health/?diag=55');
	await expect(health(page, 'version')).toHaveText(
		/^\d+\.\d+\.\d+, build \d+\.\d+\.\d+-[0-9a-f]{12}\s*$/
	);
	await expect(health(page, 'files')).toContainText('No local server answers here');
	await expect(health(page, 'fonts')).toHaveText('All 4 are loaded.');
	await expect(health(page, 'screen')).toContainText('1080 × 1920 px at 55 inches');
	await expect(health(page, 'memory')).toContainText('MB');
	await expect(health(page, 'errors')).toHaveText('No error is known.');
	await expect(health(page, 'last')).toHaveText('No supervisor answers here.');
	await expect(health(page, 'visits')).toHaveText('0');
	await page.locator('[data-touch]').click();
	await page.keyboard.press('ArrowUp');
	await expect(page.locator('.health [data-touches]')).toHaveText('Touches: 1. Last key: ArrowUp.');
	const length = await page.evaluate(() => history.length);
	await page.locator('.health [data-back]').click();
	await expect(page).toHaveURL(/\/kiosk\/\?diag=55$/);
	expect(await page.evaluate(() => history.length)).toBe(length);
	expect(trouble()).toEqual([]);
});

test('the health page has the files compared now, and names what is not as packed', async ({
	page
}) => {
	const manifest = { ok: false, damaged: ['geo/world.json'], missing: [], extra: ['notes.txt'] };
	const asked: string[] = [];
	await page.route('**/kiosk-status*', (route) => {
		asked.push(new URL(route.request().url()).search);
		return route.fulfill({ json: { manifest, uptime: 7_380_000 } });
	});
	await page.goto('/kiosk/health/');
	await expect(health(page, 'files')).toContainText(
		'Damaged: geo/world.json. Missing: none. Not ours: notes.txt.'
	);
	await expect(health(page, 'up')).toContainText('the local server for 2 h 3 min');
	expect(asked[0]).toBe('?verify=1');
});

test('the health page tells what outlived the browser: visits, errors, the last restart', async ({
	page
}) => {
	const manifest = { ok: true, damaged: [], missing: [], extra: [] };
	const supervisor = {
		starts: 3,
		failures: 2,
		lastFailure: 'No heartbeat for 8 seconds.',
		lastFailureAt: '2026-05-04T10:00:00.000Z'
	};
	const errors = ['2026-05-04T09:00:00.000Z TypeError: of another start', 'without a time'];
	let visits = 41;
	await page.clock.install();
	await page.route('**/kiosk-status*', (route) =>
		route.fulfill({ json: { manifest, uptime: 5000, visits, errors, supervisor } })
	);
	await page.goto('/kiosk/health/');
	await expect(health(page, 'files')).toHaveText('Every file is as it was packed.');
	await expect(health(page, 'visits')).toHaveText('41');
	await expect(health(page, 'errors').getByRole('paragraph')).toHaveText([
		/2026, .*: TypeError: of another start$/,
		'without a time'
	]);
	await expect(health(page, 'last')).toHaveText(
		/2026.*: No heartbeat for 8 seconds\. In the last ten minutes: 2\.\s*$/
	);
	visits = 42;
	await page.clock.fastForward(11_000);
	await expect(health(page, 'visits')).toHaveText('42');
});

for (const [name, answer, sentence] of [
	[
		'cannot read its manifest',
		{ manifest: null, message: 'manifest.json is missing or cannot be read.', uptime: 5000 },
		'The local server could not check the files: manifest.json is missing or cannot be read.'
	],
	[
		'does not say why it checked nothing',
		{ uptime: 5000 },
		'The local server could not check the files: it does not say why.'
	]
] as const) {
	test(`a local server that ${name} is not called away`, async ({ page }) => {
		await page.route('**/kiosk-status*', (route) => route.fulfill({ json: answer }));
		await page.goto('/kiosk/health/');
		await expect(health(page, 'files')).toHaveText(sentence);
		await expect(page.locator('.bad[data-line="files"]')).toHaveCount(1);
		await expect(health(page, 'last')).toHaveText('No supervisor answers here.');
		await expect(health(page, 'errors')).toHaveText('No error is known.');
	});
}

test('a home address that leads to this machine is a fault, another is none', async ({ page }) => {
	await page.goto('/kiosk/health/');
	await expect(health(page, 'home')).toContainText('where a visitor’s phone finds nothing');
	await expect(page.locator('.bad[data-line="home"]')).toHaveCount(1);
	await page.route('**/kiosk.json', (route) =>
		route.fulfill({ json: { home: 'https://museum.example/telegram/' } })
	);
	await page.reload();
	await expect(health(page, 'home')).toHaveText(
		'The codes lead to https://museum.example/telegram/'
	);
	await expect(page.locator('.bad[data-line="home"]')).toHaveCount(0);
});

test('the supervisor’s name for the browser stays with the page, on the way to health and back too', async ({
	page
}) => {
	const beats: { start?: string; state?: string }[] = [];
	await page.route('**/kiosk-beat', (route) => {
		beats.push(route.request().postDataJSON());
		return route.fulfill({ status: 204 });
	});
	const tells = (state: string) =>
		expect
			.poll(() => beats.filter((beat) => beat.state === state).map(({ start }) => start))
			.toContain('abc');
	await openKiosk(page, '?start=abc');
	await tells('attract');
	for (let i = 0; i < 5; i += 1) await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/kiosk\/health\/\?start=abc$/);
	await tells('health');
	beats.length = 0;
	await page.locator('.health [data-back]').click();
	await expect(page).toHaveURL(/\/kiosk\/\?start=abc$/);
	await tells('attract');
	await page.reload();
	beats.length = 0;
	await tells('attract');
	expect(new Set(beats.map(({ start }) => start))).toEqual(new Set(['abc']));
});

test('staff come to the health page by five taps in the corner, or by Escape five times', async ({
	page
}) => {
	await openKiosk(page);
	for (let i = 0; i < 5; i += 1) await page.mouse.click(8, 8);
	await expect(page).toHaveURL(/\/kiosk\/health\/$/);
	await page.goto('/kiosk/');
	await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
	for (let i = 0; i < 5; i += 1) await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/kiosk\/health\/$/);
});

test('signs of life: the local server hears them with nothing of a visitor, a static host is left alone', async ({
	page
}) => {
	const beats: Record<string, unknown>[] = [];
	let deaf = false;
	await page.route('**/kiosk-beat', async (route) => {
		beats.push(route.request().postDataJSON());
		await route.fulfill({ status: deaf ? 404 : 204 });
	});
	await openKiosk(page);
	await visit(page);
	/** Lets time pass until something is true. */
	const until = (reached: () => boolean) =>
		expect(async () => {
			await page.clock.runFor(2100);
			expect(reached()).toBe(true);
		}).toPass();
	await until(() => beats.filter(({ state }) => state === 'visit').length > 1);
	expect(Object.keys(beats.at(-1) ?? {}).sort()).toEqual(BEAT_FIELDS);
	deaf = true;
	const heard = beats.length;
	await until(() => beats.length === heard + 1);
	await page.clock.runFor(10_000);
	expect(beats.length).toBe(heard + 1);
});

test('after twenty visits the quiet page starts afresh', async ({ page }) => {
	await openKiosk(page);
	await page.evaluate(() => Object.assign(window, { sameLoad: true }));
	for (let i = 0; i < 19; i += 1) {
		await touch(page);
		await expectPhase(page, 'choose');
		await page.clock.fastForward(151_000);
		await expectPhase(page, 'attract');
	}
	expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
	await touch(page);
	await expectPhase(page, 'choose');
	const again = page.waitForEvent('load');
	await page.clock.fastForward(151_000);
	await page.clock.fastForward(1000);
	await again;
	await expectPhase(page, 'attract');
});

test('a configured address hears every minute that the kiosk is well, in a plain request, and nothing of a visitor', async ({
	page
}) => {
	const heard: { method: string; type: string; from: string; body: string }[] = [];
	const monitor = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', (text) => (body += text));
		request.on('end', () => {
			const { cookie = '', referer = '' } = request.headers;
			const type = request.headers['content-type'] ?? '';
			heard.push({ method: request.method ?? '', type, from: cookie + referer, body });
			// It allows nobody anything, and is not in order either.
			response.writeHead(500).end('no');
		});
	});
	await new Promise<void>((ready) => monitor.listen(0, '127.0.0.1', ready));
	const root = mkdtempSync(join(tmpdir(), 'telegram-1856-heartbeat-'));
	cpSync('build', root, { recursive: true });
	const address = `http://127.0.0.1:${(monitor.address() as AddressInfo).port}/kiosk`;
	writeFileSync(join(root, 'kiosk.json'), JSON.stringify({ heartbeat: address }));
	const site = await serve({ root, port: 0 });
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => errors.push(message.text()));
	try {
		await page.clock.install({ time: new Date('2026-05-04T12:00:00') });
		await page.goto(`${site.url}kiosk/`);
		await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
		await page.clock.runFor(2000);
		await expect.poll(() => heard.length).toBe(1);
		await visit(page);
		await pass(page, 40_000);
		expect(heard.length).toBe(1);
		await pass(page, 22_000);
		await expect.poll(() => heard.length).toBe(2);
		for (const { method, type, from } of heard) {
			expect([method, type, from]).toEqual(['POST', 'text/plain;charset=UTF-8', '']);
		}
		const [first, second] = heard.map(({ body }) => JSON.parse(body));
		expect([first.state, second.state]).toEqual(['attract', 'visit']);
		expect(second.version).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{12}\s*$/);
		expect(Object.keys(second).sort()).toEqual(BEAT_FIELDS);
		// A monitor that is gone is no error.
		monitor.closeAllConnections();
		monitor.close();
		await pass(page, 62_000);
		await expectPhase(page, 'visit');
		const ours = /kiosk-(beat|status)|404|ERR_CONNECTION|500 \(|blocked by Playwright/;
		expect(errors.filter((text) => !ours.test(text))).toEqual([]);
		await page.goto(`${site.url}kiosk/health/`);
		await expect(health(page, 'errors')).toContainText('No error');
	} finally {
		monitor.close();
		await site.close();
		rmSync(root, { recursive: true, force: true });
	}
});

test('without a configured address nobody is told, and the policy lets nobody be told', async ({
	page
}) => {
	const told: string[] = [];
	page.on('request', (request) => {
		if (new URL(request.url()).hostname !== 'localhost') told.push(request.url());
	});
	await openKiosk(page);
	await pass(page, 62_000);
	expect(told).toEqual([]);
	expect(
		await page.evaluate(() =>
			fetch('http://127.0.0.1:9/', { mode: 'no-cors' }).then(
				() => 'sent',
				() =>
					new Promise<string>((resolve) => {
						addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
							resolve(violatedDirective)
						);
						void fetch('http://127.0.0.1:9/', { mode: 'no-cors' }).catch(() => {});
					})
			)
		)
	).toBe('connect-src');
});
