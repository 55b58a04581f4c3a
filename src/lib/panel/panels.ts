/**
 * Closes every context panel that does not belong to the beat: an open panel does not outstay its passage.
 *
 * @param beat id of the beat that is read now; null closes every panel, for print
 */
export function closePanels(beat: string | null): void {
	for (const panel of document.querySelectorAll<HTMLElement>('.panel:popover-open')) {
		if (panel.closest('[data-beat]')?.id !== beat) panel.hidePopover();
	}
}
