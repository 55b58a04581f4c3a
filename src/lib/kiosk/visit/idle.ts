/** Time to answer “Still reading?”, ms. WCAG 2.2.1 wants at least 20 s. */
export const GRACE_MS = 30_000;

/** A visitor reads, or is asked (so many whole seconds are left), or has gone. */
export type Idle =
	| { readonly state: 'reading' }
	| { readonly state: 'asking'; readonly left: number }
	| { readonly state: 'gone' };

/**
 * What the time since the last input means.
 *
 * @param quietMs ms since the visitor last touched anything
 * @param idleMs ms until they are asked
 */
export function idleAfter(quietMs: number, idleMs: number): Idle {
	if (quietMs < idleMs) return { state: 'reading' };
	const left = Math.ceil((idleMs + GRACE_MS - quietMs) / 1000);
	return left > 0 ? { state: 'asking', left } : { state: 'gone' };
}

/**
 * A hand that rests and a touch point that is stuck tremble by less than this, CSS px. As much as Chromium leaves a
 * finger before it scrolls.
 */
export const UNREST_PX = 15;

/** What only a person does. Scrolling is not here: the page scrolls by itself. */
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Calls back at every input of a person by mouse, pen or keys, before anything else hears of it; touches are heard one
 * by one (`touches.ts`). Events made by script do not count.
 *
 * @returns a function that stops listening
 */
export function listenForVisitor(target: EventTarget, oninput: (event: Event) => void): () => void {
	const stop = new AbortController();
	let spot = { x: Infinity, y: Infinity };
	const isPerson = (event: Event): boolean => {
		if (!event.isTrusted) return false;
		if (!(event instanceof PointerEvent)) return true;
		if (event.pointerType === 'touch') return false;
		if (event.type !== 'pointermove') return true;
		// A browser reports the pointer again when the page moves under it, and a screen that calls itself a mouse may have
		// a sleeve on it: a pointer that goes nowhere is no visitor.
		const { screenX: x, screenY: y } = event;
		if (Math.hypot(x - spot.x, y - spot.y) <= UNREST_PX) return false;
		spot = { x, y };
		return true;
	};
	for (const type of INPUT) {
		target.addEventListener(type, (event) => isPerson(event) && oninput(event), {
			capture: true,
			// A key that wakes the screen must be able to do nothing else.
			passive: type !== 'keydown',
			signal: stop.signal
		});
	}
	return () => stop.abort();
}
