import type { Confidence, EvidenceMark } from './evidence';
import type { LegendKey } from './legend';

type Pascal<Id extends string> = Id extends `${infer First}-${infer Rest}`
	? `${Capitalize<First>}${Pascal<Rest>}`
	: Capitalize<Id>;

/**
 * The key in `ui.yaml` of the word for an id. The type check knows all keys that come of it, and finds one that
 * `ui.yaml` lacks.
 *
 * @param prefix what the keys of its kind begin with: `legend`
 * @param id one of a fixed list, in kebab case: `great-circle`
 * @returns `legendGreatCircle`
 */
export const wordKey = <Prefix extends string, Id extends string>(prefix: Prefix, id: Id) =>
	(prefix +
		id.replace(/(?:^|-)(\w)/g, (_, letter: string) =>
			letter.toUpperCase()
		)) as `${Prefix}${Pascal<Id>}`;

/** @returns the key of the word that stands beside the mark's sign */
export const markWord = (mark: EvidenceMark) => wordKey('mark', mark);

/** @returns the key of how sure a note is */
export const confidenceWord = (confidence: Confidence) => wordKey('confidence', confidence);

/** @returns the key of what a sign of the map means */
export const legendWord = (sign: LegendKey) => wordKey('legend', sign);

export type LegendWord = ReturnType<typeof legendWord>;
