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
		keepPlace(root, () => {
			onanswer(kept !== null && showGuess(root, kept));
			// From here on the answer is shown by its own attribute.
			delete document.documentElement.dataset.answered;
		});
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
	const beat = root.querySelector('[aria-current="step"]');
	const topOf = (part: Element | null | undefined) => part?.getBoundingClientRect().top ?? 0;
	const answer = beat?.querySelector('[data-answer]');
	// Who reads in the answer has its beginning above the window; the reply opens before it.
	const read = answer && topOf(answer) < 0 ? answer : beat;
	const top = topOf(read);
	change();
	const moved = topOf(read) - top;
	if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}
