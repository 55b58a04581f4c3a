/** Paragraph ids of the document, in order. Links, citations and embeds rest on them. */
export const PARAGRAPH_IDS: readonly string[] = [
	'head',
	'addressee',
	...Array.from({ length: 16 }, (_, i) => `p${String(i + 1).padStart(2, '0')}`),
	'signature',
	'source'
];
