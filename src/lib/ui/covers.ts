import { getContext, setContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';

const KEY = Symbol('covers');

/** What lies over the stage's map: each such element registers itself, so the map can show its subject beside them. */
export class Covers {
	readonly #elements = new Set<Element>();
	readonly #onchange: () => void;
	#observer: ResizeObserver | null = null;

	/** @param onchange called when an element comes, goes, or changes its size */
	constructor(onchange: () => void) {
		this.#onchange = onchange;
	}

	/** The elements in the page at the moment; one that is not displayed has a box without size. */
	get elements(): readonly Element[] {
		return [...this.#elements];
	}

	/** Registers an element for as long as it is in the page. */
	readonly register: Attachment = (element) => {
		this.#observer ??= new ResizeObserver(() => this.#onchange());
		this.#elements.add(element);
		this.#observer.observe(element);
		return () => {
			this.#elements.delete(element);
			this.#observer?.unobserve(element);
			// The element is still in the page until all of its effects have ended.
			queueMicrotask(this.#onchange);
		};
	};
}

/** Gives the components below a stage its registry. */
export function provideCovers(covers: Covers): Covers {
	return setContext(KEY, covers);
}

/** The attachment for an element that hides a part of the map. Outside a stage it has no effect. */
export function useCover(): Attachment {
	return getContext<Covers | undefined>(KEY)?.register ?? (() => {});
}
