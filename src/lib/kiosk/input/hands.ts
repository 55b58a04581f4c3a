import type { Kiosk } from '../visit/kiosk.svelte';
import { actionOf, nextInRing, type Place } from './keys';
import { StaffKnock } from './staff';

interface Ways {
	readonly kiosk: Kiosk;
	/** All that is pressed lies in here. */
	readonly root: () => HTMLElement;
	/** Running time, ms. */
	readonly now: () => number;
	/** Side of the corner where staff knock, CSS px. */
	readonly corner: () => number;
	/** Staff have knocked. */
	readonly onstaff: () => void;
	/** Told before anything else whether it is a key or a hand that presses. */
	readonly onpress: (byKeys: boolean) => void;
	/** Scrolls the text of the sheet that is open, down or up. */
	readonly scrollSheet: (by: 1 | -1) => void;
}

const closestTo = ({ target }: Event, selector: string) =>
	target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** Which of the buttons it is that mean something to a tour that plays by itself. */
function partOf(target: EventTarget | null): 'go-on' | 'play' | null {
	if (!(target instanceof Element)) return null;
	if (target.closest('[data-go-on]')) return 'go-on';
	return target.closest('[data-play]') ? 'play' : null;
}

/**
 * What a press does: whoever presses is a visitor, the press that wakes the screen does nothing else, a keypad goes
 * through what can be pressed, and staff knock their way to the health page.
 *
 * @returns `oninput` for every event of a person (see `listenForVisitor`), `ondown` for every touch (see
 *   `listenForTouches`), `onclick` for clicks on their way down
 */
export function hands({ kiosk, root, now, corner, onstaff, onpress, scrollSheet }: Ways): {
	oninput: (event: Event) => void;
	ondown: (under: EventTarget | null, x: number, y: number) => boolean;
	onclick: (event: MouseEvent) => void;
} {
	const knock = new StaffKnock();
	/** True while the press of a mouse that woke the screen is not over: its click is swallowed. */
	let spent = false;

	/** Where a key goes: into what lies on top. */
	function placeOf(layer: Element): Place {
		if (kiosk.sheet) return layer.querySelector('[data-body] button') ? 'list' : 'text';
		return kiosk.phase === 'visit' ? 'visit' : 'choose';
	}

	function moveFocus(layer: Element, by: 1 | -1): void {
		const stops = [...layer.querySelectorAll<HTMLElement>('[data-stop], [data-card]')].filter(
			(stop) => stop.matches('button') && stop.checkVisibility()
		);
		const at = stops.indexOf(document.activeElement as HTMLElement);
		stops[nextInRing(at, by, stops.length)]?.focus();
	}

	function onkey(event: KeyboardEvent): void {
		// A key that is held down, or stuck, is pressed once and is no visitor.
		if (event.repeat) return event.preventDefault();
		spent = false;
		onpress(true);
		if (knock.key(event.key, now())) return onstaff();
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		// The key that wakes the screen or answers the question does nothing else.
		if (kiosk.press(partOf(event.target))) return event.preventDefault();
		const layer = root().querySelector('dialog[open]') ?? root();
		const action = actionOf(event.key, placeOf(layer));
		if (!action) return;
		event.preventDefault();
		if (action.do === 'step') kiosk.step(action.by);
		else if (action.do === 'focus') moveFocus(layer, action.by);
		else if (action.do === 'scroll') scrollSheet(action.by);
		else kiosk.sheet = null;
	}

	/** A finger or a button of the mouse goes down. @returns true when that was all, and no click shall follow */
	function ondown(under: EventTarget | null, x: number, y: number): boolean {
		onpress(false);
		if (knock.tap(x, y, corner(), now())) {
			onstaff();
			return true;
		}
		return kiosk.press(partOf(under));
	}

	return {
		oninput: (event) => {
			if (event.type === 'pointermove') kiosk.stir();
			else if (event instanceof KeyboardEvent) onkey(event);
			else if (event instanceof PointerEvent)
				spent = ondown(event.target, event.clientX, event.clientY);
			else kiosk.press();
		},
		ondown,
		onclick: (event) => {
			if (spent && event.isTrusted) {
				event.preventDefault();
				event.stopPropagation();
				return;
			}
			const card = closestTo(event, '[data-card]')?.dataset.card;
			if (card) kiosk.open(card);
		}
	};
}
