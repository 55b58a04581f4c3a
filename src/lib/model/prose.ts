import type { Chart } from './chart/chart';
import type { Confidence, EvidenceMark } from './evidence';
import type { LegendKey } from '$lib/model/legend';
import type { MarkKind } from './map-scene';
import type { StageKind } from './stage';
import type { Told } from './story';

/** A run of words with at most one link; `phrase` is underlined in red pencil. */
export interface Run {
	readonly text: string;
	readonly phrase?: boolean;
	/** Id of a card in the page, for instance `person-guevara`. */
	readonly card?: string;
}

/** A piece of the telegram: the words of one paragraph that belong to one beat. */
export interface Passage {
	readonly paragraph: string;
	/** Paragraph number as printed in the margin, for instance ¶5, or the name of an unnumbered line. */
	readonly label: string;
	/** What a screen reader calls it, for instance “Paragraph 5”. */
	readonly name: string;
	/** True for the lines around the sixteen paragraphs: title, addressee, signature, source. */
	readonly named: boolean;
	/** True where the paragraph begins; its id stands there. */
	readonly begins: boolean;
	/** True when the passage starts in the middle of a sentence: an ellipsis stands before it. */
	readonly midSentence: boolean;
	readonly runs: readonly Run[];
}

type Paragraph = readonly Run[];

/** A work, ready to be printed. */
export interface Citation {
	readonly id: string;
	readonly text: string;
	/** Only addresses seen at archives, publishers and journals. */
	readonly url: string | null;
}

export interface Note {
	readonly id: string;
	readonly mark: EvidenceMark;
	/** The telegram's words that are weighed. */
	readonly quote: string;
	readonly note: string;
	readonly confidence: Confidence;
	readonly sources: readonly Citation[];
}

/** Things that were counted, to be drawn one by one. */
export interface Counted {
	/** What one dot is, and what a ring is where counts differ. */
	readonly each: string;
	/** `name` has the figures in words; `least` is what every count has, `most` what the highest has. */
	readonly groups: readonly {
		readonly name: string;
		readonly least: number;
		readonly most: number;
	}[];
}

export interface Panel {
	readonly id: string;
	readonly heading: string;
	readonly value: string;
	readonly meaning: string;
	readonly counted: Counted | null;
	readonly text: readonly Paragraph[];
	readonly caution: string | null;
	readonly confidence: Confidence;
	readonly sources: readonly Citation[];
}

/** A question that the reader answers before the page tells what happened. Every text is ready to be printed. */
export interface Guess {
	readonly question: string;
	/** One sentence: what the first picture of the beat shows after it. */
	readonly picture: string;
	/** `reply` is what the page says to who chose the answer. */
	readonly answers: readonly {
		readonly id: string;
		readonly text: string;
		readonly reply: string;
	}[];
	/** What happened, by date and hour. */
	readonly hours: readonly {
		readonly id: string;
		/** Weekday, day and month in the language of the page. */
		readonly day: string;
		/** Year, month and day, as in `datetime` attributes. */
		readonly date: string;
		/** As far as it is known, with the clock it is told by; empty where it is not. */
		readonly time: string;
		readonly place: string;
		readonly text: string;
		readonly sources: readonly Citation[];
	}[];
}

/** One thing on the map, for those who read a list instead of a picture. */
export interface MapItem {
	/** What it is called or says. */
	readonly text: string;
	/** How it is known, whether the passage is about it, where its arrow points: in words. */
	readonly about: string;
	/** How it is drawn: a key of the legend. */
	readonly sign: LegendKey;
	/** Place id of a mark: it has a card. */
	readonly place: string | null;
}

/** Some words of a line. */
interface ItemRun {
	readonly text: string;
	/** The passage that they lead to. */
	readonly beat?: string;
	/** Words of the telegram, in its English. */
	readonly quote?: boolean;
}

/** One thing in a picture, and what belongs to it. */
export interface PictureItem {
	readonly runs: readonly ItemRun[];
	readonly items: readonly PictureItem[];
}

/** A picture beside the map, for those who read a list instead. */
export interface PictureList {
	readonly title: string;
	/** In the order of the telegram. */
	readonly items: readonly PictureItem[];
	/** Sentences about the whole, after the list. */
	readonly notes: readonly string[];
}

/** What the picture of a chart shows, said in words. */
export interface ChartText {
	/** Sentences; `lead` stands before one in bold. */
	readonly lines: readonly { readonly lead: string | null; readonly text: string }[];
	/** One row an event, one column a clock; null for a chart without clocks. */
	readonly table: {
		readonly head: readonly string[];
		readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
	} | null;
}

export interface FlowChart {
	readonly picture: Chart;
	readonly text: ChartText;
	readonly sources: readonly Citation[];
}

export interface FlowBeat {
	readonly id: string;
	readonly title: string;
	/** True for the first beat of its section: the section's title stands above it. */
	readonly opens: boolean;
	readonly told: Told | null;
	readonly toldLabel: string;
	readonly passages: readonly Passage[];
	readonly narration: readonly Paragraph[];
	/** The first paragraph of the narration stands before it, the others after what happened. */
	readonly guess: Guess | null;
	readonly notes: readonly Note[];
	readonly panel: Panel | null;
	readonly chart: FlowChart | null;
	/** What the stage shows: its first picture, and a second one in wide windows. */
	readonly stage: readonly StageKind[];
	/** One sentence: what its first picture shows; null for a map or a chart. */
	readonly picture: string | null;
	/** One sentence: what the map shows. */
	readonly map: string;
	/** The same, one thing after another. */
	readonly mapItems: readonly MapItem[];
	/** The pictures beside the map, one thing after another. */
	readonly pictureLists: readonly PictureList[];
	/** Who is reported to speak to whom, as a list in words; empty where nobody is. */
	readonly who: string;
	/** What the clock says, in words. */
	readonly when: string;
}

/** An event on the strip of the prologue. */
export interface StripEvent {
	readonly id: string;
	/** Day and month in the language of the page. */
	readonly day: string;
	readonly text: string;
	/** True for the evening of the telegram. */
	readonly here: boolean;
}

/** What the ruler measures, as a table: for readers without it. Every text is ready to be printed. */
export interface RangeTable {
	readonly origins: readonly {
		readonly id: string;
		/** Where the rows start, for instance “From Cuba (Sagua la Grande)”. */
		readonly heading: string;
		readonly rows: readonly {
			readonly id: string;
			readonly place: string;
			readonly km: string;
			readonly miles: string;
			/** Missiles that could reach that far; empty when none did. */
			readonly reached: string;
			/** “Only by the higher published figures …”; empty when there are none. */
			readonly perhaps: string;
		}[];
	}[];
	readonly missiles: readonly {
		readonly id: string;
		readonly name: string;
		readonly side: string;
		readonly range: string;
		readonly note: string;
	}[];
	readonly sources: readonly Citation[];
}

export interface FlowSection {
	readonly id: string;
	readonly number: number | null;
	readonly title: string;
	readonly beats: readonly FlowBeat[];
}

export interface PersonCard {
	readonly id: string;
	readonly name: string;
	readonly life: string;
	readonly office: string;
	readonly role: string;
	readonly sentence: string;
	readonly bio: readonly Paragraph[];
	/** In how many passages the person is reported to speak; null for those who were not at the table. */
	readonly speaksIn: number | null;
	readonly inTelegram: readonly PassageLink[];
	readonly humanDetail: string;
	readonly cautions: readonly string[];
	readonly confidence: Confidence;
	readonly sources: readonly Citation[];
}

/** A passage to go to. */
export interface PassageLink {
	readonly beat: string;
	readonly text: string;
}

export interface PlaceCard {
	readonly id: string;
	readonly name: string;
	/** How it is known, and so how it is marked. */
	readonly kind: MarkKind;
	readonly status: string;
	readonly why: string;
	/** Passages whose words, of the telegram, name it. */
	readonly named: readonly PassageLink[];
	/** The other passages whose map marks it. */
	readonly marked: readonly PassageLink[];
	readonly confidence: Confidence;
	readonly sources: readonly Citation[];
}

export interface TermCard {
	readonly id: string;
	readonly term: string;
	readonly plain: string;
	readonly sources: readonly Citation[];
}

/** What stands small on the cover and on the snippet page. */
export interface Imprint {
	/** Address of the page where the owner of the translation can be reached. */
	readonly permissions: string;
	/** An e-mail address or a web address; null without a contact. */
	readonly contact: string | null;
}
