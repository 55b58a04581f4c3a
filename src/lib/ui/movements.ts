/**
 * Waits until no animation runs in an element, nor on it: those of the style sheet, and Svelte's transitions.
 *
 * @param element one that has just been changed: what its change sets in motion begins a frame later
 */
export async function movementsEnd(element: Element): Promise<void> {
	await new Promise(requestAnimationFrame);
	await new Promise(requestAnimationFrame);
	const moving = element.getAnimations({ subtree: true });
	await Promise.allSettled(moving.map(({ finished }) => finished));
}
