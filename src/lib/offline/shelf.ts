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

/** The SHA-256 of a body as it came, in a header of the entry: the two are kept and lost together. */
const SUM = 'x-telegram-1856-sum';
/** Files that a page names in its HTML: its scripts and styles. */
const PART = /_app\/immutable\/[\w./-]+\.(?:js|css)\b/g;

async function sumOf(body: ArrayBuffer): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One version of the site in the reader's browser, whole or not at all. Pages and their parts always come from
 * one version: a shelf with a gap answers nothing. What is not as it was stored is not there.
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
	 * Fetches what is missing or damaged; asks the server for nothing when all is well.
	 *
	 * @param anew true to fetch everything once more: something does not run although it is as it came
	 * @throws when something does not come, or when the server has another version by now; then nothing is stored
	 */
	async fill(anew = false): Promise<void> {
		const { paths } = this.#site;
		const here = anew ? [] : await Promise.all(paths.map((path) => this.#taken(path)));
		await this.#fetchAll(paths.filter((_, i) => !here[i]));
	}

	/**
	 * Fetches one thing anew.
	 *
	 * @throws as `fill` does
	 */
	async mend(path: string): Promise<Response | undefined> {
		await this.#fetchAll([path]);
		return this.take(path);
	}

	/** Whether everything is there; what it looks like is not asked. */
	async isWhole(): Promise<boolean> {
		try {
			const cache = await this.#caches.open(this.#name);
			const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
			return this.#site.paths.every((path) => here.has(path));
		} catch {
			return false;
		}
	}

	/** What is kept under an address; undefined when it is not there, or not as it came. */
	async take(path: string): Promise<Response | undefined> {
		return (await this.#taken(path))?.entry;
	}

	/** A page that is kept, and the addresses of every script and style that it names. */
	async takePage(
		path: string
	): Promise<{ page: Response; parts: ReadonlySet<string> } | undefined> {
		const taken = await this.#taken(path);
		if (!taken) return undefined;
		const named = new TextDecoder().decode(taken.body).match(PART) ?? [];
		return {
			page: taken.entry,
			parts: new Set(named.map((part) => `${this.#site.base}/${part}`))
		};
	}

	/** Throws away the shelves of other versions. */
	async clearOthers(): Promise<void> {
		const names = await this.#caches.keys();
		const old = names.filter((name) => name.startsWith(this.#prefix) && name !== this.#name);
		await Promise.all(old.map((name) => this.#caches.delete(name)));
	}

	/** An entry and its bytes, if they are those that were stored. */
	async #taken(path: string): Promise<{ entry: Response; body: ArrayBuffer } | undefined> {
		try {
			const cache = await this.#caches.open(this.#name);
			// Twice: an answer that the browser knows as its own entry has its script compiled already.
			const [look, entry] = await Promise.all([cache.match(path), cache.match(path)]);
			if (!look || !entry) return undefined;
			const body = await look.arrayBuffer();
			return (await sumOf(body)) === look.headers.get(SUM) ? { entry, body } : undefined;
		} catch {
			// A browser that cannot read its own store has nothing.
			return undefined;
		}
	}

	async #fetchAll(paths: readonly string[]): Promise<void> {
		if (paths.length === 0) return;
		await this.#sameVersion();
		const entries = await Promise.all(
			paths.map(async (path) => {
				const answer = await this.#fetch(path, { cache: 'no-cache' });
				if (!answer.ok) throw new Error(`${path} answered ${answer.status}; it cannot be kept.`);
				const body = await answer.arrayBuffer();
				const headers = new Headers(answer.headers);
				// What is kept is unpacked.
				headers.delete('content-encoding');
				headers.delete('content-length');
				headers.set(SUM, await sumOf(body));
				return [path, new Response(body, { headers })] as const;
			})
		);
		await this.#sameVersion();
		const cache = await this.#caches.open(this.#name);
		for (const [path, entry] of entries) await cache.put(path, entry);
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
