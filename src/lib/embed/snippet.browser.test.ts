import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THEMES } from './protocol';
import { snippet, SNIPPET_MODES, type SnippetChoice, type SnippetThing } from './snippet';

const WORDS = {
	siteTitle: 'Telegram 1856',
	embedFrameTitle: '{site}: {title}',
	embedMapOf: 'Map: {title}',
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
	anchor: 'rumour',
	pictured: 'rumour',
	picturedTitle: 'A missile base in Paraguay?',
	sentences: ['He calls the news unconfirmed.', 'South America, with Paraguay hatched.'],
	pages: 3
};
const CHOICE: SnippetChoice = { mode: 'step', theme: 'auto', height: 600, script: false };

/** The snippet as a browser reads it in the middle of an article. */
function pasted(thing: Partial<SnippetThing> = {}, choice: Partial<SnippetChoice> = {}) {
	const html = snippet({ ...THING, ...thing }, { ...CHOICE, ...choice }, PLACE, WORDS);
	const article = `<article><p>Before</p>${html}<p id="after">After</p></article>`;
	return new DOMParser().parseFromString(article, 'text/html');
}

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
		expect(page.querySelector('figure img')).not.toBeNull();
	});

	it('keeps picture, sentences, credit and link where a feed takes frame, style and script out', () => {
		for (const mode of SNIPPET_MODES) {
			const page = pasted({}, { mode });
			for (const part of page.querySelectorAll('iframe, style, script')) part.remove();
			const image = page.querySelector('img');
			expect(image?.src).toBe('https://example.org/telegram/embed/pictures/rumour.png');
			expect(image?.alt).toBe('Map: A missile base in Paraguay?');
			expect(page.querySelector('figcaption')?.textContent).toBe(
				'He calls the news unconfirmed. South America, with Paraguay hatched.'
			);
			const credit = page.querySelector('.telegram-1856-credit');
			expect(credit?.textContent).toContain('Mikoyan to the Central Committee.');
			expect(credit?.querySelector('a')?.href).toBe('https://example.org/telegram/#rumour');
		}
	});

	it('needs no style attribute, which a strict policy would drop', () => {
		for (const mode of SNIPPET_MODES) {
			expect(pasted({}, { mode }).querySelector('[style]')).toBeNull();
		}
	});

	it('on a screen with scripts shows the frame and the credit, and does not fetch the picture', async () => {
		const html = snippet(THING, CHOICE, { ...PLACE, site: `${location.origin}/` }, WORDS);
		const article = document.createElement('article');
		article.innerHTML = html;
		document.body.append(article);
		const height = (selector: string) =>
			article.querySelector(selector)?.getBoundingClientRect().height ?? 0;
		expect(height('iframe')).toBe(600);
		expect(height('.telegram-1856-credit')).toBeGreaterThan(10);
		expect(height('figure')).toBe(0);
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
				const page = pasted({ title, picturedTitle: title, sentences: [sentence] }, { theme });
				expect(tagsOf(page)).toEqual(plain);
				expect(page.querySelector('iframe')?.title).toBe(`Telegram 1856: ${title}`);
				expect(page.querySelector('img')?.alt).toBe(`Map: ${title}`);
				expect(page.querySelector('figcaption')?.textContent).toBe(sentence);
				expect(page.querySelector('.telegram-1856-credit a')?.textContent).toBe(
					`Telegram 1856: ${title}`
				);
				expect(page.querySelector('#after')?.parentElement?.localName).toBe('article');
			}),
			{ numRuns: 1000 }
		);
	});
});
