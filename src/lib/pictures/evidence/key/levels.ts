/** How much the key says: words and a bar for each claim, words and a number, or signs and numbers alone; two of these also set closely. */
export type KeyLevel = 'bars' | 'words' | 'close' | 'signs' | 'least';

/** Sizes of a level, CSS px. */
export interface KeySizes {
	readonly title: number;
	readonly text: number;
	readonly number: number;
	/** Of a sign. */
	readonly radius: number;
	readonly gap: number;
	/** Above and below the words in a frame. */
	readonly frame: number;
}

export const SIZES: Readonly<Record<KeyLevel, KeySizes>> = {
	bars: { title: 30, text: 15, number: 22, radius: 10, gap: 14, frame: 4 },
	words: { title: 25, text: 14, number: 20, radius: 9, gap: 9, frame: 3 },
	close: { title: 24, text: 13, number: 18, radius: 8, gap: 8, frame: 3 },
	signs: { title: 21, text: 13, number: 19, radius: 8, gap: 10, frame: 3 },
	least: { title: 21, text: 13, number: 17, radius: 7, gap: 4, frame: 1.5 }
};
