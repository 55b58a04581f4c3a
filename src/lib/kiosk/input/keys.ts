import { sideways } from '$lib/ui/keyboard';

/** Where a key is pressed: a choice of a visit, a passage, a sheet with a list of buttons, a sheet of text. */
export type Place = 'choose' | 'visit' | 'list' | 'text';

export type KeyAction =
	| { readonly do: 'step' | 'focus' | 'scroll'; readonly by: 1 | -1 }
	| { readonly do: 'close' }
	| null;

const UPRIGHT: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * What a tactile keypad's key does: ← and → turn passages, ↑ and ↓ go through what can be pressed or scroll a text,
 * Escape closes. Enter needs nothing of us: what has the focus is a button. No letter does anything.
 *
 * @param leftward true where the page is written from right to left: there ← is on
 */
export function actionOf(key: string, place: Place, leftward = false): KeyAction {
	if (key === 'Escape') return place === 'list' || place === 'text' ? { do: 'close' } : null;
	const turn = sideways(key, leftward);
	const by = turn || UPRIGHT[key];
	if (!by) return null;
	if (place === 'visit') return { do: turn ? 'step' : 'focus', by };
	if (place === 'text') return turn ? null : { do: 'scroll', by };
	return { do: 'focus', by };
}

/** The next of so many things, in a ring; with nothing chosen yet, the first, or the last going back. */
export function nextInRing(at: number, by: 1 | -1, count: number): number {
	if (at < 0) return by > 0 ? 0 : count - 1;
	return (at + by + count) % count;
}
