/**
 * What the room, the evening, the line of evidence and the cards of the participants are drawn from: one file a language, which
 * the page fetches after its first paint. The map's data are in the story itself.
 */
import type { EvidenceMark } from './evidence';
import type { Exchange } from './speech';
import type { PersonToken } from './story';
import type { PictureWords } from './picture-words';

/** One who is shown in the room or on a card. */
export interface Participant extends PersonToken {
	/** Their office that night in two or three words. */
	readonly post: string;
	/** The beat from which the room shows them; empty for those who have no seat in it. */
	readonly since: string;
}

/** An exchange with the telegram's words that report it. */
export interface ReportedExchange extends Exchange {
	readonly quote: string;
}

/** A card on the stage: who is reported to speak in a passage, or is only spoken of; at the end how often each was. */
export interface ParticipantCard {
	/** A person, or a side that speaks as one; of a count without a person any name. */
	readonly id: string;
	readonly kind: 'speaks' | 'spoken-of' | 'count';
	readonly name: string;
	/** Empty for a side. */
	readonly post: string;
	/** “to Mikoyan”; empty where the words do not say to whom, and for those spoken of. */
	readonly toWhom: string;
	/** What they do in this passage, in at most 90 characters. */
	readonly line: string;
	/**
	 * Where the words that report or name them begin: the part of the passage's words of the telegram before them, 0 to 1.
	 * Undefined where the words do not name them so, and of a count.
	 */
	readonly from?: number | undefined;
}

/** A stretch of the talk on one subject. */
export interface EveningBlock {
	readonly id: string;
	readonly label: string;
	/** Its passages in order, with their words of the telegram. */
	readonly beats: readonly { readonly id: string; readonly words: number }[];
	/** Words of the telegram in all of them. */
	readonly words: number;
}

/** What was known or expected on Monday, at the place in the telegram where it stands. */
export interface EveningThread {
	readonly beat: string;
	readonly label: string;
	/** How many blocks stand before it. */
	readonly after: number;
	/** True for a meeting that is still ahead. */
	readonly expected: boolean;
}

/** Where it happened: beside the band or over it. */
export const DAY_SIDES = ['havana', 'washington'] as const;
/** What is known of the hour of an event: told, worked out, planned, or no more than the time between two. */
export const DAY_HOURS = ['told', 'worked-out', 'expected', 'unknown'] as const;

/** An event after the telegram, on the line of the days. */
export interface DayEvent {
	readonly id: string;
	readonly label: string;
	/** Where, and at which hour as far as it is known, in words. */
	readonly when: string;
	/** For instance “18:00”; empty where no hour is told. */
	readonly clock: string;
	/** Empty when nothing is in doubt. */
	readonly doubt: string;
	readonly side: (typeof DAY_SIDES)[number];
	readonly hour: (typeof DAY_HOURS)[number];
	/** Hours from the beginning of the first day; `to` for one that lasts, or whose hour is unknown. */
	readonly from: number;
	readonly to: number | null;
}

/** What became of the question that the telegram ends with. */
export interface EveningDays {
	/** The beat that asks it. */
	readonly beat: string;
	readonly question: string;
	/** In a row, without a gap: for instance “Monday 19” and “19”. */
	readonly days: readonly { readonly name: string; readonly short: string }[];
	readonly events: readonly DayEvent[];
	/** The end of the line, later than the days: for instance “3 December” and what happened. */
	readonly end: { readonly day: string; readonly label: string };
}

export interface Evening {
	readonly blocks: readonly EveningBlock[];
	readonly threads: readonly EveningThread[];
	/** The block that announces what he came for. */
	readonly business: string;
	/** The block that tells of another day, before the evening. */
	readonly lookingBack: string;
	/** The passage that leaves out what was said before it. */
	readonly untold: string;
	/** Blocks that a beat is about, by beat id; a beat that is left out is about its own. */
	readonly lit: Readonly<Record<string, readonly string[]>>;
	/** What kind of hour it is, by the id of the moment: alone, and beside a subject. */
	readonly hours: Readonly<Record<string, { readonly label: string; readonly short: string }>>;
	/** Null for a story without a guess. */
	readonly days: EveningDays | null;
}

/** Words of the telegram that a note weighs. */
export interface EvidenceClaim {
	readonly id: string;
	readonly beat: string;
	readonly mark: EvidenceMark;
	/** Verbatim, in the English of the telegram. */
	readonly quote: string;
	/** Words of the paragraph before the quote, and in it. */
	readonly from: number;
	readonly words: number;
}

export interface EvidenceParagraph {
	/** For instance “¶5”. */
	readonly label: string;
	readonly words: number;
	/** Its passages in order, with their words. */
	readonly beats: readonly { readonly id: string; readonly words: number }[];
	readonly claims: readonly EvidenceClaim[];
}

export interface Evidence {
	readonly paragraphs: readonly EvidenceParagraph[];
	/** Who and what the telegram never names. */
	readonly absent: readonly string[];
}

export interface Pictures {
	readonly people: readonly Participant[];
	/** By beat id; beats without an exchange are left out. */
	readonly speech: Readonly<Record<string, readonly ReportedExchange[]>>;
	/** The phrases in red pencil of the beats that show the room, by beat id. */
	readonly phrases: Readonly<Record<string, readonly string[]>>;
	/** People who are spoken of and stand outside the room, in words, by beat id; beats without them are left out. */
	readonly outside: Readonly<Record<string, string>>;
	/** By beat id; beats without a card are left out. */
	readonly cards: Readonly<Record<string, readonly ParticipantCard[]>>;
	readonly evening: Evening;
	readonly evidence: Evidence;
	readonly words: PictureWords;
}
