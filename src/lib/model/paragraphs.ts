/** The lines around the sixteen paragraphs; each has its word in `ui.yaml` under its own id. */
const BEFORE = ['head', 'addressee'] as const;
const AFTER = ['signature', 'source'] as const;
export const NAMED_PARAGRAPHS = [...BEFORE, ...AFTER] as const;

/** @returns the id, when it is that of a line with a name and not of a paragraph with a number; else null */
export const namedParagraph = (id: string) =>
	NAMED_PARAGRAPHS.find((named) => named === id) ?? null;

/** Paragraph ids of the document, in order. Links, citations and embeds rest on them. */
export const PARAGRAPH_IDS: readonly string[] = [
	...BEFORE,
	...Array.from({ length: 16 }, (_, i) => `p${String(i + 1).padStart(2, '0')}`),
	...AFTER
];
