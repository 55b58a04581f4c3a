import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { listenForVisitor } from './idle';

const heard = vi.fn();
let stop = () => {};
beforeEach(() => {
	heard.mockClear();
	stop = listenForVisitor(window, heard);
});
afterEach(() => stop());

const mouse = (x: number, y: number) =>
	cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });

it('a mouse that trembles, or a screen that calls itself one, goes nowhere; one that is moved does', async () => {
	await mouse(100, 100);
	heard.mockClear();
	for (const x of [101, 99, 102, 100, 98, 100]) await mouse(x, 100);
	expect(heard).not.toHaveBeenCalled();
	await mouse(110, 100);
	await mouse(120, 100);
	expect(heard).toHaveBeenCalledOnce();
});

it('touches are heard elsewhere, one by one', async () => {
	const touch = (type: 'touchStart' | 'touchEnd', points: { x: number; y: number }[]) =>
		cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points });
	await touch('touchStart', [{ x: 100, y: 100 }]);
	await touch('touchEnd', []);
	expect(heard).not.toHaveBeenCalled();
});
