import type { Theme } from '../protocol/protocol';

/** Widths of the lines of a paragraph that says nothing, in percent. */
const LINES = [96, 100, 93, 98, 61];

const paragraph = `<p class="bars">${LINES.map((width) => `<i class="w${width}"></i>`).join('')}</p>`;

const LIGHT = 'background:#fff;color:#222;--bar:#dcdcdc';
const DARK = 'background:#181818;color:#ddd;--bar:#3a3a3a';
const styles = [
	`body{${LIGHT};margin:0;padding:20px 16px;font:16px/1.5 Georgia,serif}`,
	`html[data-theme=dark] body{${DARK}}`,
	`@media (prefers-color-scheme:dark){html[data-theme=auto] body{${DARK}}}`,
	'a{color:inherit}',
	'p{margin:0 0 22px}',
	'.telegram-1856-caption{font:13px/1.45 Arial,sans-serif}',
	'.bars i{display:block;height:9px;margin:0 0 9px;background:var(--bar)}',
	'.title i{height:22px}',
	...LINES.map((width) => `.w${width}{width:${width}%}`)
].join('');

/** An article of grey bars as a whole page, with a place for a snippet in the middle of it. */
export const ARTICLE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>An article</title>
<base target="_blank">
<style>${styles}</style>
</head>
<body>
<main>
<p class="bars title"><i class="w93"></i><i class="w61"></i></p>
${paragraph}
<p data-place></p>
${paragraph.repeat(6)}
</main>
</body>
</html>
`;

/**
 * Puts a snippet into the article, where its script runs.
 *
 * @param page the article, loaded from this site
 * @param html the snippet, as it is pasted
 * @param about language and title of the page, and the colours of the article
 */
export function putInto(
	page: Document,
	html: string,
	about: { readonly lang: string; readonly title: string; readonly theme: Theme }
): void {
	page.title = about.title;
	page.documentElement.lang = about.lang;
	page.documentElement.dataset.theme = about.theme;
	// Scripts that come by innerHTML do not run.
	const fragment = page.createRange().createContextualFragment(html);
	page.querySelector('[data-place]')?.replaceChildren(fragment);
}
