import { PICTURE } from '$lib/embed/maker/snippet';
import type { Size } from '$lib/globe/camera/geometry';
import { mapOf } from './site';
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
	const shown = mapOf(lang, id);
	if (!shown) return null;
	const { pixels, width, height } = await paint(
		renderScene(shown.map, DRAWN, shown.sentence),
		PICTURE.width
	);
	return palettePng(pixels, width, height);
}
