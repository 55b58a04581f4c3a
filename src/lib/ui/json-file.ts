/**
 * A file of the site, fetched when first asked for and then remembered.
 *
 * @param address of a JSON file that our own build wrote
 * @param timeoutMs after this time the file is taken not to come
 * @returns gives its content; rejects when it does not come, and asks again the next time
 */
export function jsonFile<Content>(address: string, timeoutMs: number): () => Promise<Content> {
	let asked: Promise<Content> | null = null;
	const load = async () => {
		const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
		if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
		return (await answer.json()) as Content;
	};
	return () =>
		(asked ??= load().catch((error: unknown) => {
			asked = null;
			throw error;
		}));
}
