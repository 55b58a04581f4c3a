import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { blockBrowserGestures } from './browser-gestures';
import { listenForTouches } from './touches';

interface Point {
	readonly id: number;
	readonly x: number;
	readonly y: number;
}

/** What touches the glass, and where. */
const down = new Map<number, Point>();

/** The tests run in a frame; the browser's fingers know the whole window. */
function inWindow({ id, x, y }: Point): Point {
	const box = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth);
	const scale = box.width / innerWidth;
	return { id, x: box.x + x * scale, y: box.y + y * scale };
}
const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: Point[]) =>
	cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points.map(inWindow) });

/** Real fingers on the glass. */
const finger = {
	async down(id: number, [x, y]: readonly [number, number]): Promise<void> {
		down.set(id, { id, x, y });
		await send('touchStart', [...down.values()]);
	},
	async move(id: number, dx: number, dy: number): Promise<void> {
		const { x, y } = down.get(id) ?? { x: 0, y: 0 };
		down.set(id, { id, x: x + dx, y: y + dy });
		await send('touchMove', [...down.values()]);
	},
	async up(id: number): Promise<void> {
		const point = down.get(id);
		down.delete(id);
		if (point) await send('touchEnd', [point]);
	},
	async tap(id: number, at: readonly [number, number]): Promise<void> {
		await finger.down(id, at);
		await finger.up(id);
	}
};

const A = [50, 40] as const;
const B = [200, 40] as const;
const WORD = [50, 150] as const;
const EMPTY = [300, 280] as const;

let root: HTMLElement;
let time: number;
let stop = () => {};
let clicks: string[];
/** What was pressed, once it is: while one finger scrolls, Chromium answers before the page has heard of another. */
const expectClicks = (...ids: string[]) => expect.poll(() => clicks).toEqual(ids);
const ondown = vi.fn(() => false);
const ontravel = vi.fn();
const onheld = vi.fn();
const node = (id: string) => root.querySelector<HTMLElement>(`#${id}`) as HTMLElement;

beforeEach(() => {
	vi.resetAllMocks();
	time = 0;
	clicks = [];
	root = document.createElement('main');
	root.style.cssText = 'position: fixed; inset: 0; touch-action: none';
	root.innerHTML = `<style>#a, #b, #pane { position: absolute; left: 0; top: 0; width: 100px; height: 80px }
		#b { left: 150px } #pane { top: 100px; height: 100px; width: 300px; overflow: auto; touch-action: pan-y }
		#pane p { height: 2000px; margin: 0 } #word { display: block; height: 160px }</style>
		<button id="a"><b id="inner">A</b></button><button id="b">B</button>
		<div id="pane"><p><span id="word" data-card="x">word</span></p></div>`;
	document.body.append(root);
	root.addEventListener('click', ({ target, isTrusted }) => {
		const { id } = target as Element;
		if (id) clicks.push(id + (isTrusted ? ' by the browser' : ''));
	});
	const stops = [
		blockBrowserGestures(window),
		listenForTouches(window, { now: () => time, ondown, ontravel, onheld })
	];
	stop = () => stops.forEach((end) => end());
});
afterEach(async () => {
	for (const id of [...down.keys()]) await finger.up(id);
	stop();
	root.remove();
});

describe('a touch is a press of its own', () => {
	it('alone on the glass: once, and the keyboard goes on from there', async () => {
		await finger.tap(1, A);
		await finger.tap(1, B);
		await expectClicks('a', 'b');
		expect(document.activeElement).toBe(node('b'));
	});

	it('while another finger rests, on nothing or on a button', async () => {
		await finger.down(1, EMPTY);
		await finger.tap(2, A);
		await finger.down(3, B);
		await finger.tap(2, A);
		await expectClicks('a', 'a');
	});

	it('while another finger rests on the same button', async () => {
		await finger.down(1, A);
		time += 60_000;
		await finger.tap(2, A);
		await finger.tap(2, A);
		await expectClicks('a', 'a');
	});

	it('after the finger that came first has gone', async () => {
		await finger.down(1, EMPTY);
		await finger.down(2, EMPTY);
		await finger.up(1);
		await finger.tap(3, A);
		await expectClicks('a');
	});

	it('while another finger scrolls', async () => {
		await finger.down(1, WORD);
		for (let i = 0; i < 6; i += 1) await finger.move(1, 0, -10);
		await finger.tap(2, A);
		await expectClicks('a');
		expect(ondown).toHaveBeenCalledTimes(2);
	});

	it('when what lies in the button has changed meanwhile', async () => {
		await finger.down(1, A);
		node('inner').remove();
		await finger.up(1);
		await expectClicks('a');
	});

	it('two at once on two buttons are two, on one button one', async () => {
		await finger.down(1, A);
		await finger.down(2, B);
		await finger.up(1);
		await finger.up(2);
		await finger.down(1, A);
		await finger.down(2, [70, 50]);
		await finger.up(1);
		await finger.up(2);
		await expectClicks('a', 'b', 'a');
	});

	it('shows on the button as long as it lasts', async () => {
		await finger.down(1, EMPTY);
		await finger.down(2, A);
		expect(node('a').matches('[data-pressed]')).toBe(true);
		await finger.up(2);
		expect(node('a').matches('[data-pressed]')).toBe(false);
	});
});

describe('a touch presses nothing', () => {
	const others = [false, true];

	it.each(others)('when it comes up elsewhere (another rests: %s)', async (rests) => {
		if (rests) await finger.down(1, EMPTY);
		await finger.down(2, A);
		await finger.move(2, 150, 0);
		await finger.up(2);
		await finger.down(2, A);
		await finger.move(2, 0, 200);
		await finger.up(2);
		expect(clicks).toEqual([]);
	});

	it.each(others)(
		'when it has scrolled, within the same word (another rests: %s)',
		async (rests) => {
			if (rests) await finger.down(1, EMPTY);
			await finger.down(2, WORD);
			for (let i = 0; i < 4; i += 1) await finger.move(2, 0, -10);
			await finger.up(2);
			await expect.poll(() => node('pane').scrollTop).toBeGreaterThan(15);
			expect(clicks).toEqual([]);
		}
	);

	it('when it was taken away', async () => {
		await finger.down(1, A);
		down.clear();
		await send('touchCancel', []);
		expect(clicks).toEqual([]);
		expect(onheld).toHaveBeenLastCalledWith(false);
	});

	it('when it has lain there for long: a sleeve that lifts', async () => {
		await finger.down(1, A);
		time += 60_000;
		await finger.up(1);
		expect(clicks).toEqual([]);
	});

	it('when going down was all it was for, whatever comes up under it', async () => {
		ondown.mockReturnValue(true);
		await finger.down(1, A);
		node('a').remove();
		node('b').style.left = '0';
		await finger.up(1);
		expect(clicks).toEqual([]);
		expect(onheld).toHaveBeenLastCalledWith(false);
	});
});

describe('a touch travels', () => {
	it('not while it rests, nor while it trembles', async () => {
		await finger.down(1, EMPTY);
		for (let i = 0; i < 16; i += 1)
			await finger.move(1, i % 2 === 0 ? 2 : -2, i % 3 === 0 ? 1 : -1);
		await finger.down(2, EMPTY);
		for (let i = 0; i < 6; i += 1) await finger.move(1, i % 2 === 0 ? 2 : -2, 0);
		expect(ontravel).not.toHaveBeenCalled();
	});

	it.each([EMPTY, WORD])(
		'when it is drawn over the glass from %j, after others too',
		async (...at) => {
			await finger.down(1, [at[0], at[1]]);
			for (let i = 0; i < 5; i += 1) await finger.move(1, 0, -10);
			expect(ontravel.mock.calls.length).toBeGreaterThan(0);
			ontravel.mockClear();
			await finger.down(2, EMPTY);
			for (let i = 0; i < 5; i += 1) await finger.move(2, -10, 0);
			expect(ontravel.mock.calls.length).toBeGreaterThan(0);
		}
	);
});

it('clicks that are nobody’s touch are left to the browser', async () => {
	node('a').click();
	const at = inWindow({ id: 0, x: B[0], y: B[1] });
	for (const type of ['mousePressed', 'mouseReleased'] as const) {
		await cdp().send('Input.dispatchMouseEvent', {
			type,
			x: at.x,
			y: at.y,
			button: 'left',
			clickCount: 1
		});
	}
	await expectClicks('a', 'b by the browser');
	expect(ondown).not.toHaveBeenCalled();
});
