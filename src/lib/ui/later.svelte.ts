import { tick } from 'svelte';

/** Components that are fetched when they are nearly wanted, so that they do not compete with the first paint. */
export class Later<Parts> {
	/** Null until they have come. */
	parts = $state.raw<Parts | null>(null);
	readonly #fetch: () => Promise<Parts>;

	/** @param fetch imports the module that has them; it may fail and be asked again */
	constructor(fetch: () => Promise<Parts>) {
		this.#fetch = fetch;
	}

	/** Resolves when they can be in the page; rejects when they do not come. */
	async load(): Promise<void> {
		this.parts ??= await this.#fetch();
		await tick();
	}
}
