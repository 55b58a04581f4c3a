/**
 * Shows the answer to a guess, or asks again. The words are those in the page, so that they may be translated there.
 *
 * @param root contains what depends on the guess: buttons with `data-guess` and the id of an answer, `[data-guess-undo]`, a
 *   `data-reply` for each answer, `[data-answer]` for all, and `[data-guessed]`, where the reply is said again
 * @param chosen the answer that was chosen, or null; one that is not in the page counts as null
 * @returns whether the page answers now
 */
export function showGuess(root: ParentNode, chosen: string | null): boolean {
	const all = (what: string) => [...root.querySelectorAll<HTMLElement>(what)];
	for (const copy of all('[data-guessed] [data-reply]')) copy.remove();
	const replies = all('[data-reply]');
	for (const reply of replies) reply.hidden = reply.dataset.reply !== chosen;
	const said = replies.find(({ hidden }) => !hidden);
	const before = all('[data-guess][aria-pressed="true"]')[0];
	for (const undo of all('[data-guess-undo]')) {
		// The button that takes the guess back goes with it.
		if (!said && undo === document.activeElement) before?.focus({ preventScroll: true });
		undo.hidden = !said;
	}
	for (const button of all('[data-guess]')) {
		button.ariaPressed = String(said !== undefined && button.dataset.guess === chosen);
	}
	for (const answer of all('[data-answer]')) {
		if (said) answer.removeAttribute('hidden');
		else answer.setAttribute('hidden', 'until-found');
	}
	for (const again of all('[data-guessed]')) {
		again.hidden = !said;
		if (said) again.prepend(said.cloneNode(true));
	}
	return said !== undefined;
}
