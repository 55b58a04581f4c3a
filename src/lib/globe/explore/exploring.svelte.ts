import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Camera } from '../camera/camera';

/** Where a reader was in the explorer when a link in a card led them away. */
export interface Explored {
	readonly camera: Camera;
	/** Place id they had chosen. */
	readonly place: string | null;
	/** Id of the card, and the address of the link in it. */
	readonly card: string | null;
	readonly href: string | null;
	/** Which of the explorer's controls had the keyboard. */
	readonly control: number;
}

/** What the keyboard can reach in the explorer, in order. */
const controlsIn = (stage: Element) => [
	...stage.querySelectorAll<HTMLElement>(
		'[data-map], [data-explorer] :is(button, select, summary, a[href])'
	)
];

/** Whether explore mode is on, and the way in and out. */
export class Exploring {
	/** What the explorer is made of; null until it was fetched. */
	parts = $state.raw<typeof import('./explore') | null>(null);
	on = $state(false);
	/** The reader asked for it and it did not come. */
	failed = $state(false);
	/** False without a moving map: there is nothing to explore. */
	possible = $state(true);
	/** Place id that the reader chose, from the list or by its card. */
	place = $state<string | null>(null);
	/** Place id that the list sent the map to; null once the map was turned away from it. */
	sentTo = $state<string | null>(null);
	/** Where the keyboard was before. */
	#came: HTMLElement | null = null;
	#control = 0;

	/** Fetches the explorer, at the first sign that it is wanted. */
	async fetch(): Promise<void> {
		try {
			this.parts ??= await import('./explore');
		} catch {
			// Said when the reader presses the button; another press tries again.
		}
	}

	/** @param stage where the map is; the keyboard goes there */
	async enter(stage: Element): Promise<void> {
		const { activeElement } = document;
		await this.fetch();
		this.failed = !this.parts;
		if (!this.parts || !this.possible) return;
		this.#came = activeElement instanceof HTMLElement ? activeElement : null;
		this.on = true;
		await tick();
		stage.querySelector<HTMLElement>('[data-map]')?.focus({ preventScroll: true });
	}

	/** Ends explore mode; what the reader did with the map is forgotten. */
	close(): void {
		this.on = false;
		this.failed = false;
		this.place = null;
		this.sentTo = null;
	}

	/** The keyboard goes back to where it was, or to the button in the stage. */
	async leave(stage: Element): Promise<void> {
		this.close();
		await tick();
		const came = this.#came?.isConnected && this.#came !== document.body ? this.#came : null;
		const button = stage.querySelector<HTMLElement>('[data-explore]');
		(came ?? button)?.focus({ preventScroll: true });
	}

	/** What must be known to come back to exactly here; null outside the explorer. */
	remember(camera: Camera, link: HTMLAnchorElement): Explored | null {
		if (!this.on) return null;
		return {
			camera,
			place: this.place,
			card: link.closest('dialog')?.id ?? null,
			href: link.getAttribute('href'),
			control: this.#control
		};
	}

	/** Back into the explorer, with the keyboard where it was. The camera is the map's own business. */
	async resume(stage: Element, { place, control }: Explored): Promise<void> {
		await this.enter(stage);
		this.place = place;
		await tick();
		controlsIn(stage)[control]?.focus({ preventScroll: true });
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
		stage.addEventListener(
			'focusin',
			({ target }) => {
				if (this.on && target instanceof HTMLElement) {
					this.#control = Math.max(0, controlsIn(stage).indexOf(target));
				}
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
				// On a window too low for the stage, and without a map, the link goes where it leads without JavaScript.
				if (stage.clientHeight === 0 || !this.possible) return;
				event.preventDefault();
				this.enter(stage);
			},
			// Before the router sees it: without JavaScript the link leads to the page about the map.
			{ signal, capture: true }
		);
		return () => stop.abort();
	};
}
