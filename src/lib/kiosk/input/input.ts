import { isLeftward } from '$lib/ui/keyboard';
import type { Kiosk } from '../visit/kiosk.svelte';
import { actionOf, nextInRing, type Place } from './keys';
import { StaffGesture } from './staff';

interface Options {
	readonly kiosk: Kiosk;
	/** The element that contains everything a visitor can press. */
	readonly root: () => HTMLElement;
	/** Running time, ms. */
	readonly now: () => number;
	/** Side of the corner for the staff gesture, CSS px. */
	readonly corner: () => number;
	/** Called after the staff gesture. */
	readonly onstaff: () => void;
	/** Called first for every press; true for a key, false for a finger or a mouse. */
	readonly onpress: (byKeys: boolean) => void;
	/** Scrolls the text of the sheet that is open, down or up. */
	readonly scrollSheet: (by: 1 | -1) => void;
}

const closestTo = ({ target }: Event, selector: string) =>
	target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** The pressed button, if it is one that a tour playing by itself reacts to. */
function partOf(target: EventTarget | null): 'go-on' | 'play' | null {
	if (!(target instanceof Element)) return null;
	if (target.closest('[data-go-on]')) return 'go-on';
	return target.closest('[data-play]') ? 'play' : null;
}

/**
 * What a press does. Every press counts as a visitor; the press that wakes the screen does nothing else; a keypad moves the
 * focus through the buttons; the staff gesture opens the health page.
 *
 * @returns `oninput` for every input event of a visitor (see `listenForVisitor`), `ondown` for every touch (see
 *   `listenForTouches`), `onclick` for clicks on their way down
 */
export function handleInput({ kiosk, root, now, corner, onstaff, onpress, scrollSheet }: Options): {
	oninput: (event: Event) => void;
	ondown: (under: EventTarget | null, x: number, y: number) => boolean;
	onclick: (event: MouseEvent) => void;
} {
	const staffGesture = new StaffGesture();
	/** True from the mouse press that woke the screen to its click, which is swallowed. */
	let usedUp = false;

	/** The layer that keys act on: the topmost one. */
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
		// Repeats of a key that is held down or stuck are no input.
		if (event.repeat) return event.preventDefault();
		usedUp = false;
		onpress(true);
		if (staffGesture.key(event.key, now())) return onstaff();
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		// The key that wakes the screen or answers the question does nothing else.
		if (kiosk.press(partOf(event.target))) return event.preventDefault();
		const layer = root().querySelector('dialog[open]') ?? root();
		const action = actionOf(event.key, placeOf(layer), isLeftward());
		if (!action) return;
		event.preventDefault();
		if (action.do === 'step') kiosk.step(action.by);
		else if (action.do === 'focus') moveFocus(layer, action.by);
		else if (action.do === 'scroll') scrollSheet(action.by);
		else kiosk.sheet = null;
	}

	/** A finger or a mouse button goes down. @returns true when the press is used up and no click may follow */
	function ondown(under: EventTarget | null, x: number, y: number): boolean {
		onpress(false);
		if (staffGesture.tap(x, y, corner(), now())) {
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
				usedUp = ondown(event.target, event.clientX, event.clientY);
			else kiosk.press();
		},
		ondown,
		onclick: (event) => {
			if (usedUp && event.isTrusted) {
				event.preventDefault();
				event.stopPropagation();
				return;
			}
			const card = closestTo(event, '[data-card]')?.dataset.card;
			if (card) kiosk.open(card);
			const answer = closestTo(event, '[data-guess], [data-guess-undo]');
			if (answer) kiosk.guess = answer.dataset.guess ?? null;
		}
	};
}
