import type { Attachment } from 'svelte/attachments';

/** Ids of cards begin with what they are about. */
const CARD = /^(person|place|term)-/;

export interface Cards {
	/** Called with the card that is open now, null when none is. Ids look like `person-guevara`. */
	onopen: (id: string | null) => void;
	/** Called before a link in a card leads to a passage; the card is still open. */
	onleave: (link: HTMLAnchorElement) => void;
}

/** The card that a click asks for: a link to it (names in the words) or a button that names it (tokens). */
function cardOf(target: Element): HTMLDialogElement | null {
	const link = target.closest<HTMLElement>('a[href^="#"], [data-card]');
	const id = link?.dataset.card ?? decode(link?.getAttribute('href')?.slice(1) ?? '');
	return dialogOf(id);
}

function dialogOf(id: string): HTMLDialogElement | null {
	const card = CARD.test(id) ? document.getElementById(id) : null;
	return card instanceof HTMLDialogElement ? card : null;
}

function decode(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

/**
 * One listener for every name in the words and every token at the table: it opens the card. Without
 * JavaScript the same links lead to the same cards at the end of the page.
 */
export function cards({ onopen, onleave }: Cards): Attachment<HTMLElement> {
	return (root) => {
		const stop = new AbortController();
		const { signal } = stop;

		/** @param byPointer the keyboard's place is the card itself: WebKit would ring its first button after a click */
		const show = (card: HTMLDialogElement, byPointer = false) => {
			for (const open of root.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
				if (open !== card) open.close();
			}
			if (!card.open) card.showModal();
			if (byPointer) card.focus({ preventScroll: true });
			card.scrollTop = 0;
			onopen(card.id);
		};

		/** A link to a card from outside, or Back to one. */
		const fromAddress = () => {
			const card = dialogOf(decode(location.hash.slice(1)));
			if (card) show(card);
		};

		root.addEventListener(
			'click',
			(event) => {
				if (
					event.defaultPrevented ||
					event.button ||
					event.ctrlKey ||
					event.metaKey ||
					event.shiftKey
				) {
					return;
				}
				if (!(event.target instanceof Element)) return;
				const card = cardOf(event.target);
				if (card) {
					event.preventDefault();
					// A key's click has no count.
					show(card, event.detail > 0);
					return;
				}
				const within = event.target.closest('dialog.card');
				if (!(within instanceof HTMLDialogElement)) return;
				const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]');
				if (link) onleave(link);
				// Beside the card's content, on its close button, or on a link to a passage: the card goes.
				if (event.target === within || link || event.target.closest('[data-close]')) within.close();
			},
			{ signal }
		);
		root.addEventListener(
			'close',
			// The event comes later: a card that was opened from this one is open by then.
			() => onopen(root.querySelector('dialog[open]')?.id ?? null),
			{ signal, capture: true }
		);
		addEventListener('hashchange', fromAddress, { signal });
		fromAddress();

		return () => stop.abort();
	};
}
