import { createContext } from 'svelte';
import { prefersReducedMotion } from 'svelte/motion';
import type { Position, Scene, Story } from '$lib/model/story';
import { minutesLeft } from '$lib/model/minutes';
import { sceneAt } from '$lib/model/scene';
import { recall, remember } from './storage';

/** Brings the beat with this index to the reading line and, if wanted, the keyboard's place with it. */
export type Mover = (beat: number, focus: boolean) => void;

/**
 * Where the reader is, and what follows from it. Scroll, stepper and keyboard write the position;
 * everything else only reads. Scenes are derived, never stored.
 */
export class Reading {
	readonly story: Story;
	/** Written by the follower of the scroll position alone; use `goTo` to move. */
	position = $state.raw<Position>({ beat: 0, progress: 0 });
	/** The page's own motion switch; the system's wish for less motion always counts as well. */
	motion = $state(true);
	/** Colour the telegram's words by the clock they belong to. */
	byClock = $state(false);
	/** Place id that the reader touched in the words; it lights on the map. */
	lit = $state<string | null>(null);
	/** The reader has guessed how it went on, in this visit or an earlier one: the page tells it. */
	answered = $state(false);
	/** True while the reader rushes past the words; written by the follower of the scroll position. */
	rushing = $state(false);

	readonly beat = $derived(this.position.beat);
	/** Id of the section that is read, without delay. */
	readonly section = $derived.by(() => this.story.beats[this.beat]?.section ?? '');
	#scene: Scene | null = null;
	/**
	 * Everything on the stage hangs on it: made anew only when the beat is another, and while the reader rushes past
	 * kept as it is; after the scroll the scene follows.
	 */
	readonly scene = $derived.by(() => {
		const { beat } = this;
		if (!this.rushing || !this.#scene) this.#scene = sceneAt(this.story, { beat, progress: 0 });
		return this.#scene;
	});
	readonly minutes = $derived.by(() => minutesLeft(this.story, this.position));
	readonly reducedMotion = $derived.by(() => !this.motion || prefersReducedMotion.current);

	/** Set by the page once it can scroll. */
	#mover: Mover | null = null;
	/** Title of the beat that a button has just gone to: read out, because nothing else says so. */
	announced = $state('');

	constructor(story: Story) {
		this.story = story;
	}

	moveWith(mover: Mover): void {
		this.#mover = mover;
	}

	/**
	 * Goes to a beat by index; beyond either end it goes to the end.
	 *
	 * @param then `focus` puts the keyboard's place into the beat, so that Tab goes on there; `announce`
	 *   leaves the focus on the button that was pressed and has the title read out
	 */
	goTo(beat: number, then: 'focus' | 'announce' = 'focus'): void {
		const target = Math.min(Math.max(beat, 0), this.story.beats.length - 1);
		this.#mover?.(target, then === 'focus');
		if (then === 'announce') this.announced = this.story.beats[target]?.title ?? '';
	}

	/** Puts the keyboard's place into the beat that is read. */
	focusHere(): void {
		this.#mover?.(this.beat, true);
	}

	/** Called in the browser: takes up what this reader chose last time. */
	recallChoices(): void {
		this.motion = recall('motion') !== 'off';
		this.answered = recall('guess') !== null;
	}

	setMotion(on: boolean): void {
		this.motion = on;
		remember('motion', on ? null : 'off');
	}
}

export const [useReading, provideReading] = createContext<Reading>();
