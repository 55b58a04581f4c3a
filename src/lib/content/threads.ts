import type { Facts } from './schema';

/** Passages that were known or expected on Monday: threads that fall into the evening. */
export const threadsOf = ({ sections }: Facts['story.yaml']): string[] =>
	sections
		.flatMap(({ beats }) => beats)
		.filter(({ told }) => told && told !== 'sunday')
		.map(({ id }) => id);
