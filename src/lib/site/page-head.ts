import { pageAddress, type PublicPage } from './address';
import { site } from './site';

/** What the head of a page says of it. */
export interface PageHead {
	readonly title: string;
	readonly description: string;
	/** Absolute addresses: of the page, and of the picture for shared links. */
	readonly canonical: string;
	readonly image: string;
}

/**
 * The head of a page beside the story.
 *
 * @param title of the page alone
 */
export function pageHead(
	lang: string,
	page: PublicPage,
	{ title, description }: { readonly title: string; readonly description: string }
): PageHead {
	return {
		title: `${title} · ${site(lang).ui.siteTitle}`,
		description,
		canonical: pageAddress(lang, page),
		image: pageAddress(lang, 'share.png')
	};
}
