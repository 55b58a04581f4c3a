/**
 * While the ruler lies on the map it stands in the passage's list “What the map shows” as well. The list is never
 * hydrated (decision 1), so the line is put into it here.
 *
 * @param beat id of the passage
 * @param text what the list says of the ruler
 * @returns takes the line out again
 */
export function listRuler(beat: string, text: string): () => void {
	const item = document.createElement('li');
	item.dataset.rulerItem = '';
	item.textContent = text;
	const list = document.querySelector(`#${CSS.escape(beat)} [data-map-items]`);
	// The list is made when it is first opened (lib/start/start.ts), or when it gets a line.
	list?.dispatchEvent(new Event('toggle'));
	list?.querySelector('ul')?.prepend(item);
	return () => item.remove();
}
