import { UNREST_PX } from '../visit/idle';

/** What is pressed as one, wherever in it the finger is. */
const CONTROL = 'a, button, label, summary, [data-card]';
/** A touch that has lain so long is a hand at rest: when it lifts it presses nothing, ms. */
const REST_MS = 5000;

interface Options {
	/** Running time, ms. */
	readonly now: () => number;
	/** A touch goes down there, CSS px. @returns true when that was all: when it lifts it presses nothing */
	readonly ondown?: (under: Element, x: number, y: number) => boolean;
	/** A touch moves, farther than a hand that rests and a touch point that is stuck. */
	readonly ontravel?: () => void;
	/** Whether anything touches the glass, whenever that changes. */
	readonly onheld?: (held: boolean) => void;
}

interface Finger {
	/** What it presses when it lifts; null: nothing. */
	control: Element | null;
}

const controlOf = (element: Element | null): Element | null => element?.closest(CONTROL) ?? element;

/** What a finger scrolls that begins there. */
function scrollerOf(element: Element | null): Element | null {
	if (!element) return null;
	const scrolls =
		element === document.scrollingElement ||
		/auto|scroll/.test(getComputedStyle(element).overflowY);
	return scrolls && element.scrollHeight > element.clientHeight
		? element
		: scrollerOf(element.parentElement);
}

/** As a browser does, with the keyboard's place first. */
function click(control: Element, { clientX, clientY }: Touch): void {
	if (control instanceof HTMLElement) control.focus({ preventScroll: true });
	const how = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1 };
	control.dispatchEvent(new MouseEvent('click', { ...how, clientX, clientY }));
}

/**
 * Gives every touch a press of its own: what goes down and comes up on the same control is its click. A browser gives a
 * click, and a scroll, only to a finger that is alone on the glass; here its click is left out, and a finger that comes
 * to others scrolls by script. Mouse, pen, keys and screen readers keep the clicks of the browser.
 *
 * Touch events, because while one finger scrolls Chromium has no pointer events for any other. They are heard on the
 * element that is touched: one that has left the page meanwhile still gets them, the window does not.
 *
 * @returns a function that stops listening
 */
export function listenForTouches(target: Window, options: Options): () => void {
	const { now, ondown, ontravel, onheld } = options;
	const stop = new AbortController();
	/** In the order in which they came. */
	const fingers = new Set<Finger>();

	function follow({ target: under, identifier, clientX, clientY }: Touch): void {
		if (!(under instanceof Element)) return;
		const began = now();
		const scroller = scrollerOf(under);
		const finger: Finger = {
			control: ondown?.(under, clientX, clientY) ? null : controlOf(under)
		};
		const shown = finger.control;
		let rested = { x: clientX, y: clientY };
		let lastY = clientY;
		let travels = false;
		fingers.add(finger);
		onheld?.(true);
		shown?.setAttribute('data-pressed', '');

		const over = new AbortController();
		const listen = (type: 'touchmove' | 'touchend' | 'touchcancel', run: typeof move) =>
			under.addEventListener(
				type,
				(event) => {
					const { changedTouches } = event as TouchEvent;
					const touch = Array.from(changedTouches).find((one) => one.identifier === identifier);
					if (touch) run(touch, event);
				},
				{ passive: type !== 'touchend', signal: over.signal }
			);

		function move(touch: Touch, { cancelable }: Event): void {
			if (Math.hypot(touch.clientX - rested.x, touch.clientY - rested.y) > UNREST_PX) {
				rested = { x: touch.clientX, y: touch.clientY };
				travels = true;
				ontravel?.();
			}
			if (!travels || !scroller) return;
			// It scrolls, and presses nothing.
			lift();
			// What cannot be cancelled the browser scrolls; fingers that are several `blockBrowserGestures` has taken from it.
			if (cancelable && fingers.size > 1 && [...fingers].at(-1) === finger) {
				scroller.scrollTop += lastY - touch.clientY;
			}
			lastY = touch.clientY;
		}

		function lift(): void {
			finger.control = null;
			shown?.removeAttribute('data-pressed');
		}

		function end(touch: Touch, event: Event): void {
			over.abort();
			fingers.delete(finger);
			onheld?.(fingers.size > 0);
			const { control } = finger;
			lift();
			if (event.type === 'touchcancel') return;
			if (event.cancelable) event.preventDefault();
			const at = document.elementFromPoint(touch.clientX, touch.clientY);
			if (!control || controlOf(at) !== control || now() - began > REST_MS) return;
			// Two fingers on one button are one press.
			for (const other of fingers) if (other.control === control) other.control = null;
			click(control, touch);
		}

		listen('touchmove', move);
		listen('touchend', end);
		listen('touchcancel', end);
	}

	target.addEventListener(
		'touchstart',
		(event) => {
			if (event.isTrusted) for (const touch of Array.from(event.changedTouches)) follow(touch);
		},
		{ capture: true, passive: true, signal: stop.signal }
	);
	return () => stop.abort();
}
