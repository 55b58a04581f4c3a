/** Who is reported to say what to whom. The table, the lists in words and the cards read it. */

/** What the telegram reports somebody to do with words. */
export const ACTS = ['says', 'asks', 'answers', 'agrees', 'interrupts', 'telephones'] as const;
export type Act = (typeof ACTS)[number];

/** The sides of the table: they speak or are spoken to as one where the telegram says “they” or “you”. */
export const SIDES = ['soviets', 'cubans'] as const;
export type Side = (typeof SIDES)[number];

/** Under `to`: the words do not say to whom. */
export const UNSTATED = 'unstated';

/** One exchange; its words are in `story.yaml`. */
export interface Exchange {
	/** A person's id, or a side. */
	readonly from: string;
	/** A person's id, a side, or `UNSTATED`. */
	readonly to: string;
	readonly act: Act;
}

/** Whether an id under `from` or `to` is a side. */
export const isSide = (id: string): id is Side => (SIDES as readonly string[]).includes(id);
