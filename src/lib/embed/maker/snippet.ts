import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { formatMessage, type WordsOf } from '$lib/model/words';
import { frameAddress } from '../host/wishes';
import { HEIGHT, type Language, type Mode, type Theme } from '../protocol/protocol';

/** What a snippet can be: a frame with buttons, a frame that the article's scroll drives, or no frame at all. */
export const SNIPPET_MODES = ['step', 'scroll', 'static'] as const satisfies readonly (
	Mode | 'static'
)[];
export type SnippetMode = (typeof SNIPPET_MODES)[number];

/** Size of the fallback pictures, px. */
export const PICTURE = { width: 1200, height: 630 } as const;

/** Something that can be embedded, as far as a snippet needs to know it. */
export interface SnippetThing {
	/** The last part of its address; empty for the whole story. */
	readonly id: string;
	readonly title: string;
	/** Where the site has it, below the address of the story: `#rumour`, `people/#guevara`. */
	readonly where: string;
	/** Name of the picture that stands for it where no frame is shown. */
	readonly pictured: string;
	/** What is read out instead of the picture. */
	readonly pictureAlt: string;
	/** What it is about, and what the picture shows. */
	readonly sentences: readonly string[];
	/** How many windows of reading it is, about; at least 1. */
	readonly pages: number;
}

export interface SnippetChoice {
	readonly mode: SnippetMode;
	readonly theme: Theme;
	/** Of the frame, CSS px. */
	readonly height: number;
	/** Whether the host script is loaded; scroll mode always needs it, static never. */
	readonly script: boolean;
}

/** Where the frames, pictures and the script are. */
export interface SnippetPlace {
	/** Address of the site with the slash at its end, whatever the language. */
	readonly site: string;
	readonly lang: Language;
	/** The host script: its version, and the hash of exactly that file. */
	readonly version: string;
	readonly integrity: string;
}

/** Text as it stands in HTML, between tags and in attributes, on one line. */
const escapeHtml = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** What a snippet says besides its thing. */
type SnippetWords = WordsOf<'embedCredit' | 'siteTitle' | 'siteTitleOf'>;

/** The name of a frame: for screen readers, and where a link stands for it. */
export const frameTitle = ({ title }: Pick<SnippetThing, 'title'>, words: SnippetWords): string =>
	formatMessage(words, 'siteTitleOf', { site: words.siteTitle, title });

/** An opening tag; attributes that are null or false are left out. */
function tag(name: string, attributes: Readonly<Record<string, string | number | boolean | null>>) {
	const written = Object.entries(attributes).map(([key, value]) => {
		if (value === null || value === false) return '';
		return value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
	});
	return `<${name}${written.join('')}>`;
}

/**
 * The HTML that a publisher pastes: one line, and only what a paragraph may hold, for editors make paragraphs of
 * lines and end them at the first block. No style element and no style attribute: the first is printed as text
 * where it may not stand, the second is dropped by strict policies. Why it is as it is: docs/decisions/0014.
 *
 * The picture is hidden while there is a frame; the host script shows it when the frame does not answer. Its `bdi`
 * is known to editors and not to WordPress's filter for authors, which takes it out with its `hidden`: where the
 * frame is taken out, the picture is seen. The sentences, the credit and the link are always seen.
 *
 * The frame is the first child of its element, so that the host script lays out what follows it below it.
 *
 * @param words `ui.yaml` in the language of the place
 */
export function snippet(
	thing: SnippetThing,
	choice: SnippetChoice,
	place: SnippetPlace,
	words: SnippetWords
): string {
	const { mode, theme, height } = choice;
	const { site, lang, version, integrity } = place;
	const story = lang === DEFAULT_LANGUAGE ? site : `${site}${lang}/`;
	const canonical = story + thing.where;
	const name = frameTitle(thing, words);
	const picture = [
		tag('a', { href: canonical }),
		tag('img', {
			src: `${story}embed/pictures/${thing.pictured}.png`,
			alt: thing.pictureAlt,
			// Fits any column without a style.
			width: '100%',
			loading: 'lazy'
		}),
		'</a>'
	];
	const caption = [
		' ',
		tag('span', { class: 'telegram-1856-caption' }),
		escapeHtml(thing.sentences.join(' ')),
		'<br>',
		tag('small', { class: 'telegram-1856-credit' }),
		`${escapeHtml(words.embedCredit)} `,
		`${tag('a', { href: canonical })}${escapeHtml(name)}</a>`,
		'</small></span>'
	];
	if (mode === 'static') {
		return [tag('span', { class: 'telegram-1856', lang }), ...picture, ...caption, '</span>'].join(
			''
		);
	}
	const given = {
		what: thing.id || 'story',
		theme: theme === 'auto' ? null : theme,
		height: height === HEIGHT ? null : height
	};
	return [
		tag('telegram-1856', {
			...given,
			mode,
			// Room for it before the frame has said how many steps it has.
			steps: mode === 'scroll' ? thing.pages : null,
			lang
		}),
		tag('iframe', {
			class: 'telegram-1856-frame',
			title: name,
			loading: 'lazy',
			src: frameAddress(site, given, lang, DEFAULT_LANGUAGE),
			sandbox: 'allow-scripts',
			width: '100%',
			height,
			// Obsolete, and the only way to take the frame's border away without a style.
			frameborder: 0
		}),
		'</iframe>',
		tag('bdi', { class: 'telegram-1856-picture', hidden: true }),
		...picture,
		'</bdi>',
		...caption,
		'</telegram-1856>',
		...(mode === 'scroll' || choice.script
			? [
					tag('script', {
						async: true,
						src: `${site}embed/v${version}.js`,
						integrity,
						crossorigin: 'anonymous'
					}),
					'</script>'
				]
			: [])
	].join('');
}
