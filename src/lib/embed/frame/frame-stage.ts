import type { FrameKind, LiveData } from '$lib/model/embed';
import type { Pictures } from '$lib/model/pictures';
import type { Showing } from './live.svelte';

/** What the box of a frame shows in a step. */
export interface Shown {
	/** Beat id. */
	readonly beat: string;
	readonly kind: FrameKind;
	/** What is seen, in one sentence. */
	readonly says: string;
	/** The page that is open tells what became of the passage's question. */
	readonly answered: boolean;
}

/** What the live box is drawn from. */
export interface LiveFiles {
	readonly live: LiveData;
	/** Null in a frame that has maps only. */
	readonly pictures: Pictures | null;
}

/** The box of a frame: still pictures, and from the reader's first step or touch on live ones. */
export class FrameStage {
	readonly #place: HTMLElement | null;
	readonly #still: HTMLImageElement | null;
	readonly #tall: Element | null;
	readonly #stills: string;
	readonly #load: () => Promise<LiveFiles>;
	readonly #onerror: (sentence: string) => void;
	#showing: Showing | null = null;
	#awake = false;
	#shown: Shown | null;
	#calm = false;

	/**
	 * @param frame the frame's element, as `Frame.svelte` makes it
	 * @param first what it shows at first
	 * @param load gives what the live box is drawn from
	 * @param onerror called with a sentence when that cannot be loaded; the stills stay
	 */
	constructor(
		frame: HTMLElement,
		first: Shown | null,
		load: () => Promise<LiveFiles>,
		onerror: (sentence: string) => void
	) {
		this.#place = frame.querySelector('[data-map-place]');
		this.#still = frame.querySelector('img[data-still]');
		this.#tall = frame.querySelector('[data-tall]');
		this.#stills = frame.dataset.stills ?? '';
		this.#shown = first;
		this.#load = load;
		this.#onerror = onerror;
	}

	/** Cut instead of moving, whatever the reader's system says. */
	set calm(calm: boolean) {
		this.#calm = calm;
		if (this.#showing) this.#showing.still = calm;
	}

	show(shown: Shown): void {
		this.#shown = shown;
		if (this.#place) this.#place.dataset.stage = shown.kind;
		this.#showing?.show(shown);
		// The first live map is a while in coming; the still stands behind it.
		const waits = shown.kind === 'map' && !this.#place?.querySelector('[data-map]');
		if (!this.#showing || waits) this.#showStill(shown);
	}

	#showStill({ beat, says }: Shown): void {
		if (!this.#still) return;
		this.#still.src = `${this.#stills}${beat}.wide.svg`;
		this.#tall?.setAttribute('srcset', `${this.#stills}${beat}.tall.svg`);
		// What is live says by itself what is seen.
		this.#still.alt = this.#showing ? '' : says;
	}

	/** The reader steps or touches: now the live box is worth its weight. */
	wake(): void {
		const place = this.#place;
		if (this.#awake || !place) return;
		this.#awake = true;
		Promise.all([this.#load(), import('./live.svelte')]).then(
			([{ live, pictures }, { mountLive, Showing }]) => {
				const showing = new Showing(live, pictures);
				showing.still = this.#calm;
				if (this.#shown) showing.show(this.#shown);
				this.#showing = showing;
				if (this.#still) this.#still.alt = '';
				mountLive(place, showing, this.#stills);
			},
			(error: unknown) => {
				// The next step tries again.
				this.#awake = false;
				this.#onerror(`The live map did not load: ${String(error)}`);
			}
		);
	}
}
