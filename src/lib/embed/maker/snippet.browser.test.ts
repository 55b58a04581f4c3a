import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../protocol/protocol';
import { snippet, SNIPPET_MODES, type SnippetChoice, type SnippetThing } from './snippet';

const WORDS = {
	lang: 'en',
	siteTitle: 'Telegram 1856',
	siteTitleOf: '{site}: {title}',
	embedCredit: 'Mikoyan to the Central Committee.'
};
const PLACE = {
	site: 'https://example.org/telegram/',
	lang: 'en',
	version: '1.0.0',
	integrity: 'sha384-abc'
} as const;
const THING: SnippetThing = {
	id: 'rumour',
	title: 'A missile base in Paraguay?',
	where: '#rumour',
	pictured: 'rumour',
	pictureAlt: 'Map: A missile base in Paraguay?',
	sentences: ['He calls the news unconfirmed.', 'South America, with Paraguay hatched.'],
	pages: 3
};
const CHOICE: SnippetChoice = { mode: 'step', theme: 'auto', height: 600, script: false };

const written = (thing: Partial<SnippetThing> = {}, choice: Partial<SnippetChoice> = {}) =>
	snippet({ ...THING, ...thing }, { ...CHOICE, ...choice }, PLACE, WORDS);

/** The snippet as a browser reads it in a paragraph of an article, where editors put it. */
function pasted(thing: Partial<SnippetThing> = {}, choice: Partial<SnippetChoice> = {}) {
	const article = `<article><p>Before</p><p id="here">${written(thing, choice)}</p><p id="after">After</p></article>`;
	return new DOMParser().parseFromString(article, 'text/html');
}

/** What WordPress's filter for authors lets through of what a snippet has; it takes the others' tags out, not their text. */
const AUTHORS = ['a', 'br', 'img', 'small', 'span'];
const filtered = (html: string) =>
	html.replace(/<\/?([a-z0-9-]+)[^>]*>/g, (tag, name: string) =>
		AUTHORS.includes(name) ? tag.replace(' hidden', '') : ''
	);

const line = (text: string) => text.replace(/\s+/g, ' ');
const tagsOf = (document: Document) =>
	[...document.querySelectorAll('article *')].map(({ localName }) => localName);

describe('a snippet in an article', () => {
	it('is a frame that runs scripts and nothing else, with its room and its name', () => {
		const frame = pasted().querySelector('telegram-1856 > iframe');
		expect(frame?.getAttribute('src')).toBe('https://example.org/telegram/embed/rumour/');
		expect(frame?.getAttribute('title')).toBe('Telegram 1856: A missile base in Paraguay?');
		expect(frame?.getAttribute('sandbox')).toBe('allow-scripts');
		expect(frame?.getAttribute('loading')).toBe('lazy');
		expect(frame?.getAttribute('width')).toBe('100%');
		expect(frame?.getAttribute('height')).toBe('600');
	});

	it('says colours and height where they are not the usual ones', () => {
		const page = pasted({ id: '' }, { theme: 'dark', height: 480 });
		expect(page.querySelector('iframe')?.src).toBe(
			'https://example.org/telegram/embed/?theme=dark&height=480'
		);
		expect(page.querySelector('telegram-1856')?.getAttribute('what')).toBe('story');
		expect(page.querySelector('iframe')?.getAttribute('height')).toBe('480');
	});

	it('has no script unless one is wanted, or needed for scrolling; then exactly one version of it', () => {
		expect(pasted().querySelector('script')).toBeNull();
		for (const choice of [{ script: true }, { mode: 'scroll' as const }]) {
			const script = pasted({}, choice).querySelector('script');
			expect(script?.src).toBe('https://example.org/telegram/embed/v1.0.0.js');
			expect(script?.integrity).toBe('sha384-abc');
			expect(script?.crossOrigin).toBe('anonymous');
		}
		expect(pasted({}, { mode: 'scroll' }).querySelector('[mode=scroll]')).toHaveProperty(
			'attributes.steps.value',
			'3'
		);
	});

	it('as a picture has neither frame nor script, whatever else was chosen', () => {
		const page = pasted({}, { mode: 'static', script: true, theme: 'dark' });
		expect(page.querySelector('iframe, script, telegram-1856')).toBeNull();
		expect(page.querySelector('img')?.closest('[hidden]')).toBeNull();
	});

	it('is one line and stays in its paragraph, whatever was chosen', () => {
		for (const mode of SNIPPET_MODES) {
			const sentences = ['A sentence\nof two lines.', 'And\r\n\r\na second.'];
			expect(written({ sentences }, { mode, script: true })).not.toMatch(/[\r\n]/);
			const [before, here, after, ...more] = pasted({}, { mode, script: true }).querySelectorAll(
				'article > *'
			);
			expect([before, here, after].map((p) => p?.localName)).toEqual(['p', 'p', 'p']);
			expect(more).toEqual([]);
			expect(here?.textContent).toMatch(/^ He calls .* A missile base in Paraguay\?$/);
		}
	});

	it('keeps picture, sentences, credit and link where editors and feeds take frame and script out', () => {
		for (const mode of SNIPPET_MODES) {
			const html = filtered(written({}, { mode, script: true }));
			const { body } = new DOMParser().parseFromString(html, 'text/html');
			const image = body.querySelector('img');
			expect(image?.src).toBe('https://example.org/telegram/embed/pictures/rumour.png');
			expect(image?.alt).toBe('Map: A missile base in Paraguay?');
			expect(image?.closest('[hidden]')).toBeNull();
			expect(body.textContent).toBe(
				' He calls the news unconfirmed. South America, with Paraguay hatched.' +
					'Mikoyan to the Central Committee. Telegram 1856: A missile base in Paraguay?'
			);
			expect(body.querySelector<HTMLAnchorElement>('.telegram-1856-credit a')?.href).toBe(
				'https://example.org/telegram/#rumour'
			);
		}
	});

	it('needs no style: one would be dropped by a strict policy, or printed as text', () => {
		for (const mode of SNIPPET_MODES) {
			expect(pasted({}, { mode }).querySelector('style, [style]')).toBeNull();
		}
	});

	it('shows the frame with sentences and credit under it, and not the picture, which is not even fetched', () => {
		const html = snippet(THING, CHOICE, { ...PLACE, site: `${location.origin}/` }, WORDS);
		const article = document.createElement('article');
		article.innerHTML = html;
		document.body.append(article);
		const box = (selector: string) => article.querySelector(selector)?.getBoundingClientRect();
		expect(box('iframe')?.height).toBe(600);
		const caption = box('.telegram-1856-caption');
		expect(caption?.height).toBeGreaterThan(10);
		expect(caption?.top).toBeGreaterThanOrEqual(box('iframe')?.bottom ?? NaN);
		expect(article.querySelector('img')?.getClientRects()).toHaveLength(0);
		expect(article.querySelector('img')?.loading).toBe('lazy');
		article.remove();
	});

	it('survives any title and sentence: text stays text, and no element more comes out', () => {
		const plain = tagsOf(pasted());
		const nasty = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc
				.array(
					fc.constantFrom(
						...['"', "'", '<', '>', '&', '</iframe>', '<script>alert(1)</script>', '<!--', '-->'],
						...['</figure>', '&quot;', '&amp;lt;', '" onload="alert(1)', '{title}', '$&', 'é', '¿']
					)
				)
				.map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(nasty, nasty, fc.constantFrom(...THEMES), (title, sentence, theme) => {
				// What a parser does to line ends and to the characters that HTML cannot hold is not ours.
				fc.pre(!/[\r\0\f]/.test(title + sentence) && !/[\ud800-\udfff]/u.test(title + sentence));
				const page = pasted(
					{ title, pictureAlt: `Map: ${title}`, sentences: [sentence] },
					{ theme }
				);
				const name = line(`Telegram 1856: ${title}`);
				expect(tagsOf(page)).toEqual(plain);
				expect(page.querySelector('iframe')?.title).toBe(name);
				expect(page.querySelector('img')?.alt).toBe(line(`Map: ${title}`));
				expect(page.querySelector('.telegram-1856-caption')?.firstChild?.textContent).toBe(
					line(sentence)
				);
				expect(page.querySelector('.telegram-1856-credit a')?.textContent).toBe(name);
				expect(page.querySelector('#after')?.parentElement?.localName).toBe('article');
			}),
			{ numRuns: 1000 }
		);
	});
});
