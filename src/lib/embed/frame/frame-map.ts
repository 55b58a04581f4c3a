import type { LiveData } from '$lib/model/embed';
import type { Showing } from './live.svelte';

/** The map of a frame: still pictures, and from the reader's first step or touch on the live map. */
export class FrameMap {
	readonly #place: HTMLElement | null;
	readonly #still: HTMLImageElement | null;
	readonly #tall: Element | null;
	readonly #stills: string;
	readonly #load: () => Promise<LiveData>;
	readonly #onerror: (sentence: string) => void;
	#showing: Showing | null = null;
	#awake = false;
	#beat: string;
	#calm = false;

	/**
	 * @param frame the frame's element, as `Frame.svelte` makes it
	 * @param beat the first step's
	 * @param load gives the maps of all beats
	 * @param onerror called with a sentence when the live map cannot be loaded; the still pictures stay
	 */
	constructor(
		frame: HTMLElement,
		beat: string,
		load: () => Promise<LiveData>,
		onerror: (sentence: string) => void
	) {
		this.#place = frame.querySelector('[data-map-place]');
		this.#still = frame.querySelector('img[data-still]');
		this.#tall = frame.querySelector('[data-tall]');
		this.#stills = frame.dataset.stills ?? '';
		this.#beat = beat;
		this.#load = load;
		this.#onerror = onerror;
	}

	/** Cut instead of flying, whatever the reader's system says. */
	set calm(calm: boolean) {
		this.#calm = calm;
		if (this.#showing) this.#showing.still = calm;
	}

	/** @param says what the map of the beat shows */
	show(beat: string, says: string): void {
		this.#beat = beat;
		if (this.#showing) this.#showing.beat = beat;
		else if (this.#still && beat) {
			this.#still.src = `${this.#stills}${beat}.wide.svg`;
			this.#tall?.setAttribute('srcset', `${this.#stills}${beat}.tall.svg`);
			this.#still.alt = says;
		}
	}

	/** The reader steps or touches: now the live map is worth its weight. */
	wake(): void {
		const place = this.#place;
		if (this.#awake || !place) return;
		this.#awake = true;
		Promise.all([this.#load(), import('./live.svelte')]).then(
			([live, { mountLive, Showing }]) => {
				this.#showing = new Showing(live, this.#beat, this.#calm);
				mountLive(place, this.#showing, this.#stills);
			},
			(error: unknown) => {
				// The next step tries again.
				this.#awake = false;
				this.#onerror(`The live map did not load: ${String(error)}`);
			}
		);
	}
}
