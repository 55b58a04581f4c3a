/**
 * Has the link to the story lead to the passage that was read last, and name it. A page that comes back from the
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
	const link = document.querySelector<HTMLAnchorElement>('[data-way-back]');
	const skip = document.querySelector<HTMLAnchorElement>('[data-skip][hidden]');
	function update() {
		let place: string | null;
		try {
			place = localStorage.getItem(key);
		} catch {
			return;
		}
		if (!link || !place || !Object.prototype.hasOwnProperty.call(titles, place)) return;
		const title = titles[place] || '';
		link.hash = place;
		link.textContent = sentence.replace('{title}', () => title);
	}
	update();
	addEventListener('pageshow', update);
	if (!skip) return;
	skip.href = location.pathname + location.search + '#page-content';
	skip.hidden = false;
}
