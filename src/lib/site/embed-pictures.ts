import sharp from 'sharp';
import { PICTURE } from '$lib/embed/maker/snippet';
import type { Size } from '$lib/globe/camera/geometry';
import { mapOf } from './site';
import { paint } from './picture';
import { renderScene } from './render-scene';

/** The map is drawn for half that size, so that its lettering can be read in a column. */
const DRAWN: Size = { width: 640, height: 336 };

/**
 * The map of a beat as a PNG, for places that show neither frames nor SVG: feeds, newsletters, link previews.
 *
 * @returns a PNG `PICTURE.width` px wide, or null when there is no such beat
 */
export async function embedPicture(lang: string, id: string): Promise<Buffer | null> {
	const shown = mapOf(lang, id);
	if (!shown) return null;
	const { pixels, width, height } = paint(
		renderScene(shown.map, DRAWN, shown.sentence),
		PICTURE.width
	);
	// A palette of 256 colours makes a third of the bytes. Dithering would make more of them again.
	return sharp(pixels, { raw: { width, height, channels: 4 } })
		.removeAlpha()
		.png({ palette: true, quality: 95, dither: 0, compressionLevel: 9 })
		.toBuffer();
}
