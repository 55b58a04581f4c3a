import type { Attachment } from 'svelte/attachments';

/**
 * Closes every context panel that does not belong to the beat: an open panel does not outstay its passage.
 *
 * @param beat id of the beat that is read now; null closes every panel, for print
 */
export function closePanels(beat: string | null): void {
	for (const panel of document.querySelectorAll<HTMLElement>('.panel:popover-open')) {
		if (beatOf(panel)?.id !== beat) panel.hidePopover();
	}
}

const beatOf = (element: Element) => element.closest<HTMLElement>('[data-beat]');

/** What in the panel, or which chip, opens it; whichever is on screen. */
const openersOf = (panel: HTMLElement) =>
	[...document.querySelectorAll<HTMLButtonElement>(`[popovertarget="${panel.id}"]`)].filter(
		(button) => button.popoverTargetAction !== 'hide' && button.checkVisibility()
	);

/**
 * Keeps the keyboard's place with the panels inside the element, and lets find-in-page reach their words: those of closed
 * panels are `hidden="until-found"`.
 */
export const panels: Attachment<HTMLElement> = (root) => {
	const stop = new AbortController();
	const options = { signal: stop.signal, capture: true };

	root.addEventListener(
		'toggle',
		(event) => {
			const panel = event.target;
			if (!(panel instanceof HTMLElement) || !panel.matches('.panel')) return;
			const { activeElement } = document;
			if ((event as ToggleEvent).newState === 'open') {
				// The button that opened it may be gone from the screen now.
				if (!panel.contains(activeElement) || !activeElement?.checkVisibility()) {
					panel.focus({ preventScroll: true });
				}
				return;
			}
			for (const part of [panel.parentElement, panel.querySelector('.rest')]) {
				part?.setAttribute('hidden', 'until-found');
			}
			const lost = !activeElement?.checkVisibility() || activeElement === document.body;
			if (!lost) return;
			const present = root.querySelector<HTMLElement>('[aria-current="step"]');
			const back = openersOf(panel)[0] ?? present;
			back?.focus({ preventScroll: true });
		},
		options
	);
	/** Opens the panel that the element lies in, at its own passage. */
	const show = (element: Element | null) => {
		const panel = element?.closest('.findable')?.querySelector<HTMLElement>('.panel');
		const beat = panel && beatOf(panel);
		if (!beat || panel.matches(':popover-open')) return;
		if (!beat.matches('[aria-current]')) {
			beat.scrollIntoView({ block: 'start', behavior: 'instant' });
		}
		panel.showPopover();
	};
	// Find-in-page, or a link to something in a panel.
	root.addEventListener('beforematch', ({ target }) => show(target as Element), options);
	// A link that the page was opened by was followed before this could hear of it.
	const { hash } = location;
	if (hash.startsWith('#panel-')) {
		// Once the page has found its passage: another one's panels close with it.
		requestAnimationFrame(() =>
			requestAnimationFrame(() => show(document.getElementById(hash.slice(1))))
		);
	}
	return () => stop.abort();
};
