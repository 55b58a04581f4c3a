import type { Attachment } from 'svelte/attachments';

/** What each gesture does. Lengths in CSS px, points in those of the element. */
export interface GestureActions {
	/** Dragged by so much. */
	turn: (dx: number, dy: number) => void;
	/** So many times nearer, round that point; round the middle when null. */
	zoom: (factor: number, at: { x: number; y: number } | null) => void;
	/** Back to the view of the passage. */
	home: () => void;
}

/** A finger that moves less than this has tapped, CSS px. */
const TAP = 6;
/** One press of an arrow key turns by this much, CSS px; with Shift by more. */
const STEP = 60;
const STRIDE = 240;
/** One press of + or −. */
const NEARER = 1.5;
/** A wheel is turned by a hundred CSS px at a time; with Ctrl it is mostly a trackpad's pinch, in small steps. */
const PER_WHEEL_PX = 0.002;
const PER_PINCH_PX = 0.0045;

/**
 * Lets the reader turn and zoom what is in the element: drag, pinch, arrow keys, + and −, Home, and the wheel. A
 * scroll of the page would end explore mode, so the wheel zooms. A tap stays a click.
 *
 * @param actions what each gesture does
 */
export function gestures(actions: GestureActions): Attachment<HTMLElement> {
	return (element) => {
		const stop = new AbortController();
		const { signal } = stop;
		const pointers = new Map<number, { x: number; y: number }>();
		let dragged = 0;

		const at = (event: { clientX: number; clientY: number }) => {
			const box = element.getBoundingClientRect();
			return { x: event.clientX - box.x, y: event.clientY - box.y };
		};
		const spread = () => {
			const [a, b] = [...pointers.values()];
			return a && b
				? { px: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
				: null;
		};

		element.addEventListener(
			'pointerdown',
			(event) => {
				if (event.button !== 0 || (event.target as Element).closest('[data-own-pointer]')) return;
				pointers.set(event.pointerId, at(event));
				if (pointers.size === 1) dragged = 0;
			},
			{ signal }
		);
		// Browsers have a drag of their own: WebKit scrolls the page away under a mouse that leaves the window's map.
		element.addEventListener(
			'mousedown',
			(event) => {
				event.preventDefault();
				element.focus({ preventScroll: true });
			},
			{ signal }
		);
		element.addEventListener(
			'pointermove',
			(event) => {
				const before = pointers.get(event.pointerId);
				if (!before || pointers.size > 2) return;
				const now = at(event);
				const pinch = spread();
				pointers.set(event.pointerId, now);
				dragged += Math.hypot(now.x - before.x, now.y - before.y);
				if (dragged < TAP) return;
				// Captured only now: a captured pointer's click no longer reaches the mark under it.
				if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
				const wider = spread();
				if (pinch && wider) {
					actions.turn(wider.x - pinch.x, wider.y - pinch.y);
					if (pinch.px > 0) actions.zoom(wider.px / pinch.px, wider);
				} else actions.turn(now.x - before.x, now.y - before.y);
			},
			{ signal }
		);
		for (const name of ['pointerup', 'pointercancel'] as const) {
			element.addEventListener(name, (event) => pointers.delete(event.pointerId), { signal });
		}
		element.addEventListener(
			'wheel',
			(event) => {
				event.preventDefault();
				const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
				const rate = event.ctrlKey || event.metaKey ? PER_PINCH_PX : PER_WHEEL_PX;
				actions.zoom(Math.exp(-px * rate), at(event));
			},
			{ signal, passive: false }
		);
		element.addEventListener(
			'keydown',
			(event) => {
				if (event.ctrlKey || event.metaKey || event.altKey || event.target !== element) return;
				const way = event.shiftKey ? STRIDE : STEP;
				const done: Record<string, () => void> = {
					ArrowLeft: () => actions.turn(way, 0),
					ArrowRight: () => actions.turn(-way, 0),
					ArrowUp: () => actions.turn(0, way),
					ArrowDown: () => actions.turn(0, -way),
					'+': () => actions.zoom(NEARER, null),
					'=': () => actions.zoom(NEARER, null),
					'-': () => actions.zoom(1 / NEARER, null),
					Home: () => actions.home()
				};
				const act = done[event.key];
				if (!act) return;
				event.preventDefault();
				act();
			},
			{ signal }
		);
		return () => stop.abort();
	};
}
