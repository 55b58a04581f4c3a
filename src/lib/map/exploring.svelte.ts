import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Whether the map is in the reader's hand, and the way in and out. */
export class Exploring {
	/** What the explorer is made of; null until it was fetched. */
	parts = $state.raw<typeof import('./explore') | null>(null);
	on = $state(false);
	/** Where the keyboard was before. */
	#came: HTMLElement | null = null;

	/** Fetches the explorer, at the first sign that it is wanted. */
	async fetch(): Promise<void> {
		try {
			this.parts ??= await import('./explore');
		} catch {
			// Without it the map stays as it is; another press tries again.
		}
	}

	/** @param stage where the map is; the keyboard goes there */
	async enter(stage: Element): Promise<void> {
		const { activeElement } = document;
		await this.fetch();
		if (!this.parts) return;
		this.#came = activeElement instanceof HTMLElement ? activeElement : null;
		this.on = true;
		await tick();
		stage.querySelector<HTMLElement>('[data-map]')?.focus({ preventScroll: true });
	}

	/** The keyboard goes back to where it was, or to the button in the stage. */
	async leave(stage: Element): Promise<void> {
		this.on = false;
		await tick();
		const came = this.#came?.isConnected && this.#came !== document.body ? this.#came : null;
		const button = stage.querySelector<HTMLElement>('[data-explore]');
		(came ?? button)?.focus({ preventScroll: true });
	}

	/** On the stage: Esc leaves, and links to the explorer among the words enter. */
	readonly keysAndLinks: Attachment<HTMLElement> = (stage) => {
		const stop = new AbortController();
		const { signal } = stop;
		stage.addEventListener(
			'keydown',
			(event) => {
				if (event.key !== 'Escape' || !this.on) return;
				event.preventDefault();
				this.leave(stage);
			},
			{ signal }
		);
		document.addEventListener(
			'click',
			(event) => {
				if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
				if (!(event.target instanceof Element && event.target.closest('[data-explore-link]'))) {
					return;
				}
				// On a window too low for the stage the link goes where it leads without JavaScript.
				if (stage.clientHeight === 0) return;
				event.preventDefault();
				this.enter(stage);
			},
			// Before the router sees it: without JavaScript the link leads to the page about the map.
			{ signal, capture: true }
		);
		return () => stop.abort();
	};
}
