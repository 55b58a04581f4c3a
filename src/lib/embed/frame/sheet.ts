import type { Card } from '$lib/model/card';

/** The card of a person, place or term that opens inside a frame. One at a time. */
export class Sheet {
	readonly #dialog: HTMLDialogElement | null;

	/** @param frame the frame's element, which has the dialog with `data-sheet` and its parts in it */
	constructor(frame: HTMLElement) {
		this.#dialog = frame.querySelector('dialog[data-sheet]');
		// A touch beside the card closes it, too.
		this.#dialog?.addEventListener('click', ({ target }) => {
			const closes = target instanceof Element && target.matches('dialog, [data-sheet-close]');
			if (closes) this.#dialog?.close();
		});
	}

	get isOpen(): boolean {
		return this.#dialog?.open ?? false;
	}

	open(card: Omit<Card, 'html'>): void {
		const write = (part: string, text: string) => {
			const place = this.#dialog?.querySelector(`[data-sheet-${part}]`);
			if (place) place.textContent = text;
		};
		write('kicker', card.kicker);
		write('title', card.title);
		write('text', card.text);
		if (!this.isOpen) this.#dialog?.showModal();
	}
}
