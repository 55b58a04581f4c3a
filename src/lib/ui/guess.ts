/**
 * Shows the answer to a guess, or asks again. The words are those in the page, so that they may be translated there.
 *
 * @param root contains the markup of `Guess.svelte`, the `[data-answer]` after it, and `[data-guessed]`, where the guess is
 *   said again
 * @param chosen the answer that was chosen, or null; one that is not in the page counts as null
 */
export function showGuess(root: ParentNode, chosen: string | null): void {
	const box = root.querySelector('[data-guess-box]');
	if (!box) return;
	let reply: HTMLElement | null = null;
	for (const said of box.querySelectorAll<HTMLElement>('[data-reply]')) {
		said.hidden = said.dataset.reply !== chosen;
		if (!said.hidden) reply = said;
	}
	const undo = box.querySelector<HTMLElement>('[data-guess-undo]');
	const pressed = box.querySelector<HTMLElement>('[aria-pressed="true"]');
	// The button that takes the guess back goes with it.
	if (undo && undo === document.activeElement && !reply) pressed?.focus({ preventScroll: true });
	if (undo) undo.hidden = !reply;
	for (const button of box.querySelectorAll<HTMLElement>('[data-guess]')) {
		button.ariaPressed = String(button.dataset.guess === chosen);
	}
	const answer = root.querySelector('[data-answer]');
	if (reply) answer?.removeAttribute('hidden');
	else answer?.setAttribute('hidden', 'until-found');
	const again = root.querySelector<HTMLElement>('[data-guessed]');
	again?.querySelector('[data-reply]')?.remove();
	if (again) again.hidden = !reply;
	if (reply) again?.prepend(reply.cloneNode(true));
}
