import type { Imprint } from '$lib/model/prose';
import type { EmbedKind } from '$lib/model/embed';
import type { LanguageLink } from './languages';
import type { SnippetPlace, SnippetThing } from './snippet';
import type { MakerWords } from './words';

/** Something that can be embedded, with all that its snippet, its oEmbed answer and a list of such things say. */
export interface EmbedThing extends SnippetThing {
	readonly kind: EmbedKind;
	/** Title of the section it belongs to; empty for what belongs to none. */
	readonly section: string;
	/** A few words more than the title says; empty when it says enough. */
	readonly about: string;
}

/** Everything that the page where snippets are made knows. */
export interface EmbedThisPage {
	readonly things: readonly EmbedThing[];
	readonly place: SnippetPlace;
	readonly words: MakerWords;
	readonly languages: readonly LanguageLink[];
	readonly imprint: Imprint;
	readonly oembed: string;
}
