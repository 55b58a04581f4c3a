import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { siteUrl } from '$lib/site/site-url.mjs';
import { pageHeader } from '$lib/site/page-header';
import { site } from '$lib/site/site';

export const trailingSlash = 'never';

/**
 * The page for addresses that lead nowhere. A host may show it under any address, so its links are the only
 * ones that start from the site's root.
 */
export function load() {
	const { ui: words, story } = site(DEFAULT_LANGUAGE);
	const home = `${new URL(siteUrl()).pathname.replace(/\/$/, '')}/`;
	return {
		home,
		header: pageHeader(DEFAULT_LANGUAGE, null, { base: home, lost: true }),
		title: words.notFoundTitle,
		text: words.notFoundText,
		back: words.notFoundBack,
		site: words.siteTitle,
		sections: story.sections.map(({ number, title, beats }) => ({
			number,
			title,
			beat: beats[0] ?? ''
		}))
	};
}
