import { mount, unmount } from 'svelte';
import type { LiveData } from '$lib/model/embed';
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
 * @param stills address prefix of the still maps, with a slash at its end
 * @returns what it shows, to be written to, and a way to take it out again
 */
export function mountLive(target: HTMLElement, showing: Showing, stills: string): () => void {
	const map = mount(LiveMap, { target, props: { showing, stills } });
	return () => void unmount(map);
}
