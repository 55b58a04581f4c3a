import { afterEach, describe, expect, it, vi } from 'vitest';
import { ServerHtml } from './server-html';

afterEach(() => document.body.replaceChildren());

const WORDS = '<div data-server-html="flow"><p>The words</p></div>';

describe('HTML that is rendered once', () => {
	it('names its root, so that the browser finds it', () => {
		expect(ServerHtml.rendered('flow', WORDS).html).toBe(WORDS);
		expect(() => ServerHtml.rendered('cards', WORDS)).toThrow(/data-server-html="cards"/);
	});

	it('is left as it is by hydration: the value is neither empty nor the words once more', () => {
		document.body.innerHTML = WORDS;
		const value = ServerHtml.inPage('flow');
		expect(value.html).toMatch(/^<!--.+-->$/);
	});

	it('is the words again when Svelte empties the page after a failed hydration', () => {
		document.body.innerHTML = WORDS;
		const value = ServerHtml.inPage('flow');
		document.body.textContent = '';
		expect(value.html).toBe(WORDS);
	});

	it('loads the page when a router draws it, and takes no other page’s words', () => {
		document.body.innerHTML = WORDS;
		const load = vi.fn();
		expect(ServerHtml.inPage('flow', load).html).not.toBe('');
		expect(load).not.toHaveBeenCalled();
		// The same page again, or one in another language, while the first is still shown.
		expect(ServerHtml.inPage('flow', load).html).toBe('');
		expect(load).toHaveBeenCalledOnce();
		expect(ServerHtml.inPage('sheets', load).html).toBe('');
		expect(load).toHaveBeenCalledTimes(2);
	});
});
