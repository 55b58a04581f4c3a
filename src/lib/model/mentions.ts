import type { FlowBeat } from './prose';

/** Passages that name an entry: beat ids in the order of the story. */
export interface Mentions {
	/** Those whose words of the telegram do. */
	readonly telegram: readonly string[];
	/** Those where our narration alone does. */
	readonly narration: readonly string[];
}

type Runs = readonly { readonly text: string; readonly card?: string }[];

const NONE: Mentions = { telegram: [], narration: [] };

/** A link stands for itself among the words: no name runs across it. */
const LINKED = '\n';

/**
 * Finds which passages name which entry, by a link to its card or by its name in plain words.
 *
 * @param beats in the order of the story
 * @param names of each card (`person-guevara`) all the forms that plain words may have; upper and lower case count
 * @returns the passages of a card; none for a card that no passage names
 */
export function mentionsIn(
	beats: readonly Pick<FlowBeat, 'id' | 'passages' | 'narration'>[],
	names: ReadonlyMap<string, readonly string[]> = new Map()
): (card: string) => Mentions {
	const found = new Map<string, { telegram: string[]; narration: string[] }>();
	const finders = findersOf(names);
	const namedIn = (paragraphs: readonly Runs[]): Set<string> =>
		new Set(
			paragraphs.flatMap((runs) => [...cardsOf(runs), ...finders.flatMap((find) => find(runs))])
		);
	for (const { id, passages, narration } of beats) {
		const inTelegram = namedIn(passages.map(({ runs }) => runs));
		const inNarration = namedIn(narration);
		for (const card of new Set([...inTelegram, ...inNarration])) {
			const mentions = found.get(card) ?? { telegram: [], narration: [] };
			found.set(card, mentions);
			mentions[inTelegram.has(card) ? 'telegram' : 'narration'].push(id);
		}
	}
	return (card) => found.get(card) ?? NONE;
}

/** The cards that words link to, each once, in their order. */
export const cardsOf = (runs: readonly { readonly card?: string }[]): Set<string> =>
	new Set(runs.flatMap(({ card }) => card ?? []));

/** One search for each kind of card: a term may have the name of a person or a place. */
function findersOf(names: ReadonlyMap<string, readonly string[]>): ((runs: Runs) => string[])[] {
	const kinds = new Map<string, Map<string, string[]>>();
	for (const [card, forms] of names) {
		const kind = kindOf(card);
		const cards = kinds.get(kind) ?? new Map<string, string[]>();
		kinds.set(kind, cards);
		for (const form of forms) cards.set(form, [...(cards.get(form) ?? []), card]);
	}
	return [...kinds].map(([kind, cards]) => finder(kind, cards));
}

/** Finds the cards of one kind that plain words name; a name within a longer one is not counted. */
function finder(kind: string, cards: ReadonlyMap<string, readonly string[]>) {
	const longestFirst = [...cards.keys()].toSorted((a, b) => b.length - a.length);
	if (longestFirst.length === 0) return () => [];
	const name = new RegExp(
		String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\p{L}\p{N}])`,
		'gu'
	);
	return (runs: Runs): string[] => {
		// A link says whom its words mean: to find their name in them again could only be wrong.
		const text = runs.map(({ text, card }) => (card && kindOf(card) === kind ? LINKED : text));
		return [...text.join('').matchAll(name)].flatMap(([form]) => cards.get(form) ?? []);
	};
}

/** A form as the pattern that matches it and nothing else. */
const escaped = (form: string): string => form.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** `person-guevara` → `person`. */
const kindOf = (card: string): string => card.slice(0, card.indexOf('-'));
