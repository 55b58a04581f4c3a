import type { MapScene } from '$lib/model/map-scene';
import { paint } from './picture';
import { escape, renderScene } from './render-scene';

/** What the networks show, CSS px. */
const SIZE = { width: 1200, height: 630 };
/** The part of it that the words leave to the map. */
const MAP = { x: 560, y: 0, width: 640, height: 630 };

/** Characters that a line of the title has room for. */
const LINE = 14;

/** A title in lines that fit beside the map. */
function linesOf(title: string): string[] {
	return title.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= LINE) {
			return [...lines.slice(0, -1), `${last} ${word}`];
		}
		return [...lines, word];
	}, []);
}

/**
 * The picture that stands for the story where a link to it is shared: the map of a scene beside title and date.
 *
 * @param words what is written: the site's name, the title, broken into lines here, and a line below it
 * @param sentence what the map shows
 * @returns a PNG of 1200 × 630 px
 */
export function shareImage(
	scene: MapScene,
	words: { readonly site: string; readonly title: string; readonly below: string },
	sentence: string
): Buffer {
	const map = renderScene(scene, SIZE, sentence, MAP);
	const head = "font-family='Sofia Sans Extra Condensed' font-weight='800'";
	const title = linesOf(words.title)
		.map(
			(line, i) => `<text x='64' y='${248 + i * 98}' ${head} font-size='104'>${escape(line)}</text>`
		)
		.join('');
	const svg = map.replace(
		/<\/svg>\s*$/,
		`<g fill='#1d1a17'><rect x='0' y='0' width='540' height='630' fill='#f1e9d8'/><rect x='0' y='0' width='540' height='12' fill='#c4301c'/><text x='64' y='104' ${head} font-size='34' letter-spacing='4'>${escape(words.site.toUpperCase())}</text>${title}<text x='64' y='550' font-family='Courier Prime' font-size='26'>${escape(words.below)}</text></g></svg>`
	);
	return paint(svg, SIZE.width).asPng();
}
