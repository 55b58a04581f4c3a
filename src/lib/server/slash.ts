/**
 * Some hosts answer `/folder/map` with the page of `/folder/map/` and send nobody there. Relative links, the page's own
 * styles and scripts among them, would then lead out of the folder. The address is mended before anything is asked for,
 * and without another load: a host that takes the slash away again would send the two round in circles.
 */
const ADD_SLASH =
	`<script>{const here=new URL(location.href);` +
	`if(/^http/.test(here.protocol)&&!/\\/(index)?$|[.]html?$/.test(here.pathname)){` +
	`here.pathname+='/';history.replaceState(history.state,'',here)}}</script>`;

/**
 * What stands first in the head of a page.
 *
 * @param route SvelteKit's id. Frames in articles may carry no inline script, and snippets always name them with the
 *   slash; the page for lost addresses has a base of its own.
 */
export const slashFor = (route: string): string =>
	/\/(embed|404[.]html)(\/|$)/.test(route) ? '' : ADD_SLASH;
