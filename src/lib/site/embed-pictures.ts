import { PICTURE } from '$lib/embed/maker/snippet';
import type { Size } from '$lib/globe/camera/geometry';
import { content } from './page';
import { buildStory, wordsOf } from '$lib/content/story';
import { palettePng } from './palette-png';
import { paint } from './picture';
import { renderScene } from './render-scene';

/** The map is drawn for half that size, so that its lettering can be read in a column. */
const DRAWN: Size = { width: 640, height: 336 };

/**
 * The map of a beat as a PNG, for places that show neither frames nor SVG: feeds, newsletters, link previews.
 *
 * @returns null when there is no such beat
 */
export async function embedPicture(lang: string, id: string): Promise<Buffer | null> {
	const beat = buildStory(content(), lang).beats.find((other) => other.id === id);
	if (!beat) return null;
	const sentence = wordsOf(content(), lang)['story.yaml'].beats[id]?.map ?? beat.title;
	const { pixels, width, height } = await paint(
		renderScene(beat.map, DRAWN, sentence),
		PICTURE.width
	);
	return palettePng(pixels, width, height);
}
