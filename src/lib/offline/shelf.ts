/** The part of `CacheStorage` that a shelf needs. */
type Caches = Pick<CacheStorage, 'open' | 'keys' | 'delete'>;

interface Site {
	/** Folder of the site on its host, with a slash before it; empty at the root. Each folder has its own shelves. */
	readonly base: string;
	/** Names the build; another build has another name. */
	readonly version: string;
	/** Addresses of everything that is kept, from the origin's root. */
	readonly paths: readonly string[];
	/** Where the server says which version it has: JSON with `version`. */
	readonly versionPath: string;
}

/**
 * One version of the site in the reader's browser, whole or not at all. Pages and their parts always come from
 * one version: a shelf with a gap answers nothing.
 */
export class Shelf {
	readonly #caches: Caches;
	readonly #site: Site;
	readonly #fetch: typeof fetch;

	constructor(caches: Caches, site: Site, get: typeof fetch) {
		this.#caches = caches;
		this.#site = site;
		this.#fetch = get;
	}

	get #prefix(): string {
		return `telegram-1856${this.#site.base.replaceAll('/', '.')}-`;
	}

	get #name(): string {
		return this.#prefix + this.#site.version;
	}

	/**
	 * Fetches what is missing.
	 *
	 * @param anew true to fetch everything once more: something on the shelf is damaged
	 * @throws when something does not come, or when the server has another version by now; then the shelf is
	 *   not whole, and nothing is answered from it
	 */
	async fill(anew = false): Promise<void> {
		const cache = await this.#caches.open(this.#name);
		const here = new Set(anew ? [] : await this.#pathsOf(cache));
		await this.#sameVersion();
		const missing = this.#site.paths.filter((path) => !here.has(path));
		const answers = await Promise.all(
			missing.map(async (path) => {
				const answer = await this.#fetch(path, { cache: 'no-cache' });
				if (!answer.ok) throw new Error(`${path} answered ${answer.status}; it cannot be kept.`);
				return [path, answer] as const;
			})
		);
		await this.#sameVersion();
		for (const [path, answer] of answers) await cache.put(path, answer);
	}

	/** Whether everything is there. */
	async isWhole(): Promise<boolean> {
		const here = new Set(await this.#pathsOf(await this.#caches.open(this.#name)));
		return this.#site.paths.every((path) => here.has(path));
	}

	/** What is kept under an address; undefined when it is not there. */
	async take(path: string): Promise<Response | undefined> {
		return (await this.#caches.open(this.#name)).match(path);
	}

	/** Throws away the shelves of other versions. */
	async clearOthers(): Promise<void> {
		const names = await this.#caches.keys();
		const old = names.filter((name) => name.startsWith(this.#prefix) && name !== this.#name);
		await Promise.all(old.map((name) => this.#caches.delete(name)));
	}

	async #pathsOf(cache: Cache): Promise<string[]> {
		return (await cache.keys()).map(({ url }) => new URL(url).pathname);
	}

	async #sameVersion(): Promise<void> {
		const answer = await this.#fetch(this.#site.versionPath, { cache: 'no-store' });
		const { version } = (await answer.json()) as { version?: unknown };
		if (version !== this.#site.version) {
			throw new Error(
				`The server has version ${String(version)}, this is ${this.#site.version}: the two are not mixed.`
			);
		}
	}
}
