import { mount, unmount } from 'svelte';
import type { FrameKind, LiveData } from '$lib/model/embed';
import type { Pictures } from '$lib/model/pictures';
import LiveStage from './LiveStage.svelte';

/** What the live box of a frame shows. */
export class Showing {
	readonly live: LiveData;
	/** Null in a frame that has maps only. */
	readonly pictures: Pictures | null;
	/** Beat id. */
	beat = $state('');
	/** The picture of the beat. */
	kind = $state<FrameKind>('map');
	/** The page that is open tells what became of the beat's question. */
	answered = $state(false);
	/** The beat whose map is drawn, also while another picture covers it; empty before the first. */
	mapped = $state('');
	/** True to cut instead of moving. */
	still = $state(false);

	constructor(live: LiveData, pictures: Pictures | null) {
		this.live = live;
		this.pictures = pictures;
	}

	show({ beat, kind, answered }: Pick<Showing, 'beat' | 'kind' | 'answered'>): void {
		this.beat = beat;
		this.kind = kind;
		this.answered = answered;
		if (kind === 'map') this.mapped = beat;
	}
}

/**
 * Puts the live box into an element.
 *
 * @param showing what it shows; written to later
 * @param stills address prefix of the stills, with a slash at its end
 * @returns takes it out again
 */
export function mountLive(target: HTMLElement, showing: Showing, stills: string): () => void {
	const stage = mount(LiveStage, { target, props: { showing, stills } });
	return () => void unmount(stage);
}
