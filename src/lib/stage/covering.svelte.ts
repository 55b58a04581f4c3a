/**
 * Whether pictures lie still over the whole map. Until the first of them does, the map flies to the place where it opens;
 * after that the map is hidden, and cuts.
 */
export class Covering {
	/** True where what beats show leaves no map. */
	readonly #whole: () => boolean;
	#settled = $state(true);
	/** The beat whose pictures came to rest over the map last; empty while the map is seen. */
	#restedAt = $state('');

	/** Pictures lie still, and nothing of the map is seen. */
	readonly still = $derived.by(() => this.#whole() && this.#restedAt !== '' && this.#settled);

	/** @param whole whether the pictures leave no map; read again when what it reads changes. Needs an effect around it. */
	constructor(whole: () => boolean) {
		this.#whole = whole;
		$effect(() => {
			if (!whole()) this.#restedAt = '';
		});
	}

	/** Told when pictures come to rest (`settled`) and before they move. @param beat id of theirs */
	note(settled: boolean, beat: string): void {
		this.#settled = settled;
		if (settled && this.#whole()) this.#restedAt = beat;
	}

	/** Whether a picture of this beat still comes over one that lies there: the map under them can wait. */
	isFollowing(beat: string): boolean {
		return this.#whole() && this.#restedAt !== '' && this.#restedAt !== beat;
	}
}
