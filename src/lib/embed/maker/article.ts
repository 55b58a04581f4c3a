import { escapeHtml } from '../snippet';
import type { Theme } from '../protocol';

/** Widths of the lines of a paragraph that says nothing, in percent. */
const LINES = [96, 100, 93, 98, 61];

const paragraph = `<p class="bars">${LINES.map((width) => `<i class="w${width}"></i>`).join('')}</p>`;
const paragraphs = (count: number) => paragraph.repeat(count);

const COLOURS = {
	light: 'background:#fff;color:#222;--bar:#dcdcdc',
	dark: 'background:#181818;color:#ddd;--bar:#3a3a3a'
};
const coloursOf = (theme: Theme) =>
	theme === 'auto'
		? `body{${COLOURS.light}}@media (prefers-color-scheme:dark){body{${COLOURS.dark}}}`
		: `body{${COLOURS[theme]}}`;

/**
 * An article of grey bars with a snippet in the middle of it, as a whole HTML document for `srcdoc`.
 *
 * @param html the snippet, as it is pasted
 * @param about language and title of the document, and the colours of the article
 */
export function articleWith(
	html: string,
	about: { readonly lang: string; readonly title: string; readonly theme: Theme }
): string {
	const widths = LINES.map((width) => `.w${width}{width:${width}%}`).join('');
	return `<!doctype html>
<html lang="${escapeHtml(about.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(about.title)}</title>
<base target="_blank">
<style>${coloursOf(about.theme)}body{margin:0;padding:20px 16px;font:16px/1.5 Georgia,serif}a{color:inherit}.telegram-1856-credit,figcaption{font:13px/1.45 Arial,sans-serif}.bars{margin:0 0 22px}.bars i{display:block;height:9px;margin:0 0 9px;background:var(--bar)}.title i{height:22px}${widths}</style>
</head>
<body>
<article>
<p class="bars title"><i class="w93"></i><i class="w61"></i></p>
${paragraph}
${html}
${paragraphs(6)}
</article>
</body>
</html>`;
}
