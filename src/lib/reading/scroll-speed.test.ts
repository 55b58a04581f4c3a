import { describe, expect, it } from 'vitest';
import { ScrollSpeed } from './scroll-speed';

/** Scrolls at a steady speed (CSS px a second) for some time (ms), a sample every frame. */
function scroll(pace: ScrollSpeed, speed: number, ms: number, from = 0): boolean {
	let rushing = false;
	for (let t = 0; t <= ms; t += 16) rushing = pace.note((speed * (from + t)) / 1000, from + t);
	return rushing;
}

describe('ScrollSpeed', () => {
	it('knows a fling from reading', () => {
		expect(scroll(new ScrollSpeed(), 2500, 400)).toBe(true);
		expect(scroll(new ScrollSpeed(), 600, 400)).toBe(false);
	});

	it('takes a jump to a link for what it is: over at once', () => {
		const pace = new ScrollSpeed();
		pace.note(0, 0);
		expect(pace.note(9000, 16)).toBe(false);
	});

	it('a fling is over when it slows down, or when the page stands still', () => {
		const pace = new ScrollSpeed();
		scroll(pace, 2500, 400);
		expect(pace.note(1100, 480)).toBe(true);
		for (let t = 500; t < 900; t += 16) pace.note(1100 + (t - 500) * 0.3, t);
		expect(pace.note(1225, 916)).toBe(false);
		scroll(pace, 2500, 400, 2000);
		expect(pace.rest()).toBe(false);
	});

	it('survives a scroll position that is no number', () => {
		expect(new ScrollSpeed().note(NaN, NaN)).toBe(false);
	});
});
