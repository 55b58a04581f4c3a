/** What opens where a person, place or term is named; the cards of a language are one file, `cards.json`. */
export interface Card {
	readonly title: string;
	/** What stands small above the text of the short card; may be empty. */
	readonly kicker: string;
	/** The short card, for frames in articles: plain text. */
	readonly text: string;
	/** The whole card, for the story: markup that our own build has made of checked content. */
	readonly html: string;
}

/** By kind and id: `person-guevara`. */
export type Cards = Readonly<Record<string, Card>>;
