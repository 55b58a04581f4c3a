import type { LiveData } from '$lib/model/embed';

/**
 * Maps and cards of a language, fetched when first asked for.
 *
 * @param address of `live.json`
 * @returns gives them; rejects when they do not come, and asks again the next time
 */
export function liveFile(address: string): () => Promise<LiveData> {
	let asked: Promise<LiveData> | null = null;
	const load = async () => {
		const answer = await fetch(address);
		if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
		return (await answer.json()) as LiveData;
	};
	return () =>
		(asked ??= load().catch((error: unknown) => {
			asked = null;
			throw error;
		}));
}
