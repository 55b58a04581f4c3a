import type { ServerHtml } from '$lib/model/server-html';
import type { Story } from '$lib/model/story';
import type { Shortest } from './visit/tour';
import type { KioskWords } from './words';

/** What can be opened at a beat, besides the people at the table. */
export interface Openers {
	/** Number of the background panel as it is printed, or null. */
	readonly background: string | null;
	/** Whether its words ask for a guess. */
	readonly guess: boolean;
	/** How many notes of the historian. */
	readonly notes: number;
	/** How many names and terms its words and its map lead to. */
	readonly names: number;
	/** Title of the chart, or null. */
	readonly chart: string | null;
}

/** Everything the kiosk is made of, in one language. */
export interface KioskPage {
	readonly story: Story;
	readonly words: KioskWords;
	/** Headline of the story. */
	readonly title: string;
	/** Every passage, hidden; the kiosk shows one at a time. */
	readonly beats: ServerHtml;
	/** Everything that opens. */
	readonly sheets: ServerHtml;
	readonly shortest: Shortest;
	readonly openers: Readonly<Record<string, Openers>>;
	/** The attract loop: beats and the sentence each says. */
	readonly attract: readonly { readonly beat: string; readonly sentence: string }[];
	/** The site's own address, for the QR codes. */
	readonly site: string;
	/** Folder of the language on the site. */
	readonly folder: string;
}
