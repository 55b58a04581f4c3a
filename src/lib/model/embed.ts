import type { MapScene } from '$lib/model/map-scene';
import type { FlowBeat, FlowSection, PersonCard } from '$lib/model/prose';
import type { ParticipantCard } from '$lib/model/pictures';
import type { StageKind } from '$lib/model/stage';
import type { Scene } from '$lib/model/story';
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
	/** Name of the picture that stands for it where no frame is shown: a beat id, or one with `map-` before it. */
	readonly pictured: string;
}

/** What the box of a frame can show. */
export type FrameKind = Exclude<StageKind, 'chart'>;

/** One step of a frame. */
export interface EmbedStep {
	readonly beat: FlowBeat;
	readonly section: FlowSection;
	/** What its box shows; a chart has no file of its own, its box shows the map. */
	readonly shows: FrameKind;
	/** What the box shows, in one sentence. */
	readonly says: string;
	/** Those who are reported to speak in it. */
	readonly cards: readonly ParticipantCard[];
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
	/** By beat id. */
	readonly maps: Readonly<Record<string, MapScene>>;
	/** The rest of the scene of beats whose first picture is neither the map nor a chart, by beat id. */
	readonly scenes: Readonly<Record<string, Omit<Scene, 'map'>>>;
	/** Ids of all beats, in their order. */
	readonly order: readonly string[];
	/** Said where the live map cannot be drawn. */
	readonly failed: string;
}
