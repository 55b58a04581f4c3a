import type { Attachment } from 'svelte/attachments';

/**
 * Shows a dialog over everything as long as it is in the page. Its first `.main` button has the keyboard's place;
 * afterwards that is where it was.
 */
export const modal: Attachment<HTMLDialogElement> = (dialog) => {
	const before = document.activeElement;
	dialog.showModal();
	dialog.querySelector<HTMLElement>('.main')?.focus();
	return () => {
		dialog.close();
		if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
	};
};
