import type { Cards } from '$lib/model/card';
import { cardOfAddress, entryAddress } from '$lib/model/reference';
import type { Sheet } from './sheet';

interface Ways {
	readonly sheet: Sheet;
	/** Gives the cards. */
	readonly load: () => Promise<Cards>;
	/** Turns to the step that a beat's or paragraph's id names; false when it is not in this frame. */
	readonly turnTo: (id: string) => boolean;
}

/**
 * Opens the links of a frame's words: cards and steps inside, everything else outside the article or, where a
 * sandbox forbids that, as an address to be copied.
 *
 * @param frame the frame's element, as `Frame.svelte` makes it
 */
export function openLinks(frame: HTMLElement, { sheet, load, turnTo }: Ways): void {
	const { story = '' } = frame.dataset;
	const readOn = frame.querySelector('[data-read-on]')?.innerHTML ?? '';

	function leave(address: string, title: string, text: string): void {
		let opened: Window | null = null;
		try {
			// With `noopener` the answer would be null even when the window opens.
			opened = window.open(address, '_blank');
		} catch {
			// Firefox throws where others say null.
		}
		if (opened) opened.opener = null;
		else sheet.open({ title, kicker: '', text });
	}

	frame.addEventListener('click', async (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		if (!link) return;
		event.preventDefault();
		const { href, hash } = link;
		const id = hash.slice(1);
		const title = link.textContent ?? '';
		const readThere = (address: string) =>
			leave(
				address,
				title,
				readOn.replace('{address}', () => address)
			);
		// The way to the whole story, also where it stands on the server of the frame.
		if (link.target) return readThere(href);
		// What is not on this server is elsewhere; what is, is a place in the story.
		if (link.host !== location.host) return leave(href, title, href);
		if (turnTo(id)) return;
		const named = cardOfAddress(href);
		const card = named
			? await load().then(
					(cards) => cards[named],
					() => undefined
				)
			: undefined;
		if (card) return sheet.open(card);
		readThere(new URL(named ? entryAddress(named) : hash, story).href);
	});
}
