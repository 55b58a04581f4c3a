/** Elements that use the arrow keys themselves. */
const OWN_ARROWS = 'input, textarea, select, [contenteditable], [role="slider"], [role="menu"]';

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
	if (event.key === 'ArrowRight') return 1;
	if (event.key === 'ArrowLeft') return -1;
	return 0;
}
