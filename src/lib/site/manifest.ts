import { DEFAULT_LANGUAGE, isRightToLeft } from '$lib/model/languages';
import { site } from './site';

/** Colours of `tokens/colour.css`: ink, which is around every page, and paper. */
const INK = '#1d1a17';
const PAPER = '#f1e9d8';

/** Made by `scripts/build-icons.mjs`. */
const ICONS = [
	{ file: 'icon-192.png', sizes: '192x192' },
	{ file: 'icon-512.png', sizes: '512x512' },
	{ file: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' }
];

/**
 * The web app manifest of a language. All addresses in it are relative to its own, so the site may stand in any folder.
 * The browser's own bar stays: readers need its address, its Back button and its menu.
 */
export function manifest(lang: string) {
	const { ui } = site(lang);
	const root = lang === DEFAULT_LANGUAGE ? './' : '../';
	return {
		name: `${ui.siteTitle} · ${ui.siteSubtitle}`,
		short_name: ui.siteTitle,
		description: ui.description,
		lang,
		dir: isRightToLeft(lang) ? 'rtl' : 'ltr',
		start_url: './',
		scope: root,
		display: 'minimal-ui',
		background_color: PAPER,
		theme_color: INK,
		icons: [
			{ src: `${root}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
			...ICONS.map(({ file, ...icon }) => ({
				src: `${root}icons/${file}`,
				...icon,
				type: 'image/png'
			}))
		]
	};
}
