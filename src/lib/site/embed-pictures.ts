import sharp from 'sharp';
import { PICTURE } from '$lib/embed/maker/snippet';
import type { Size } from '$lib/globe/camera/geometry';
import { mapOf } from './site';
import { paint } from './picture';
import { readPictureName } from './picture-names';
import { renderPicture } from './render-picture';
import { renderScene } from './render-scene';

/** A beat is drawn for half that size, so that its lettering can be read in a column. */
const DRAWN: Size = { width: 640, height: 336 };

/**
 * What a beat shows first (the map instead of a chart), as a PNG, for places that show neither frames nor SVG: feeds,
 * newsletters, link previews.
 *
 * @param name one of `pictureNames`
 * @returns a PNG `PICTURE.width` px wide, or null when there is no such beat
 */
export async function embedPicture(lang: string, name: string): Promise<Buffer | null> {
	const { beat, map } = readPictureName(name);
	const shown = mapOf(lang, beat);
	if (!shown) return null;
	const picture = map ? null : renderPicture(lang, beat, DRAWN);
	const { pixels, width, height } = paint(
		picture ?? renderScene(shown.map, DRAWN, shown.sentence),
		PICTURE.width
	);
	// A palette of 256 colours makes a third of the bytes. Dithering would make more of them again.
	return sharp(pixels, { raw: { width, height, channels: 4 } })
		.removeAlpha()
		.png({ palette: true, quality: 95, dither: 0, compressionLevel: 9 })
		.toBuffer();
}
