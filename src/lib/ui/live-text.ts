import type { Attachment } from 'svelte/attachments';

/**
 * Keeps an element's text true also after a browser's translation, which replaces the text nodes that Svelte holds: then
 * the element's whole text is replaced, and translated again. For an element whose only content is the text.
 *
 * @param text what the element says, the same as its content
 */
export const liveText =
	(text: string | undefined): Attachment<HTMLElement> =>
	(element) => {
		if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
	};
