import { mount, unmount } from 'svelte';
import type { LiveData } from '../server/embeds';
import LiveMap from './LiveMap.svelte';

/** What the live map of a frame shows. */
export class Showing {
	readonly live: LiveData;
	/** Beat id. */
	beat = $state('');
	/** True to cut instead of flying. */
	still = $state(false);

	constructor(live: LiveData, beat: string, still: boolean) {
		this.live = live;
		this.beat = beat;
		this.still = still;
	}
}

/**
 * Puts the live map into an element.
 *
 * @param bases address prefixes of the map's data and of the still maps
 * @returns what it shows, to be written to, and a way to take it out again
 */
export function mountLive(
	target: HTMLElement,
	showing: Showing,
	bases: { readonly geoBase: string; readonly stills: string }
): () => void {
	const map = mount(LiveMap, { target, props: { showing, ...bases } });
	return () => void unmount(map);
}
