/** How much a picture of this size has room for. */
export interface Manner {
	/** Labels hang at the band, over it what happened in Washington; otherwise they are a list under it. */
	readonly hung: boolean;
	/** Lettering of the labels, CSS px. */
	readonly label: number;
	/** Where and when it was stands under each label. */
	readonly when: boolean;
	readonly title: number;
	/** The key to the signs, and the rule of the band's length. */
	readonly key: boolean;
	readonly rule: boolean;
	/** Days of the list are numbers alone. */
	readonly short?: boolean;
	/** What has no hour is not named. */
	readonly few?: boolean;
	/** So much lower stands everything under the title, CSS px. */
	readonly drop?: number;
	/** More than the least between two rows of a list, CSS px. */
	readonly gap?: number;
	/** Drawn even where it has no room. */
	readonly forced?: boolean;
}

/** From the roomiest on. */
export const HUNG: readonly Manner[] = [
	{ hung: true, label: 22, when: true, title: 32, key: true, rule: true },
	{ hung: true, label: 22, when: false, title: 32, key: true, rule: true },
	{ hung: true, label: 19, when: false, title: 32, key: true, rule: true },
	{ hung: true, label: 17, when: false, title: 26, key: true, rule: true }
];
/** The same; the last one always has room. */
export const LISTED: readonly Manner[] = [
	{ hung: false, label: 19, when: true, title: 26, key: true, rule: true },
	{ hung: false, label: 17, when: true, title: 21, key: true, rule: true },
	{ hung: false, label: 18, when: false, title: 21, key: true, rule: true },
	{ hung: false, label: 16, when: false, title: 21, key: true, rule: true },
	{ hung: false, label: 15, when: false, title: 21, key: true, rule: false },
	{ hung: false, label: 15, when: false, title: 0, key: true, rule: false },
	{ hung: false, label: 14, when: false, title: 0, key: false, rule: false, short: true },
	{ hung: false, label: 13, when: false, title: 0, key: false, rule: false, short: true },
	{
		hung: false,
		label: 13,
		when: false,
		title: 0,
		key: false,
		rule: false,
		short: true,
		few: true,
		forced: true
	}
];
