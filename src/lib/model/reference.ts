/** Which page of reference has the entries of each kind of card, and the panels. */
const REFERENCE_PAGES = {
	person: 'people',
	place: 'places',
	panel: 'panels',
	term: 'glossary'
} as const;

type Kind = keyof typeof REFERENCE_PAGES;

/**
 * Where the entry of a card stands.
 *
 * @param card its kind and id, for instance `person-guevara`
 * @returns its address as seen from the root of its language, for instance `people/#guevara`
 */
export function entryAddress(card: string): string {
	const [kind = '', id = ''] = parts(card);
	return `${REFERENCE_PAGES[kind as Kind]}/#${id}`;
}

/**
 * The card that an address leads to: the other way round than `entryAddress`.
 *
 * @param address absolute or relative
 * @returns for instance `person-guevara`; null when it is not the address of an entry
 */
export function cardOfAddress(address: string): string | null {
	const [, page, id] = /(?:^|\/)(people|places|panels|glossary)\/#([\w-]+)$/.exec(address) ?? [];
	const kind = Object.entries(REFERENCE_PAGES).find(([, name]) => name === page)?.[0];
	return kind ? `${kind}-${id}` : null;
}

/** `person-guevara` → `person`, `guevara`. */
const parts = (card: string) => /^([a-z]+)-(.+)$/.exec(card)?.slice(1) ?? [];
