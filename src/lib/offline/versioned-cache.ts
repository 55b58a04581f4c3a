export interface Version {
	/** Folder of the site on its host, with a slash before it; empty at the root. Each folder has its own caches. */
	readonly base: string;
	/** Name of the build. */
	readonly version: string;
	/** The precache list: addresses from the origin's root. */
	readonly paths: readonly string[];
	/** Address of the server's own version: JSON with `version`. */
	readonly versionPath: string;
}

export type VersionedCache = ReturnType<typeof versionedCache>;

/** Files whose name is a hash of their content: the same in every version that has them. */
export const isImmutable = (path: string) => path.includes('/immutable/');

/** One version of the site in the browser's cache storage, whole or not at all. */
export function versionedCache(
	caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>,
	{ base, version, paths, versionPath }: Version,
	get: typeof fetch
) {
	const prefix = `telegram-1856${base.replaceAll('/', '.')}-`;
	const name = prefix + version;

	async function fetchWhole(path: string): Promise<Response> {
		const answer = await get(path, { cache: 'no-cache' });
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: it cannot be cached.`);
		const headers = new Headers(answer.headers);
		// The body is decoded.
		headers.delete('content-encoding');
		headers.delete('content-length');
		// A new answer: browsers refuse a redirected one for a page.
		return new Response(await answer.arrayBuffer(), { headers });
	}

	async function checkVersion(): Promise<void> {
		const answer = await get(versionPath, { cache: 'no-store' });
		const { version: served } = (await answer.json()) as { version?: unknown };
		if (served !== version)
			throw new Error(
				`The server has version ${String(served)}, this is ${version}: versions are not mixed.`
			);
	}

	return {
		/**
		 * Fetches the whole precache list, and stores it once all of it has arrived.
		 *
		 * @throws {Error} when a file does not arrive, or the server has another version before or after; nothing is stored then
		 */
		async fill(): Promise<void> {
			await checkVersion();
			const answers = await Promise.all(paths.map(fetchWhole));
			await checkVersion();
			const cache = await caches.open(name);
			await Promise.all(answers.map((answer, i) => cache.put(paths[i] ?? '', answer)));
		},

		/** Whether no entry is missing. */
		async isWhole(): Promise<boolean> {
			try {
				const entries = await (await caches.open(name)).keys();
				const stored = new Set(entries.map(({ url }) => new URL(url).pathname));
				return paths.every((path) => stored.has(path));
			} catch {
				return false;
			}
		},

		/**
		 * A stored answer of this version; of an immutable file also from another one, for a page of that version may still be
		 * open. Undefined if there is none that the browser can read.
		 */
		async match(path: string): Promise<Response | undefined> {
			try {
				const cache = await caches.open(name);
				// Browsers notice damage on the disk only while they read a body; the page would stay blank. The answer itself
				// stays unread: scripts that come straight from the cache need not be compiled again.
				const [probe, answer] = await Promise.all([cache.match(path), cache.match(path)]);
				const body = await probe?.arrayBuffer().catch(() => null);
				if (body?.byteLength) return answer;
				if (probe) await cache.delete(path);
				return isImmutable(path) ? await caches.match(path) : undefined;
			} catch {
				// A storage that cannot be opened has nothing.
				return undefined;
			}
		},

		/** Deletes older versions but the last one before this, which open pages may still be using. */
		async deleteOlder(): Promise<void> {
			const names = await caches.keys();
			const others = names.filter((other) => other.startsWith(prefix) && other !== name);
			await Promise.all(others.slice(0, -1).map((other) => caches.delete(other)));
		}
	};
}
