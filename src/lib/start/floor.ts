/**
 * Whether the application can start here. Not from a disk: browsers refuse modules to `file:` pages, or data to their
 * scripts. And not in a browser that lacks what the application uses: popovers (Chrome and Edge 114, Safari 17, Firefox 125),
 * `checkVisibility` (105, 17.4, 106), `:has()` in styles (105, 15.4, 121) and media queries with `>=` (104, 16.4, 63).
 * A browser below gets the complete page without the application. The highest numbers stand in the README.
 *
 * The text of this function runs in the page's head (`start.ts`): it uses nothing from outside and no new syntax.
 */
export function canStart(): boolean {
	return (
		location.protocol !== 'file:' &&
		'popover' in HTMLElement.prototype &&
		'checkVisibility' in HTMLElement.prototype &&
		CSS.supports('selector(:has(a))') &&
		CSS.supports('selector(:popover-open)') &&
		matchMedia('(width >= 1px)').matches
	);
}
