import { ServerHtml } from '$lib/model/server-html';

/** Markup without the comments that hydration would need, and without the line breaks of our sources. */
export const slim = (html: string): string =>
	html
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/\s*\n\s*/g, ' ')
		.replace(/>\s+</g, '> <');

/** The same as a part of a page that is never hydrated. */
export const still = (name: string, html: string): ServerHtml =>
	ServerHtml.rendered(name, slim(html));
