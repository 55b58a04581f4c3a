import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guard } from './guard';

let stop = () => {};
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
	stop();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

/** A guarded page with time by hand, and a server that answers every sign of life. */
function setUp({ isFree = true, answer = () => new Response(null, { status: 404 }) } = {}) {
	vi.spyOn(window, 'fetch').mockImplementation(() => Promise.resolve(answer()));
	let time = 0;
	const on = { isFollowed: true, isFree };
	const told = { tick: vi.fn(), reset: vi.fn(), onfault: vi.fn(), reload: vi.fn() };
	stop = guard({
		...told,
		now: () => time,
		storage: () => sessionStorage,
		isFree: () => on.isFree,
		isFollowed: () => on.isFollowed,
		beat: () => ({
			version: '1',
			start: 'a',
			visits: 0,
			errors: [],
			uptime: 0,
			heap: null,
			state: 'attract'
		}),
		beatUrl: '/kiosk-beat',
		heartbeat: () => null
	});
	const pass = (ms: number) => {
		time += ms;
		vi.advanceTimersByTime(ms);
	};
	return { ...told, on, pass };
}

/** Part of the page did not come: an error that its caller mends. */
const lost = () => Object.assign(new Event('vite:preloadError'), { payload: new Error('chunk') });

describe('the guard', () => {
	it('lets time pass four times a second, and leaves a page alone that is well', () => {
		const { tick, reset, reload, pass } = setUp();
		pass(60_000);
		expect(tick).toHaveBeenCalledTimes(240);
		expect(reset).not.toHaveBeenCalled();
		expect(reload).not.toHaveBeenCalled();
	});

	it('loads a screen anew that no longer follows, whoever is here', () => {
		const { on, pass, reload } = setUp({ isFree: false });
		on.isFollowed = false;
		pass(250);
		expect(reload.mock.lastCall?.[0]()).toBe(true);
	});

	it('notes a part of the page that did not come, and sends nobody away', () => {
		const { onfault, reset, reload, pass } = setUp();
		dispatchEvent(lost());
		pass(20_000);
		expect(onfault).toHaveBeenCalledOnce();
		expect(reset).not.toHaveBeenCalled();
		expect(reload).not.toHaveBeenCalled();
	});

	it.each([
		[true, 1],
		[false, 0]
	])('files found damaged: starts reload only if nobody is here (%s)', async (isFree, least) => {
		const damaged = () =>
			new Response(null, { status: 503, headers: { 'x-telegram-1856': 'resting' } });
		const { pass, reload } = setUp({ isFree, answer: damaged });
		pass(1000);
		await vi.waitFor(() => expect(window.fetch).toHaveBeenCalled());
		await new Promise(requestAnimationFrame);
		if (least) expect(reload).toHaveBeenCalled();
		else expect(reload).not.toHaveBeenCalled();
	});

	it('ends', () => {
		const { tick, onfault, pass } = setUp();
		stop();
		pass(5000);
		dispatchEvent(lost());
		expect(tick).not.toHaveBeenCalled();
		expect(onfault).not.toHaveBeenCalled();
	});
});
