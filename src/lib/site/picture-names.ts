import type { Beat } from '$lib/model/story';
import { isPicture } from '$lib/pictures/picture';
import { beatIds, site } from './site';

/** Before the id of a beat that opens with another picture: its map. */
const MAP = 'map-';

/** Whether the first picture of a beat is neither the map nor a chart. */
export const isPictured = ({ stage: [first] }: Pick<Beat, 'stage'>): boolean =>
	first !== undefined && isPicture(first);

/** Ids of the beats whose first picture is neither the map nor a chart. */
export const picturedBeats = (lang: string): string[] =>
	site(lang)
		.story.beats.filter(isPictured)
		.map(({ id }) => id);

/** After the id of the beat that asks: its picture when it is answered. */
const ANSWER = '.answer';

/** Names of the stills of a language: each beat, and its answered form where the beat asks. */
export const stillNames = (lang: string): string[] => [
	...beatIds(lang),
	...picturedBeats(lang)
		.filter((id) => site(lang).pictures.evening.days?.beat === id)
		.map((id) => id + ANSWER)
];

/** What a still shows. @param name one of `stillNames` */
export const readStillName = (name: string): { beat: string; answered: boolean } => ({
	beat: name.replace(ANSWER, ''),
	answered: name.endsWith(ANSWER)
});

/**
 * Name of the picture that stands for a beat where no frame is shown.
 *
 * @param map its map, whatever it opens with
 */
export const pictureName = (beat: Pick<Beat, 'id' | 'stage'>, map: boolean): string =>
	map && isPictured(beat) ? MAP + beat.id : beat.id;

/** Names of all pictures of a language. */
export const pictureNames = (lang: string): string[] => [
	...beatIds(lang),
	...picturedBeats(lang).map((beat) => MAP + beat)
];

/** What a picture shows: a beat, and whether it is the map whatever the beat opens with. */
export const readPictureName = (name: string): { beat: string; map: boolean } =>
	name.startsWith(MAP) ? { beat: name.slice(MAP.length), map: true } : { beat: name, map: false };
