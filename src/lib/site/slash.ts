/**
 * Some hosts answer `/folder/map` with the page of `/folder/map/` without a redirect. Relative links, the page's own
 * styles and scripts among them, would then lead out of the folder. The address is mended before the page names a file,
 * and without another load: a host that takes the slash away again would send the two round in circles.
 *
 * On a disk there is no host at all: a link to a folder would open the list of its files.
 */
const MEND_ADDRESSES =
	// Short, because it is in every page.
	`<script>{const a=new URL(location);` +
	`if(/^http/.test(a)&&!/\\/(index)?$|\\.html?$/.test(a.pathname)){` +
	`a.pathname+='/';history.replaceState(history.state,'',a)}` +
	`else if(/^file/.test(a))addEventListener('DOMContentLoaded',()=>{` +
	`for(const a of document.links)if(/^file.*\\/$/.test(a.protocol+a.pathname))a.pathname+='index.html'})}</script>`;

/**
 * What stands first in the head of a page.
 *
 * @param route SvelteKit's id. Frames in articles may carry no inline script, and snippets always name them with the
 *   slash; the page for lost addresses has a base of its own.
 */
export const slashFor = (route: string): string =>
	/\/(embed|404[.]html)(\/|$)/.test(route) ? '' : MEND_ADDRESSES;
