/**
 * Leaves Back, Forward and reload to the browser. Every page is loaded in full, so the browser knows each place; Kit's router
 * would keep places of its own, and loses them where an entry is not its own (a fragment typed into the address bar).
 * Called before Kit's router starts.
 */
export function leaveHistoryToBrowser(): void {
	// Kit finds no place of its own to scroll to.
	history.replaceState(null, '');
	// Kit sets it to manual.
	Object.defineProperty(history, 'scrollRestoration', { get: () => 'auto', set: () => {} });
	addEventListener('popstate', (event) => event.stopImmediatePropagation());
}
