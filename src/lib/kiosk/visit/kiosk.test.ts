import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Story } from '$lib/model/story';
import { SCENE_MS } from '../attract/attract';
import { Kiosk } from './kiosk.svelte';
import { DEFAULTS } from '../settings/settings';

const ids = ['cover', 'a', 'b', 'c', 'end'];
const story = { beats: ids.map((id) => ({ id, words: 60 })) } as unknown as Story;
const NOON = new Date('2026-05-04T12:00:00').getTime();
const YEAR = 365 * 24 * 3_600_000;

let now: { wall: number; run: number };
let reading: { position: { beat: number; progress: number } };
let kiosk: Kiosk;
/** What waits for the next frame. */
let painted: (() => void)[] = [];
const paint = () => painted.splice(0).forEach((run) => run());
/** A touch, and the frame after it. */
function press(): boolean {
	const spent = kiosk.press();
	paint();
	return spent;
}
const onvisit = vi.fn();
const onstale = vi.fn();

/** Lets so many ms pass, as the page does: a tick every quarter of a second. */
function wait(ms: number): void {
	const end = now.run + ms;
	while (now.run < end) {
		const step = Math.min(250, end - now.run);
		now = { wall: now.wall + step, run: now.run + step };
		kiosk.tick();
	}
}

/** Everything a visitor could have changed. */
const state = () => ({
	phase: kiosk.phase,
	beat: reading.position.beat,
	tour: kiosk.tour,
	stop: kiosk.stop,
	text: kiosk.textStep,
	contrast: kiosk.contrast,
	guess: kiosk.guess,
	playing: kiosk.playing,
	sheet: kiosk.sheet,
	idle: kiosk.idle,
	scene: kiosk.scene,
	ended: kiosk.ended
});

beforeEach(() => {
	vi.clearAllMocks();
	painted = [];
	now = { wall: NOON, run: 0 };
	reading = { position: { beat: 0, progress: 0 } };
	kiosk = new Kiosk({
		story,
		shortest: { cover: '2', a: 'full', b: '5', c: 'full', end: '2' },
		scenes: ['cover', 'b', 'end'],
		reading,
		clock: () => now,
		afterPaint: (run) => painted.push(run),
		onvisit,
		onstale
	});
});

describe('the attract loop', () => {
	it('answers a touch at once, and begins in the next frame, once', () => {
		expect(kiosk.press()).toBe(true);
		expect(kiosk.press()).toBe(true);
		expect(kiosk.waking).toBe(true);
		expect(kiosk.phase).toBe('attract');
		paint();
		expect(kiosk.waking).toBe(false);
		expect(kiosk.phase).toBe('choose');
		expect(onvisit).toHaveBeenCalledTimes(1);
	});

	it('begins nothing when the touch was forgotten meanwhile', () => {
		kiosk.press();
		kiosk.reset();
		paint();
		expect(kiosk.phase).toBe('attract');
	});

	it('shows its scenes in turn', () => {
		const seen = [0, 1, 2, 3].map((i) => {
			if (i) wait(SCENE_MS);
			return story.beats[reading.position.beat]?.id;
		});
		expect(seen).toEqual(['cover', 'b', 'end', 'cover']);
	});

	it('answers the first touch with the choice of a visit, and the touch does nothing else', () => {
		expect(press()).toBe(true);
		expect(kiosk.phase).toBe('choose');
		expect(press()).toBe(false);
		expect(onvisit).toHaveBeenCalledTimes(1);
	});

	it('goes straight in where the room has set the tour', () => {
		kiosk.settings = { ...DEFAULTS, tour: '5' };
		press();
		expect(state()).toMatchObject({ phase: 'visit', tour: '5', beat: 0 });
		kiosk.step(1);
		kiosk.restart();
		expect(state()).toMatchObject({ phase: 'visit', stop: 0, beat: 0 });
	});

	it('is dark outside the hours, and a touch wakes it for a visit', () => {
		kiosk.settings = { ...DEFAULTS, hours: { from: '09:00', to: '12:01' } };
		wait(30_000);
		expect(kiosk.dark).toBe(false);
		wait(60_000);
		expect(kiosk.dark).toBe(true);
		press();
		wait(1000);
		expect(kiosk.dark).toBe(false);
		kiosk.reset();
		expect(kiosk.dark).toBe(true);
	});

	it('asks for a fresh page after twenty visits, and never during one', () => {
		for (let i = 0; i < 20; i += 1) {
			press();
			wait(1000);
			expect(onstale).not.toHaveBeenCalled();
			kiosk.reset();
		}
		wait(250);
		expect(onstale).toHaveBeenCalled();
	});
});

describe('a visit', () => {
	beforeEach(() => {
		press();
	});

	it('stops where its tour stops, forth and back', () => {
		kiosk.choose('5');
		const stops = [reading.position.beat];
		while (!kiosk.isLast) {
			kiosk.step(1);
			stops.push(reading.position.beat);
		}
		expect(stops).toEqual([0, 2, 4]);
		kiosk.step(-1);
		expect(reading.position.beat).toBe(2);
		kiosk.step(-1);
		kiosk.step(-1);
		expect(reading.position.beat).toBe(0);
	});

	it('ends at the choice of another tour, not at a wall', () => {
		kiosk.choose('2');
		kiosk.step(1);
		kiosk.step(1);
		expect(state()).toMatchObject({ phase: 'choose', ended: true });
		kiosk.choose('full');
		expect(state()).toMatchObject({ phase: 'visit', stop: 0, ended: false });
	});

	it('leads from that choice back to the last passage, and from the first choice nowhere', () => {
		kiosk.step(-1);
		expect(state()).toMatchObject({ phase: 'choose', ended: false });
		kiosk.choose('2');
		kiosk.step(1);
		kiosk.step(1);
		kiosk.step(-1);
		expect(state()).toMatchObject({ phase: 'visit', tour: '2', stop: 1, ended: false });
		expect(kiosk.isLast).toBe(true);
	});

	it('closes what is open when it goes on', () => {
		kiosk.choose('full');
		kiosk.open('person-guevara');
		kiosk.step(1);
		expect(kiosk.sheet).toBeNull();
	});

	it('plays by itself only when told, waits at any touch, and is told anew', () => {
		kiosk.choose('full');
		wait(60_000);
		expect(kiosk.stop).toBe(0);
		press();
		kiosk.togglePlay();
		wait(40_000);
		expect(kiosk.stop).toBeGreaterThan(0);
		const { stop } = kiosk;
		press();
		expect(kiosk.playing).toBe(false);
		wait(60_000);
		expect(kiosk.stop).toBe(stop);
	});

	it('the press on Pause pauses and has done its work with that, whoever else presses meanwhile', () => {
		kiosk.choose('full');
		const pressPlay = () => {
			const spent = kiosk.press('play');
			press();
			if (!spent) kiosk.togglePlay();
		};
		pressPlay();
		expect(kiosk.playing).toBe(true);
		pressPlay();
		expect(kiosk.playing).toBe(false);
		pressPlay();
		expect(kiosk.playing).toBe(true);
		expect(kiosk.press()).toBe(false);
		expect(kiosk.playing).toBe(false);
	});

	it('turns the pages of a long passage before it goes on', () => {
		let pages = 2;
		kiosk.turnPage = () => (pages -= 1) >= 0;
		kiosk.choose('full');
		press();
		kiosk.togglePlay();
		wait(45_000);
		expect(pages).toBeLessThan(2);
		expect(kiosk.stop).toBe(0);
		press();
		kiosk.togglePlay();
		wait(70_000);
		expect(kiosk.stop).toBe(1);
	});
});

describe('nobody there', () => {
	const first = () => ({ ...state() });

	it('asks after 120 s, waits 30 s, and forgets everything', () => {
		const before = first();
		press();
		kiosk.choose('2');
		kiosk.step(1);
		kiosk.enlarge();
		kiosk.contrast = true;
		kiosk.guess = 'refuses';
		kiosk.open('home');
		wait(119_000);
		expect(kiosk.idle.state).toBe('reading');
		wait(1000);
		expect(kiosk.idle).toEqual({ state: 'asking', left: 30 });
		wait(29_000);
		expect(kiosk.phase).toBe('visit');
		wait(1000);
		expect(state()).toEqual(before);
	});

	it('goes on as often as somebody answers, and the answer does nothing else', () => {
		press();
		kiosk.choose('full');
		kiosk.step(1);
		for (let i = 0; i < 12; i += 1) {
			wait(140_000);
			expect(kiosk.idle.state).toBe('asking');
			expect(press()).toBe(true);
			expect(state()).toMatchObject({ phase: 'visit', stop: 1, idle: { state: 'reading' } });
		}
	});

	it.each([
		['the button that goes on does not pause a tour that plays', true],
		['any other touch answers and pauses it', false]
	])('%s', (_, goesOn) => {
		kiosk.turnPage = () => true;
		press();
		kiosk.choose('full');
		press();
		kiosk.togglePlay();
		wait(121_000);
		expect(kiosk.press(goesOn ? 'go-on' : null)).toBe(true);
		expect(kiosk.playing).toBe(goesOn);
	});

	it('the button that goes on starts no tour that stood', () => {
		press();
		kiosk.choose('full');
		wait(121_000);
		kiosk.press('go-on');
		expect(kiosk.playing).toBe(false);
	});

	it('the choice is left as well', () => {
		press();
		wait(151_000);
		expect(kiosk.phase).toBe('attract');
	});

	it('a finger that moves is somebody', () => {
		press();
		wait(100_000);
		kiosk.stir();
		wait(100_000);
		expect(kiosk.idle.state).toBe('reading');
	});

	it('a hand that moves towards the answer does not take the question away', () => {
		press();
		wait(121_000);
		kiosk.stir();
		wait(1000);
		expect(kiosk.idle.state).toBe('asking');
		press();
		expect(kiosk.idle.state).toBe('reading');
	});
});

describe('a clock that is wrong', () => {
	it.each([3 * YEAR, -9 * YEAR])('and jumps by %d ms: back to the attract loop', (jump) => {
		press();
		kiosk.choose('full');
		wait(1000);
		now = { ...now, wall: now.wall + jump };
		kiosk.tick();
		expect(kiosk.phase).toBe('attract');
		press();
		wait(1000);
		expect(kiosk.phase).toBe('choose');
	});
});

describe('another language', () => {
	it('goes on at the same passage, in the same tour, as large and as strong', () => {
		kiosk.resume({ tour: '5', beat: 'b', textStep: 2, contrast: true, guess: 'refuses' });
		expect(state()).toMatchObject({
			phase: 'visit',
			tour: '5',
			beat: 2,
			text: 2,
			contrast: true,
			guess: 'refuses'
		});
	});

	it('chooses on where the visitor had not chosen yet', () => {
		kiosk.resume({ tour: 'full', beat: null, textStep: 1, contrast: false, guess: null });
		expect(state()).toMatchObject({ phase: 'choose', text: 1 });
	});

	it('starts at the first passage when the tour has no such stop', () => {
		kiosk.resume({ tour: '2', beat: 'c', textStep: 0, contrast: false, guess: null });
		expect(state()).toMatchObject({ phase: 'visit', beat: 0 });
	});
});
