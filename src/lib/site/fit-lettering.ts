import { LETTERING, textWidth, type Lettering } from '$lib/globe/drawing/text-width';

/** Letter widths of the faces of the pictures, by the class of the text; those of the typewriter are all the same. */
const SET_AS: Readonly<Record<string, Lettering | 'typewriter'>> = {
	name: 'place',
	post: 'place',
	'in-plain': 'place',
	caption: 'place',
	head: 'territory',
	'in-head': 'territory',
	heading: 'territory',
	typed: 'typewriter'
};
/** Advance of Courier Prime, em. */
const TYPEWRITER = 0.6;

const decoded = (text: string) =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * Fits the words of a picture to the room that was counted for them: a file that is shown as an image is set in the fonts of
 * the reader's machine, which may be wider than ours.
 *
 * @param body SVG with one line of words in each `text`, its face as the first class, its size as `font-size` in CSS px
 * @throws {Error} when a face is not known here
 */
export const fitLettering = (body: string): string =>
	body.replace(/<text( [^>]*)>([^<]*)<\/text>/g, (_, attributes: string, text: string) => {
		const face = / class="([\w-]+)/.exec(attributes)?.[1] ?? '';
		const size = Number(/ font-size="([\d.]+)"/.exec(attributes)?.[1]);
		const kind = SET_AS[face];
		if (!kind || !size) {
			throw new Error(
				`The picture sets “${text}” in the face “${face}” at ${size} px; name the face in src/lib/site/fit-lettering.ts.`
			);
		}
		const words = decoded(text);
		const width =
			kind === 'typewriter'
				? [...words].length * TYPEWRITER * size
				: textWidth(words, kind, size / LETTERING[kind].size);
		return `<text${attributes} textLength="${width.toFixed(1)}" lengthAdjust="spacingAndGlyphs">${text}</text>`;
	});
