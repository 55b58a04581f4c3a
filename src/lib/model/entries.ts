import type { Citation, PassageLink, PersonCard, PlaceCard, Panel, TermCard } from './prose';

/** A link that is ready to be printed. */
export interface EntryLink {
	/** As seen from a page of reference. */
	readonly href: string;
	readonly text: string;
}

/** A work behind an entry. */
export interface Work extends Citation {
	/** How often the whole site cites it, in words; empty for once. */
	readonly cited: string;
}

/** What every entry has. */
interface Entry {
	/** Fragment of its address, permanent. */
	readonly id: string;
	readonly works: readonly Work[];
}

/** A row of the list at the top of a page. */
export interface JumpLink {
	readonly id: string;
	readonly text: string;
}

export interface PersonEntry extends Entry {
	readonly person: PersonCard;
	/** Names in other scripts, each with its language. */
	readonly native: readonly { readonly lang: string; readonly name: string }[];
	readonly spellings: readonly string[];
	/** Passages whose words name the person, and which `inTelegram` does not tell of. */
	readonly namedAlso: readonly PassageLink[];
	/** Passages where our narration alone does. */
	readonly narrated: readonly PassageLink[];
	/** The title of a passage that `inTelegram` tells of, by its beat id. */
	readonly passages: Readonly<Record<string, string>>;
}

export interface PlaceEntry extends Entry {
	readonly place: PlaceCard;
	readonly told: readonly PassageLink[];
	readonly narrated: readonly PassageLink[];
	/** The other passages whose map marks it. */
	readonly marked: readonly PassageLink[];
	readonly see: readonly EntryLink[];
	/** A still map that marks it; null when none does. */
	readonly map: {
		readonly beat: string;
		readonly title: string;
		/** One sentence: what the map shows. */
		readonly sentence: string;
	} | null;
}

export interface PanelEntry extends Entry {
	readonly panel: Panel;
	readonly passage: PassageLink;
	/** Entries that the words of its passage name. */
	readonly near: readonly EntryLink[];
}

export interface TermEntry extends Entry {
	readonly term: TermCard;
	/** How sure we are, or where the meaning comes from, in words. */
	readonly sure: string;
	readonly told: readonly PassageLink[];
	readonly narrated: readonly PassageLink[];
	readonly see: readonly EntryLink[];
}

export interface EventEntry extends Entry {
	/** Day or days, in the language of the page, and the first of them for machines. */
	readonly day: string;
	readonly date: string;
	readonly place: string;
	/** Hour, local to the place; empty where it is not known. */
	readonly time: string;
	readonly text: string;
	readonly sure: string;
	/** Passages that tell of it, or whose strip shows it. */
	readonly passages: readonly PassageLink[];
	readonly see: readonly EntryLink[];
	/** True for the evening of the telegram. */
	readonly here: boolean;
}

export interface WorkEntry extends Citation {
	readonly citedBy: readonly { readonly group: string; readonly links: readonly EntryLink[] }[];
}
