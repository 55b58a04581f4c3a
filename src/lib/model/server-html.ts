/**
 * HTML that was rendered at build time and is never hydrated. Only its place in the page crosses to the
 * browser (see `hooks.ts`): the words are in the document once, not a second time as data.
 */
export class ServerHtml {
	/** @param html trusted markup, one root element, without comments */
	constructor(readonly html: string) {}

	/** What the browser gets instead: Svelte keeps the server's markup where it finds this one. */
	static readonly kept = new ServerHtml('<!--kept from the server-->');
}
