import { render } from 'svelte/server';
import type { Size } from '$lib/globe/camera/geometry';
import { sceneAt } from '$lib/model/scene';
import { isPicture, type PictureKind } from '$lib/pictures/picture';
import Picture from '$lib/pictures/Picture.svelte';
import evening from '$lib/pictures/evening/evening.css?inline';
import evidence from '$lib/pictures/evidence/evidence.css?inline';
import room from '$lib/pictures/room/room.css?inline';
import tokens from '$lib/pictures/tokens.css?inline';
import { entry } from '$lib/content/entry';
import { plainCss } from './plain-css';
import { fitLettering } from './fit-lettering';
import { escape } from './render-scene';
import { site } from './site';

const STYLES = {
	room: plainCss(room, tokens),
	evening: plainCss(evening, tokens),
	evidence: plainCss(evidence, tokens)
} as const satisfies Record<PictureKind, string>;

/** The ground goes on beyond the picture, so that a box of another shape is filled. */
const BLEED = '.ground { x: -300%; y: -300%; width: 700%; height: 700% }';

/**
 * The first picture of a beat as an SVG file of its own: for readers without JavaScript, for print, for frames and share
 * pictures. The same component as in the browser draws it.
 *
 * @param size CSS px
 * @param options `bleed`: the file is shown in boxes of other shapes, and its ground fills them; `answered`: the words beside
 *   it tell what became of a question
 * @returns null when there is no such beat, or its first picture is the map or a chart
 */
export function renderPicture(
	lang: string,
	beat: string,
	size: Size,
	{ bleed = false, answered = false } = {}
): string | null {
	const { story, pictures, words } = site(lang);
	const index = story.beats.findIndex(({ id }) => id === beat);
	const kind = story.beats[index]?.stage[0];
	if (!kind || !isPicture(kind)) return null;
	const input = {
		pictures,
		order: story.beats.map(({ id }) => id),
		scene: sceneAt(story, { beat: index, progress: 0 }),
		size,
		scale: 1,
		answered
	};
	const drawn = render(Picture, { props: { kind, input } }).body.replace(/<!--[\s\S]*?-->/g, '');
	const body = fitLettering(drawn);
	const style = STYLES[kind] + (bleed ? BLEED : '');
	const { width, height } = size;
	const told = entry(words['story.yaml'].beats, beat);
	const sentence = (answered && told.guess?.picture) || (told.picture ?? '');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escape(sentence)}</title><style>${style}</style>${body}</svg>\n`;
}
