import { tick } from 'svelte';

/** A component that is fetched when it is nearly wanted, so that it does not compete with the first paint. */
export class Later<Part> {
	/** Null until it has come. */
	component = $state.raw<Part | null>(null);
	readonly #fetch: () => Promise<{ default: Part }>;

	/** @param fetch imports the component; it may fail and be asked again */
	constructor(fetch: () => Promise<{ default: Part }>) {
		this.#fetch = fetch;
	}

	/** Resolves when the component is in the page; rejects when it does not come. */
	async load(): Promise<void> {
		this.component ??= (await this.#fetch()).default;
		await tick();
	}
}
