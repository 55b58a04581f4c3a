/** Roots that a value stands for: a page that a router draws later must not take the words of the page before it. */
const taken = new WeakSet<Element>();
/** Hydration keeps the server's markup for any value that is not empty. */
const HYDRATED = '<!--from the server-->';

/**
 * HTML that is rendered at build time and never hydrated. Only its name crosses to the browser (see `hooks.ts`):
 * the words are in the document once, not a second time as data.
 */
export class ServerHtml {
	readonly #markup: () => string;

	private constructor(
		/** Value of `data-server-html` on the markup's root element, unique in its page. */
		readonly name: string,
		markup: () => string
	) {
		this.#markup = markup;
	}

	/** What `{@html}` shows. */
	get html(): string {
		return this.#markup();
	}

	/**
	 * On the server.
	 *
	 * @param html trusted markup without comments; its one root element has `data-server-html={name}`
	 * @throws {Error} when the root element does not have it
	 */
	static rendered(name: string, html: string): ServerHtml {
		if (!new RegExp(`^<[^>]* data-server-html="${name}"`).test(html)) {
			throw new Error(`The root of the server's HTML “${name}” lacks data-server-html="${name}".`);
		}
		return new ServerHtml(name, () => html);
	}

	/**
	 * In the browser: the markup that came with the page. Hydration keeps that element. Where hydration failed, Svelte
	 * empties the page and draws it again: then the value is the element's own HTML. Where a router draws the
	 * page without having loaded it, there is no such element, and the page is loaded.
	 *
	 * @param load loads the page of the present address from the server
	 */
	static inPage(name: string, load: () => void = () => location.reload()): ServerHtml {
		const root = document.querySelector(`[data-server-html="${name}"]`);
		const own = root && !taken.has(root) ? root : null;
		if (own) taken.add(own);
		return new ServerHtml(name, () => {
			if (!own) load();
			return own?.isConnected ? HYDRATED : (own?.outerHTML ?? '');
		});
	}
}
