/**
 * Switches between the two layouts of a page: beside the stage with the application (`data-app` on the root element), or
 * the complete page without it. The words at the top of the window stay there.
 *
 * The text of this function runs in the page's head (`start.ts`): it uses nothing from outside and no new syntax.
 *
 * @param app true for the application's layout
 */
export function switchLayout(app: boolean): void {
	const root = document.documentElement;
	if (root.hasAttribute('data-app') === app) return;
	const parts = [].slice.call(document.querySelectorAll('[data-beat]')) as HTMLElement[];
	const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
	// What lies over the words: the map, on a phone with the application.
	const column = document.querySelector('[data-column]');
	const covered = (!app && column && parseFloat(getComputedStyle(column).scrollMarginTop)) || 0;
	const line = covered + 80;
	const read = scrollY > 0 && parts.filter((part) => part.getBoundingClientRect().bottom > line)[0];
	if (app) root.setAttribute('data-app', '');
	else root.removeAttribute('data-app');
	const place = read || target;
	if (place) place.scrollIntoView({ block: 'start' });
}
