import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handleInput } from './input';
import type { Kiosk } from '../visit/kiosk.svelte';

let root: HTMLElement;
beforeEach(() => {
	root = document.createElement('main');
	root.innerHTML =
		'<button data-stop id="a">A</button><button data-stop id="b">B</button><p data-card="card-che">Che</p>';
	document.body.append(root);
});
afterEach(() => root.remove());

/** A kiosk in a visit; `press` answers whether the press has done its work. */
function setUp({ wakes = false, sheet = null as string | null } = {}) {
	const kiosk = {
		phase: 'visit',
		sheet,
		guess: null as string | null,
		press: vi.fn<Kiosk['press']>(() => wakes),
		stir: vi.fn(),
		step: vi.fn(),
		open: vi.fn()
	};
	const told = { onstaff: vi.fn(), onpress: vi.fn(), scrollSheet: vi.fn() };
	const made = handleInput({
		kiosk: kiosk as unknown as Kiosk,
		root: () => root,
		now: () => 0,
		corner: () => 60,
		...told
	});
	return { kiosk, ...told, ...made };
}

const key = (name: string, more: KeyboardEventInit = {}) =>
	new KeyboardEvent('keydown', { key: name, cancelable: true, ...more });
const tap = (x: number, y: number) => new PointerEvent('pointerdown', { clientX: x, clientY: y });

describe('the hands', () => {
	it('turn passages by the arrows, and go round what can be pressed', () => {
		const { oninput, kiosk } = setUp();
		oninput(key('ArrowRight'));
		oninput(key('ArrowLeft'));
		expect(kiosk.step.mock.calls).toEqual([[1], [-1]]);
		const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((name) => {
			oninput(key(name));
			return document.activeElement?.id;
		});
		expect(seen).toEqual(['a', 'b', 'a', 'b']);
	});

	it('leave letters to nobody, and a key that wakes the screen does nothing else', () => {
		const letter = key('x');
		setUp().oninput(letter);
		expect(letter.defaultPrevented).toBe(false);
		const waking = setUp({ wakes: true });
		const arrow = key('ArrowRight');
		waking.oninput(arrow);
		expect(arrow.defaultPrevented).toBe(true);
		expect(waking.kiosk.step).not.toHaveBeenCalled();
	});

	it('a key that is held down is one press and no visitor', () => {
		const { oninput, kiosk, onpress } = setUp();
		oninput(key('ArrowRight', { repeat: true }));
		expect(kiosk.press).not.toHaveBeenCalled();
		expect(onpress).not.toHaveBeenCalled();
		expect(kiosk.step).not.toHaveBeenCalled();
	});

	it('scroll and close a sheet of text', () => {
		const { oninput, kiosk, scrollSheet } = setUp({ sheet: 'card-che' });
		oninput(key('ArrowDown'));
		expect(scrollSheet.mock.calls).toEqual([[1]]);
		oninput(key('Escape'));
		expect(kiosk.sheet).toBeNull();
	});

	it('say whether it was a key or a hand, and that a finger that moves is somebody', () => {
		const { oninput, onpress, kiosk } = setUp();
		oninput(key('ArrowDown'));
		oninput(tap(300, 300));
		expect(onpress.mock.calls).toEqual([[true], [false]]);
		oninput(new PointerEvent('pointermove'));
		expect(kiosk.stir).toHaveBeenCalledOnce();
		expect(kiosk.press).toHaveBeenCalledTimes(2);
	});

	it('say of a touch whether it has done its work, and which buttons mean something to a tour that plays', () => {
		root.querySelector('#a')?.setAttribute('data-play', '');
		root.querySelector('#b')?.setAttribute('data-go-on', '');
		for (const wakes of [false, true]) {
			const { ondown, kiosk, onpress } = setUp({ wakes });
			for (const on of ['#a', '#b', 'p']) {
				expect(ondown(root.querySelector(on), 300, 300)).toBe(wakes);
			}
			expect(kiosk.press.mock.calls).toEqual([['play'], ['go-on'], [null]]);
			expect(onpress).toHaveBeenLastCalledWith(false);
		}
	});

	it('staff knock five times in the corner, or press Escape', () => {
		for (const knock of [() => tap(10, 10), () => key('Escape')]) {
			const { oninput, onstaff } = setUp();
			for (let i = 0; i < 5; i += 1) oninput(knock());
			expect(onstaff).toHaveBeenCalledOnce();
		}
		const { oninput, onstaff } = setUp();
		for (let i = 0; i < 9; i += 1) oninput(tap(300, 10));
		expect(onstaff).not.toHaveBeenCalled();
	});

	it('a click on a name opens its card', () => {
		const { onclick, kiosk } = setUp();
		root.addEventListener('click', onclick, { capture: true });
		root.querySelector('p')?.click();
		root.querySelector('button')?.click();
		expect(kiosk.open.mock.calls).toEqual([['card-che']]);
	});

	it('a click on an answer is the visitor’s guess, until it is taken back', () => {
		root.innerHTML = '<button data-guess="no">No</button><button data-guess-undo>Back</button>';
		const { onclick, kiosk } = setUp();
		root.addEventListener('click', onclick, { capture: true });
		root.querySelector<HTMLElement>('[data-guess]')?.click();
		expect(kiosk.guess).toBe('no');
		root.querySelector<HTMLElement>('[data-guess-undo]')?.click();
		expect(kiosk.guess).toBeNull();
	});
});
