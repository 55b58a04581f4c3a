/**
 * The state of one kiosk. Over 300 lines: everything a visitor changes is in one class, so that one `reset` forgets all of it;
 * its rules are pure functions of the modules it imports.
 */
import { createContext } from 'svelte';
import type { Story } from '$lib/model/story';
import type { Reading } from '$lib/reading/reading.svelte';
import { darkSpotAfter, driftAfter, sceneAfter, shiftAfter } from '../attract/attract';
import { isOpen } from '../settings/hours';
import { idleAfter, type Idle } from './idle';
import type { Handover } from './language';
import { TEXT_STEPS } from './text-steps';
import { DEFAULTS, type Settings } from '../settings/settings';
import { stayMs, stopsOf, wordsAhead, type Shortest, type Tour } from './tour';
import { clockJumped, isStale, type Moment } from '../recovery/watchdog';

/** What the screen shows: the loop for those who pass by, the choice of a visit, or a visit. */
type Phase = 'attract' | 'choose' | 'visit';

const READING: Idle = { state: 'reading' };

interface Parts {
	readonly story: Story;
	readonly shortest: Shortest;
	/** Beats of the attract loop. */
	readonly scenes: readonly string[];
	readonly reading: Pick<Reading, 'position'>;
	/** Both clocks of the machine, now. */
	readonly clock: () => Moment;
	/** Runs something when what has changed by now is on the screen. */
	readonly afterPaint: (run: () => void) => void;
	/** Called when a visit begins. */
	readonly onvisit: () => void;
	/** Told in the attract loop that the page should start afresh. */
	readonly onstale: () => void;
}

/**
 * One kiosk: who is in front of it, where they are in the story, and what they have set for this visit. Everything a
 * visitor changes is here and nowhere else, so that `reset` forgets all of it. Time passes by `tick` alone.
 */
export class Kiosk {
	settings = $state.raw<Settings>(DEFAULTS);
	phase = $state<Phase>('attract');
	/** True from the touch that begins a visit until the next frame: the button answers, the rest follows. */
	waking = $state(false);
	/** True when the choice stands at the end of a tour. */
	ended = $state(false);
	tour = $state<Tour>('full');
	/** Which stop of the tour, from 0. */
	stop = $state(0);
	/** Index into `TEXT_STEPS`. */
	textStep = $state(0);
	contrast = $state(false);
	/** What the visitor guessed, or null. */
	guess = $state<string | null>(null);
	/** True while the tour plays by itself. */
	playing = $state(false);
	/** What is open over the passage: id of a sheet, or null. */
	sheet = $state<string | null>(null);
	idle = $state.raw<Idle>(READING);
	/** True in the dark hours, except during a visit. */
	dark = $state(false);
	/** Scene of the attract loop. */
	scene = $state(0);
	/** Pixel shift, CSS px. */
	shift = $state.raw<readonly [x: number, y: number]>([0, 0]);
	/** By how much the words of the loop are moved, rem. */
	drift = $state.raw<readonly [x: number, y: number]>([0, 0]);
	/** Where the line of the dark hours stands, percent. */
	darkSpot = $state.raw<readonly [left: number, top: number]>([0, 0]);
	/** Visits since the page was loaded. */
	visits = 0;

	readonly story: Story;
	readonly #parts: Parts;
	readonly stops = $derived.by(() => stopsOf(this.story, this.#parts.shortest, this.tour));
	readonly beat = $derived.by(() => this.story.beats[this.stops[this.stop] ?? 0]?.id ?? '');
	readonly isFirst = $derived(this.stop === 0);
	readonly isLast = $derived(this.stop === this.stops.length - 1);
	readonly wordsAhead = $derived.by(() => wordsAhead(this.story, this.stops, this.stop));

	readonly #began: number;
	#before: Moment;
	/** When the visitor last touched anything, the loop began, and the page was turned; running time, ms. */
	#touched: number;
	#attracted: number;
	#turned = 0;
	/** Turns the page within a long passage; answers false when there is no more. Set by the text pane. */
	turnPage: () => boolean = () => false;
	/** Share of the passage that came on the screen last and is still to be read; set by the text pane. */
	pageShare = 1;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.story = parts.story;
		this.#before = parts.clock();
		this.#began = this.#touched = this.#attracted = this.#before.run;
		this.#show();
	}

	/** Minutes of a tour are not known by its name: these are its words. */
	wordsOf(tour: Tour): number {
		return wordsAhead(this.story, stopsOf(this.story, this.#parts.shortest, tour));
	}

	passagesOf(tour: Tour): number {
		return stopsOf(this.story, this.#parts.shortest, tour).length;
	}

	/**
	 * Handles a touch or a key press.
	 *
	 * @param on what is pressed, where that matters: the button that answers “Still reading?”, with which a tour that plays
	 *   by itself plays on, or the one that pauses it
	 * @returns true when this press has done its work (woke the screen, answered the question, was the pause) and whatever
	 *   lies under the finger must not hear of it
	 */
	press(on: 'go-on' | 'play' | null = null): boolean {
		this.#touched = this.#parts.clock().run;
		if (this.phase === 'attract') {
			this.#wake();
			return true;
		}
		if (this.idle.state === 'asking') {
			this.idle = READING;
			this.playing &&= on === 'go-on';
			this.#turned = this.#touched;
			return true;
		}
		const pauses = this.playing && on === 'play';
		this.playing = false;
		return pauses;
	}

	/** Handles a movement of finger or pointer: it postpones the question, but does not answer it. */
	stir(): void {
		if (this.phase !== 'attract' && this.idle.state !== 'asking')
			this.#touched = this.#parts.clock().run;
	}

	choose(tour: Tour): void {
		this.tour = tour;
		this.#enter();
	}

	/** To the next stop, or back; after the last stands the choice of another tour, and from there it goes back too. */
	step(by: 1 | -1): void {
		if (this.phase === 'choose' && this.ended && by < 0) {
			this.phase = 'visit';
			this.ended = false;
			return this.#goTo(this.stop);
		}
		if (this.phase !== 'visit') return;
		if (by > 0 && this.isLast) {
			this.playing = false;
			this.sheet = null;
			this.ended = true;
			this.phase = 'choose';
			return;
		}
		this.#goTo(this.stop + by);
	}

	/** Back to the choice of a visit; where the room has set the tour, to its first passage. */
	restart(): void {
		this.playing = false;
		this.sheet = null;
		this.ended = false;
		this.stop = 0;
		if (this.settings.tour !== 'ask') return this.#enter();
		this.phase = 'choose';
		this.#lookAt(this.stops[0] ?? 0);
	}

	/** Starts or stops the tour that plays by itself. A press has paused it already (see `press`). */
	togglePlay(): void {
		this.playing = !this.playing;
		this.#turned = this.#parts.clock().run;
	}

	enlarge(): void {
		this.textStep = (this.textStep + 1) % TEXT_STEPS.length;
	}

	/** Opens a sheet; what plays by itself waits. */
	open(sheet: string): void {
		if (this.phase !== 'visit') return;
		this.playing = false;
		this.sheet = sheet;
	}

	/** Forgets the visitor: everything is as it was when the page was loaded. */
	reset(): void {
		this.phase = 'attract';
		this.waking = false;
		this.ended = false;
		this.tour = 'full';
		this.stop = 0;
		this.textStep = 0;
		this.contrast = false;
		this.guess = null;
		this.playing = false;
		this.sheet = null;
		this.idle = READING;
		this.scene = 0;
		const { run, wall } = this.#parts.clock();
		this.#attracted = run;
		this.dark = this.#isNight(wall);
		this.#show();
	}

	/** Takes up a visit from another language's page: the same passage, tour and looks. */
	resume({ tour, beat, textStep, contrast, guess }: Handover): void {
		this.#open();
		this.textStep = textStep;
		this.contrast = contrast;
		this.guess = guess;
		if (beat === null) return;
		this.tour = tour;
		this.#enter();
		const stop = this.stops.findIndex((index) => this.story.beats[index]?.id === beat);
		this.#goTo(Math.max(0, stop));
	}

	/** Lets time pass; called several times a second. */
	tick(): void {
		const now = this.#parts.clock();
		if (clockJumped(this.#before, now)) this.reset();
		this.#before = now;
		const up = now.run - this.#began;
		if (this.settings.pixelShift) {
			this.shift = shiftAfter(up);
			this.drift = driftAfter(now.run - this.#attracted);
		}
		this.dark = this.phase === 'attract' && this.#isNight(now.wall);
		this.darkSpot = darkSpotAfter(up);
		if (this.phase === 'attract') {
			this.scene = sceneAfter(now.run - this.#attracted, this.#parts.scenes.length);
			this.#show();
			if (isStale({ visits: this.visits, upMs: up })) this.#parts.onstale();
			return;
		}
		this.idle = idleAfter(now.run - this.#touched, this.settings.idleSeconds * 1000);
		if (this.idle.state === 'gone') this.reset();
		else if (this.idle.state === 'reading') this.#playOn(now.run);
	}

	#isNight(wall: number): boolean {
		return !isOpen(this.settings.hours, wall);
	}

	#playOn(now: number): void {
		if (!this.playing || this.phase !== 'visit') return;
		const words = this.story.beats[this.stops[this.stop] ?? 0]?.words ?? 0;
		if (now - this.#turned < stayMs(words, this.pageShare)) return;
		this.#turned = now;
		if (!this.turnPage()) this.step(1);
	}

	/**
	 * To paint the choice takes a large screen longer than a finger waits, so the first frame shows only that the touch
	 * was felt.
	 */
	#wake(): void {
		if (this.dark) return this.#begin();
		if (this.waking) return;
		this.waking = true;
		this.#parts.afterPaint(() => {
			if (this.waking) this.#begin();
		});
	}

	#begin(): void {
		this.visits += 1;
		this.#open();
		this.#parts.onvisit();
	}

	#open(): void {
		this.waking = false;
		this.dark = false;
		this.#touched = this.#parts.clock().run;
		const { tour } = this.settings;
		if (tour === 'ask') this.phase = 'choose';
		else {
			this.tour = tour;
			this.#enter();
		}
	}

	#enter(): void {
		this.phase = 'visit';
		this.ended = false;
		this.#goTo(0);
	}

	#goTo(stop: number): void {
		this.sheet = null;
		this.stop = Math.min(Math.max(stop, 0), this.stops.length - 1);
		this.#turned = this.#parts.clock().run;
		this.#show();
	}

	/** The attract loop and the visit write the same position; the choice of a visit keeps the loop's picture. */
	#show(): void {
		const { scenes } = this.#parts;
		if (this.phase === 'visit') this.#lookAt(this.stops[this.stop] ?? 0);
		if (this.phase === 'attract') {
			this.#lookAt(this.story.beats.findIndex(({ id }) => id === scenes[this.scene]));
		}
	}

	/** Pictures, cards, table and band follow. */
	#lookAt(beat: number): void {
		const { reading } = this.#parts;
		const at = Math.max(0, beat);
		if (reading.position.beat !== at) reading.position = { beat: at, progress: 0 };
	}
}

export const [useKiosk, provideKiosk] = createContext<Kiosk>();
