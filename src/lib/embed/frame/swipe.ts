/** A finger has swiped when it went this far to the side, CSS px, and less up or down. */
const FAR = 40;

/**
 * Calls back when a finger or pen swipes to the side. Up and down stay the host page's: the element needs
 * `touch-action: pan-y`. A mouse selects text instead.
 *
 * @param onswipe called with where the finger went
 * @returns stops listening
 */
export function listenForSwipes(
	element: HTMLElement,
	onswipe: (way: 'left' | 'right') => void
): () => void {
	let from: { id: number; x: number; y: number } | null = null;
	const stop = new AbortController();
	const { signal } = stop;
	element.addEventListener(
		'pointerdown',
		({ pointerType, isPrimary, pointerId, clientX, clientY }) => {
			from =
				pointerType === 'mouse' || !isPrimary ? null : { id: pointerId, x: clientX, y: clientY };
		},
		{ signal }
	);
	element.addEventListener(
		'pointerup',
		({ pointerId, clientX, clientY }) => {
			if (from?.id !== pointerId) return;
			const [dx, dy] = [clientX - from.x, clientY - from.y];
			from = null;
			if (Math.abs(dx) >= FAR && Math.abs(dx) > Math.abs(dy)) onswipe(dx < 0 ? 'left' : 'right');
		},
		{ signal }
	);
	// The browser took the finger to scroll the host page.
	element.addEventListener('pointercancel', () => (from = null), { signal });
	return () => stop.abort();
}
