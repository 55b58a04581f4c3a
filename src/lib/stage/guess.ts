import type { Attachment } from 'svelte/attachments';
import { recall, remember } from '$lib/reading/storage';
import { showGuess } from '$lib/ui/guess';

/**
 * Lets the reader guess inside an element, and takes up what this browser remembers.
 *
 * @param onanswer told whether the page answers, at first and whenever that changes
 */
export const guess =
	(onanswer: (answered: boolean) => void): Attachment<HTMLElement> =>
	(root) => {
		const kept = recall('guess');
		if (kept === null) onanswer(false);
		else keepPlace(root, () => onanswer(showGuess(root, kept)));
		for (const button of root.querySelectorAll<HTMLButtonElement>('[data-guess]')) {
			button.disabled = false;
		}
		const onclick = ({ target }: Event) => {
			const button =
				target instanceof Element
					? target.closest<HTMLElement>('[data-guess], [data-guess-undo]')
					: null;
			if (!button) return;
			const chosen = button.dataset.guess ?? null;
			remember('guess', chosen);
			onanswer(showGuess(root, chosen));
		};
		root.addEventListener('click', onclick);
		return () => root.removeEventListener('click', onclick);
	};

/** What opens above the window would push down the words that are read; not every browser anchors the scroll. */
function keepPlace(root: HTMLElement, change: () => void): void {
	const read = root.querySelector('[aria-current="step"]');
	const top = read?.getBoundingClientRect().top ?? 0;
	change();
	const moved = (read?.getBoundingClientRect().top ?? 0) - top;
	if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}
