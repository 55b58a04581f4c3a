/**
 * The shape of every content file: facts in `schema/facts.ts` (a beat of `story.yaml` in `schema/beat.ts`),
 * words in `schema/words.ts`, both in the order of the files in `src/content`; what a single field may hold in `schema/values.ts`.
 */
import type * as v from 'valibot';
import type { Words } from '$lib/model/words';
import type { beat, chart } from './schema/beat';
import { FACTS, POWERS } from './schema/facts';
import { WORDS } from './schema/words';

export { FACTS, POWERS, WORDS };

export type Facts = { [F in keyof typeof FACTS]: v.InferOutput<(typeof FACTS)[F]> };
/** Words of one language. `checkLanguages` compares the keys of `ui.yaml` with `UI_KEYS`. */
export type LanguageWords = {
	[F in keyof typeof WORDS]: F extends 'ui.yaml' ? Words : v.InferOutput<(typeof WORDS)[F]>;
};
export type BeatFacts = v.InferOutput<typeof beat>;
export type ChartFacts = v.InferOutput<typeof chart>;
