/** Events of the browser's own gestures, which a kiosk must not have. */
const FORBIDDEN = [
	'contextmenu',
	'dragstart',
	'drop',
	'selectstart',
	'gesturestart',
	'gesturechange',
	'auxclick'
] as const;

/**
 * Blocks the browser's own gestures: menu, dragging, selection, pinch, zoom by wheel and keys. CSS blocks the rest
 * (`kiosk.css`); what only the browser can block is in its command line.
 *
 * @returns a function that allows them again
 */
export function blockBrowserGestures(target: Window): () => void {
	const stop = new AbortController();
	const listen = (type: string, forbidden: (event: Event) => boolean) =>
		target.addEventListener(type, (event) => forbidden(event) && event.preventDefault(), {
			capture: true,
			passive: false,
			signal: stop.signal
		});
	for (const type of FORBIDDEN) listen(type, () => true);
	listen('wheel', (event) => (event as WheelEvent).ctrlKey);
	listen('touchmove', (event) => event.cancelable && (event as TouchEvent).touches.length > 1);
	// Zoom, print, find, back, help, developer tools, menu: everything with a modifier, and the browser's own keys. A
	// keyboard is the technician's, and has the address bar.
	listen('keydown', (event) => {
		const { ctrlKey, metaKey, altKey, key } = event as KeyboardEvent;
		return ctrlKey || metaKey || altKey || /^(F\d+|ContextMenu)$/.test(key);
	});
	return () => stop.abort();
}
