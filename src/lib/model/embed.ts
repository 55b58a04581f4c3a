import type { MapScene } from '$lib/model/map-scene';
import type { FlowBeat, FlowSection, PersonCard } from '$lib/model/prose';
import type { Words } from '$lib/model/words';

export type EmbedKind = 'story' | 'section' | 'beat' | 'paragraph' | 'map' | 'person';

/** Something that can be embedded. */
export interface Embed {
	/** The last part of its address; empty for the whole story. */
	readonly id: string;
	readonly kind: EmbedKind;
	readonly title: string;
	/** Beats it shows, in order; none for a person. */
	readonly beats: readonly string[];
	/** Where the site has it, below the address of the story: `#rumour`, `people/#guevara`. */
	readonly where: string;
	/** The beat whose map stands for it where only a picture is shown. */
	readonly pictured: string;
}

interface EmbedStep {
	readonly beat: FlowBeat;
	readonly section: FlowSection;
}

/** Everything that the page of an embed is made of. */
export interface EmbedPage {
	readonly embed: Embed;
	readonly steps: readonly EmbedStep[];
	readonly person: PersonCard | null;
	/** The person's, as on the table; empty without a person. */
	readonly initials: string;
	readonly words: Words;
	readonly lang: string;
	/** The story's address. */
	readonly story: string;
	/** Where the same words stand on the site. */
	readonly canonical: string;
	/** Where its oEmbed answer is. */
	readonly oembed: string;
}

/** What a frame fetches when its reader first steps or touches. */
export interface LiveData {
	readonly maps: Readonly<Record<string, MapScene>>;
	/** Said where the live map cannot be drawn. */
	readonly failed: string;
}
