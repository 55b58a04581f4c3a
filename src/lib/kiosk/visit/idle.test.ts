import { describe, expect, it, vi } from 'vitest';
import { GRACE_MS, idleAfter, listenForVisitor } from './idle';

describe('idleAfter', () => {
	const idle = 120_000;

	it.each([
		[0, { state: 'reading' }],
		[idle - 1, { state: 'reading' }],
		[idle, { state: 'asking', left: 30 }],
		[idle + 10_000, { state: 'asking', left: 20 }],
		[idle + GRACE_MS - 1, { state: 'asking', left: 1 }],
		[idle + GRACE_MS, { state: 'gone' }],
		[Infinity, { state: 'gone' }]
	])('%d ms after the last touch', (quiet, expected) => {
		expect(idleAfter(quiet, idle)).toEqual(expected);
	});
});

describe('listenForVisitor', () => {
	it('does not take what a script does for a visitor', () => {
		const target = new EventTarget();
		const heard = vi.fn();
		const stop = listenForVisitor(target, heard);
		for (const type of ['pointerdown', 'keydown', 'wheel', 'scroll', 'click']) {
			target.dispatchEvent(new Event(type));
		}
		expect(heard).not.toHaveBeenCalled();
		stop();
	});
});
