import type { Attachment } from 'svelte/attachments';
import { cardOfAddress } from '$lib/model/reference';

/** Fragments of the story's address that open a card: articles link to them. */
const CARD = /^(person|place|term)-[\w-]+$/;

export interface CardLinks {
	/** Called when a finger, a pointer or the keyboard comes near a name. */
	onnear: () => void;
	/**
	 * Called when a name is chosen, in the words, at the table or in a card.
	 *
	 * @param byKey true for a key: the browser's focus goes to the first link of the card
	 */
	onchoose: (card: string, byKey: boolean) => unknown;
}

/** The card that a click asks for: a link to its entry (names in the words) or a button that names it (tokens). */
function cardOf(target: EventTarget | null): string | null {
	if (!(target instanceof Element)) return null;
	// The card's own link to its entry opens the page.
	const named = target.closest<HTMLElement>('a[href]:not([data-page]), [data-card]');
	const card = named?.dataset.card ?? cardOfAddress(named?.getAttribute('href') ?? '');
	return card !== null && CARD.test(card) ? card : null;
}

/**
 * Whether the browser has translated the page: Chrome and Edge mark the root element. The cards would come in our
 * language; the page of the entry is translated as this one is.
 */
const isTranslated = () => /\btranslated-/.test(document.documentElement.className);

/** The card that the fragment of the page's address names; null when it names none. */
export function cardOfFragment(): string | null {
	const fragment = location.hash.slice(1);
	return CARD.test(fragment) ? fragment : null;
}

/**
 * One listener for every name inside the element: in the words, on the map, at the table, in a card. The names are links to
 * their entries on the pages of reference, which open without JavaScript, in a new tab, and when no card comes.
 */
export function cardLinks({ onnear, onchoose }: CardLinks): Attachment<HTMLElement> {
	return (root) => {
		const stop = new AbortController();
		const { signal } = stop;

		for (const near of ['pointerover', 'focusin'] as const) {
			root.addEventListener(near, ({ target }) => cardOf(target) && onnear(), { signal });
		}
		root.addEventListener(
			'click',
			(event) => {
				const { defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event;
				if (defaultPrevented || button || ctrlKey || metaKey || shiftKey) return;
				const card = cardOf(event.target);
				if (!card || (isTranslated() && event.target instanceof HTMLAnchorElement)) return;
				event.preventDefault();
				// A key's click has no count.
				onchoose(card, event.detail === 0);
			},
			{ signal }
		);
		/** A link to a card from outside, or Back to one. */
		const fromAddress = () => {
			const card = cardOfFragment();
			if (card) onchoose(card, false);
		};
		addEventListener('hashchange', fromAddress, { signal });
		fromAddress();

		return () => stop.abort();
	};
}
