/**
 * Pages of other people's, with our frames in them. They come from an origin of their own: another port, and
 * 127.0.0.1 where the site is at localhost.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type FrameLocator, type Page } from '@playwright/test';
import release from '../../src/lib/embed/host/release.json' with { type: 'json' };
import { siteUrl } from '../../src/lib/site/site-url.mjs';

/** The site's origin. */
export const SITE = `http://localhost:${process.env.TEST_PORT}`;
/** The host script as a page loads it. */
export const SCRIPT = `${SITE}/embed/v1.js`;
/** Other people's scripts, served beside the host page. */
export const PYM = '/pym.v1.min.js';
export const FRAMES = '/frames.umd.js';

/** Where something embeddable is: the story without a name. */
export const addressOf = (what = '', query = '') =>
	`${SITE}/embed/${what ? `${what}/` : ''}${query}`;

/** A plain frame as a snippet has it. */
export const frameOf = (what = '', { query = '', attributes = '', height = 600 } = {}) =>
	`<iframe title="Telegram 1856" src="${addressOf(what, query)}" sandbox="allow-scripts" loading="lazy" width="100%" height="${height}" style="border: 0; display: block" ${attributes}></iframe>`;

/** The snippet as it is published, but for the address, which is this server's; with the host script if wanted. */
export function snippetOf(what: string, { script = false } = {}): string {
	const { html } = JSON.parse(readFileSync(`build/embed/${what}/oembed.json`, 'utf8'));
	const { version, integrity } = release;
	const tag = `<script async src="${SITE}/embed/v${version}.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
	return String(html).replaceAll(siteUrl(), SITE) + (script ? tag : '');
}

/** So many paragraphs of an article. */
export const prose = (paragraphs: number) =>
	`<p style="margin: 0 0 1em">${'Words of an article that is about something else. '.repeat(8)}</p>`.repeat(
		paragraphs
	);

interface Answer {
	readonly body: string;
	readonly type: string;
	readonly policy: string | null;
}

/** What went to and fro on the host page, from its first moment. */
interface Record_ {
	readonly heard: readonly unknown[];
	readonly events: readonly [type: string, detail: Readonly<Record<string, unknown>>][];
	readonly violations: readonly string[];
	readonly listening: number;
	readonly shifted: number;
}

export class Host {
	/** What went wrong: exceptions, errors in the console, requests to anybody else. */
	readonly trouble: string[] = [];
	readonly console: string[] = [];
	readonly #page: Page;
	readonly #origin: string;
	readonly #answers: Map<string, Answer>;
	#count = 0;

	constructor(page: Page, origin: string, answers: Map<string, Answer>) {
		this.#page = page;
		this.#origin = origin;
		this.#answers = answers;
		// A browser that looks for the host page's own icon is not our doing.
		const note = (sentence: string) => {
			if (!sentence.includes('/favicon.ico')) this.trouble.push(sentence);
		};
		page.on('console', (message) => {
			this.console.push(message.text());
			if (message.type() === 'error') note(message.text());
		});
		page.on('pageerror', ({ message }) => note(message));
		page.on('request', (request) => {
			const { origin: asked, protocol } = new URL(request.url());
			if (protocol.startsWith('http') && asked !== SITE && asked !== origin) {
				this.trouble.push(`asked somebody else: ${request.url()}`);
			}
		});
	}

	/** The first frame of the page. */
	get frame(): FrameLocator {
		return this.#page.frameLocator('iframe').first();
	}

	/** Puts a page on the host's server. */
	put(body: string, { head = '', policy = null as string | null } = {}): string {
		this.#count += 1;
		const path = `/${this.#count}.html`;
		this.#answers.set(path, {
			body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>${head}</head><body>${body}</body></html>`,
			type: 'text/html; charset=utf-8',
			policy
		});
		return this.#origin + path;
	}

	/** Opens a page with this body. */
	async open(body: string, options?: { head?: string; policy?: string | null }): Promise<void> {
		await this.#page.goto(this.put(body, options));
	}

	async record(): Promise<Record_> {
		return this.#page.evaluate(() => (window as unknown as { record: Record_ }).record);
	}

	/** Details of one kind of event that the host script has dispatched. */
	async events(type: string): Promise<Readonly<Record<string, unknown>>[]> {
		const { events } = await this.record();
		return events.filter(([name]) => name === type).map(([, detail]) => detail);
	}

	/** Says something to the first frame, as its parent. */
	async say(message: unknown): Promise<void> {
		await this.#page.evaluate((data) => {
			document.querySelector('iframe')?.contentWindow?.postMessage(data, '*');
		}, message);
	}
}

/** Our own message to a frame. */
export const ours = (type: string, fields: object = {}) => ({
	app: 'telegram1856',
	v: 1,
	type,
	...fields
});

function keepRecord(): void {
	if (window.top !== window) return;
	const record = {
		heard: [] as unknown[],
		events: [] as unknown[],
		violations: [] as string[],
		listening: 0,
		shifted: 0
	};
	Object.assign(window, { record });
	const { addEventListener: add, removeEventListener: remove } = window;
	const mine = (type: string) => ['message', 'scroll', 'resize', 'beforeprint'].includes(type);
	add.call(window, 'message', (event) => record.heard.push((event as MessageEvent).data));
	window.addEventListener = function (this: Window, ...given: Parameters<typeof add>) {
		if (mine(given[0])) record.listening += 1;
		return add.apply(this ?? window, given);
	} as typeof add;
	window.removeEventListener = function (this: Window, ...given: Parameters<typeof remove>) {
		if (mine(given[0])) record.listening -= 1;
		return remove.apply(this ?? window, given);
	} as typeof remove;
	for (const type of ['ready', 'step', 'complete']) {
		document.addEventListener(`telegram1856:${type}`, (event) =>
			record.events.push([type, (event as CustomEvent).detail])
		);
	}
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		record.violations.push(`${violatedDirective} ${blockedURI}`)
	);
	if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const { value, hadRecentInput } = entry as PerformanceEntry & {
				value: number;
				hadRecentInput: boolean;
			};
			if (!hadRecentInput) record.shifted += value;
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

const script = (path: string): Answer => ({
	body: readFileSync(path, 'utf8'),
	type: 'text/javascript',
	policy: null
});

export const test = base.extend<
	{ host: Host },
	{ hostServer: { origin: string; answers: Map<string, Answer> } }
>({
	hostServer: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
		async ({}, use) => {
			const answers = new Map([
				[PYM, script('node_modules/pym.js/dist/pym.v1.min.js')],
				[FRAMES, script('node_modules/@newswire/frames/dist/frames.umd.js')]
			]);
			const server: Server = createServer((request, response) => {
				const answer = answers.get((request.url ?? '').split('?')[0] ?? '');
				if (!answer) {
					response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
					return;
				}
				response
					.writeHead(200, {
						'content-type': answer.type,
						...(answer.policy && { 'content-security-policy': answer.policy })
					})
					.end(answer.body);
			});
			await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
			const { port } = server.address() as AddressInfo;
			await use({ origin: `http://127.0.0.1:${port}`, answers });
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
		{ scope: 'worker' }
	],
	host: async ({ page, hostServer }, use) => {
		await page.addInitScript(keepRecord);
		await use(new Host(page, hostServer.origin, hostServer.answers));
	}
});
