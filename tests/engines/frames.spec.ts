/** The story in other people's pages, which are of another origin and give our frame no rights. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, SITE, test } from './test';
import { isShown } from './reader';

/** Serves one page at an origin of its own. */
async function host(body: string) {
	const server = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="en"><title>An article</title><body>${body}`);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}

test('a sandboxed frame in a page of another origin comes alive', async ({ engine }) => {
	const page = await host(
		`<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>
		<p>Words of an article.</p>
		<iframe title="Telegram 1856" src="${SITE}embed/s06/" sandbox="allow-scripts" width="700" height="600"></iframe>`
	);
	await engine.goto(page.url);
	await expect
		.poll(() => engine.evaluate(() => JSON.stringify(Reflect.get(window, 'heard'))))
		.toContain('telegram1856');
	await expect.poll(() => isShown(engine, '[data-alive] [data-next]', ['iframe'])).toBe(true);
	const place = () =>
		engine.evaluateIn(['iframe'], () => document.querySelector('[data-place]')?.textContent);
	const before = await place();
	await engine.click('[data-next]', ['iframe']);
	await expect.poll(place).not.toBe(before);
	// The live map, drawn by our script and dressed by our styles.
	await expect
		.poll(() =>
			engine.evaluateIn(['iframe'], () => {
				const land = document.querySelector('[data-map] .land');
				return land
					? {
							drawn: (land.getAttribute('d') ?? '').length > 300,
							fill: getComputedStyle(land).fill
						}
					: null;
			})
		)
		.toEqual({ drawn: true, fill: expect.not.stringMatching(/^rgb\(0, 0, 0\)$/) });
	page.close();
});

/** What the pages of the step that is shown begin with, and whether that is a sentence, or says that it is none. */
function openings(): { word: string; whole: boolean }[] {
	const pages = document.querySelector<HTMLElement>('.step:not([hidden]) [data-pages]');
	if (!pages) throw new Error('No step is shown.');
	const { left } = pages.getBoundingClientRect();
	const width = pages.clientWidth + parseFloat(getComputedStyle(pages).columnGap);
	const found = Array.from({ length: Math.ceil((pages.scrollWidth - 1) / width) }, () => ({
		word: '',
		whole: false
	}));
	const walker = document.createTreeWalker(pages, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const block = node.parentElement?.closest('p, li, h1, h2, h3, summary, a');
		if (!block || block.closest('.map-says, noscript, details:not([open]) > :not(summary)'))
			continue;
		for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
			const range = document.createRange();
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const [box] = range.getClientRects();
			const page = box && found[Math.floor((box.left - left + 1) / width)];
			if (!page || page.word) continue;
			range.setStart(block, 0);
			range.setEnd(node, index);
			const before = range.toString().trimEnd();
			const signed = [...pages.querySelectorAll('.within')].some(({ nextSibling }) =>
				nextSibling?.textContent?.trimStart().startsWith(word)
			);
			page.word = word;
			page.whole = signed || /(^|[.?!][”)]?)$/.test(before);
		}
	}
	return found;
}

test('each page of a passage begins at a sentence, or says that it does not', async ({
	engine
}) => {
	await engine.resize(360, 600);
	for (const beat of ['pavlov', 'telephone', 'signed']) {
		await engine.goto(`${SITE}embed/${beat}/`);
		await expect.poll(() => isShown(engine, '[data-alive] [data-next]')).toBe(true);
		await engine.evaluate(async () => void (await document.fonts.ready));
		const pages = await engine.evaluate(openings);
		expect(pages.length).toBeGreaterThan(1);
		expect({ beat, pages: pages.filter(({ whole }) => !whole) }).toEqual({ beat, pages: [] });
	}
});

test('the preview on the snippet page shows the live frame', async ({ engine }) => {
	const frames = ['[data-preview] iframe', 'iframe'];
	await engine.goto(`${SITE}embed-this/?what=rumour`);
	await engine.middleOf('[data-preview] iframe');
	await expect
		.poll(() => isShown(engine, '[data-alive] article#rumour', frames).catch(() => null), {
			timeout: 20_000
		})
		.toBe(true);
});
