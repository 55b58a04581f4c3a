/** Elements that use the arrow keys themselves. */
const OWN_ARROWS = 'input, textarea, select, [contenteditable], [role="slider"], [role="menu"]';

/** Whether the page is written from right to left. */
export const isLeftward = (): boolean => document.documentElement.dir === 'rtl';

/**
 * Which way ← and → lead: on is where the writing goes.
 *
 * @param leftward true where the page is written from right to left
 * @returns 1 for on, −1 for back, 0 for every other key
 */
export function sideways(key: string, leftward: boolean): -1 | 0 | 1 {
	if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0;
	return (key === 'ArrowLeft') === leftward ? 1 : -1;
}

/**
 * Which way a key press moves through the story. Only ← and → do; every other key keeps its native
 * meaning, so ↑ ↓, Space, PageUp, PageDown, Home and End scroll as everywhere.
 *
 * @returns −1 for the previous beat, 1 for the next, 0 for none of our business
 */
export function stepOfKey(event: {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	shiftKey: boolean;
	defaultPrevented: boolean;
	target: EventTarget | null;
}): -1 | 0 | 1 {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
		return 0;
	}
	const target = event.target as { closest?: (selector: string) => unknown } | null;
	if (target?.closest?.(OWN_ARROWS) || target?.closest?.('dialog, :popover-open')) return 0;
	return sideways(event.key, isLeftward());
}
