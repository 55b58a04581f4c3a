import { cardOfAddress } from '$lib/model/reference';

/**
 * Markup for a kiosk: no link is left in it, so none can lead away. A name that opened a card is a mark that opens
 * it; every other link is its words; what was folded away stands open. For markup of our own components only.
 */
export function withoutLinks(html: string): string {
	return html
		.replace(/<a\b([^>]*)>/g, (_, attributes: string) => {
			const card = cardOfAddress(/href="([^"]*)"/.exec(attributes)?.[1] ?? '');
			const name = /class="([^"]*)"/.exec(attributes)?.[1];
			if (card) return `<span class="name" data-card="${card}">`;
			return name ? `<span class="${name}">` : '<span>';
		})
		.replace(/<\/a>/g, '</span>')
		.replace(/<details\b/g, '<section')
		.replace(/<\/details>/g, '</section>')
		.replace(/<summary>/g, '<h4>')
		.replace(/<\/summary>/g, '</h4>');
}
