/**
 * Has the links to the story lead to the passage that was read last, and name it where a link has room for a title. A page that comes back from the
 * browser's memory looks again: the reader may have read on.
 *
 * The text of this function runs in pages that load no script (`site/page-header.ts`): it uses nothing from outside.
 *
 * @param key of the storage where the story keeps the id of the passage
 * @param titles of all passages by their ids; an id that is none of them changes nothing
 * @param sentence with `{title}` in it
 */
export function showWayBack(
	key: string,
	titles: Readonly<Record<string, string>>,
	sentence: string
): void {
	const skip = document.querySelector<HTMLAnchorElement>('[data-skip][hidden]');
	function update() {
		let place: string | null;
		try {
			place = localStorage.getItem(key);
		} catch {
			return;
		}
		if (!place || !Object.prototype.hasOwnProperty.call(titles, place)) return;
		const title = titles[place] || '';
		for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-way-back]')) {
			link.hash = place;
			const text = link.querySelector('[data-way-back-words]');
			if (text) text.textContent = sentence.replace('{title}', () => title);
		}
	}
	update();
	addEventListener('pageshow', update);
	if (!skip) return;
	skip.href = location.pathname + location.search + '#page-content';
	skip.hidden = false;
}
