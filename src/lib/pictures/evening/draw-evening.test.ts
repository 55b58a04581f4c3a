import { describe, expect, it } from 'vitest';
import { overlaps, type Rect } from '$lib/globe/camera/geometry';
import type { Pictures } from '$lib/model/pictures';
import { sceneAt } from '$lib/model/scene';
import { site } from '$lib/site/site';
import type { PictureInput } from '../picture';
import { drawEvening } from './draw-evening';
import { boxOf, type EveningDrawing, type EveningText } from './shapes';

const { story, pictures } = site('en');
const order = story.beats.map(({ id }) => id);
const shown = story.beats.filter(({ stage }) => stage.includes('evening')).map(({ id }) => id);

/** Width, height and scale, CSS px: phones, laptops, wide windows, still files, frames, share pictures, museums. */
const SIZES = [
	[320, 180, 1],
	[360, 260, 1],
	[390, 240, 1],
	[390, 300, 1],
	[460, 235, 1],
	[380, 600, 1],
	[520, 560, 1],
	[640, 520, 1],
	[640, 630, 1],
	[720, 540, 1],
	[860, 520, 1],
	[860, 760, 1],
	[1100, 640, 1],
	[1080, 760, 1.9],
	[1700, 1500, 3.4]
] as const;

const draw = (
	beat: string,
	[width, height, scale]: readonly [number, number, number],
	data: Pictures = pictures
) =>
	drawEvening({
		pictures: data,
		order,
		scene: sceneAt(story, { beat: order.indexOf(beat), progress: 0 }),
		size: { width, height },
		scale
	} satisfies PictureInput);

const allTexts = (drawing: EveningDrawing): EveningText[] => [
	...drawing.texts,
	...[...drawing.blocks, ...drawing.falls].flatMap(({ texts }) => texts)
];

/** The straight parts of a path, thin boxes; a curve is the straight way to its end. */
function linesOf(path: string): Rect[] {
	const boxes: Rect[] = [];
	let from: [number, number] = [0, 0];
	for (const [, letter = '', rest = ''] of path.matchAll(/([MLHVQ])([^MLHVQ]*)/g)) {
		const numbers = rest
			.trim()
			.split(/[\s,]+/)
			.map(Number);
		const [x = 0, y = 0] = numbers.slice(-2);
		const to: [number, number] =
			letter === 'H' ? [x, from[1]] : letter === 'V' ? [from[0], x] : [x, y];
		// A slope is walked along in short steps.
		const steps =
			letter === 'M' ? 0 : letter === 'L' && from[0] !== to[0] && from[1] !== to[1] ? 8 : 1;
		for (let i = 0; i < steps; i++) {
			const part = (axis: 0 | 1, step: number) =>
				from[axis] + ((to[axis] - from[axis]) * step) / steps;
			const [x1, y1, x2, y2] = [part(0, i), part(1, i), part(0, i + 1), part(1, i + 1)];
			boxes.push({
				x: Math.min(x1, x2) - 0.5,
				y: Math.min(y1, y2) - 0.5,
				width: Math.abs(x2 - x1) + 1,
				height: Math.abs(y2 - y1) + 1
			});
		}
		from = to;
	}
	return boxes;
}

/** What is wrong with the lettering of a picture: cut off, over other lettering, over a line, too small. */
function faultsOf(drawing: EveningDrawing): string[] {
	const faults: string[] = [];
	const { width, height } = drawing.size;
	const texts = allTexts(drawing);
	const lines = [
		drawing.monday,
		drawing.loop?.line ?? '',
		drawing.untold?.leader ?? '',
		...drawing.posts,
		...drawing.falls.map(({ line }) => line),
		...drawing.blocks.map(({ leader }) => leader)
	].flatMap(linesOf);
	const signs = drawing.signs.map(({ x, y, r }) => ({
		x: x - r,
		y: y - r,
		width: 2 * r,
		height: 2 * r
	}));
	texts.forEach((text, i) => {
		const box = boxOf(text);
		if (text.size < 13) faults.push(`“${text.text}” is small`);
		if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) {
			faults.push(`“${text.text}” is cut off`);
		}
		for (const other of texts.slice(i + 1)) {
			if (overlaps(box, boxOf(other))) faults.push(`“${text.text}” lies over “${other.text}”`);
		}
		if (lines.some((line) => overlaps(box, line))) faults.push(`“${text.text}” is crossed`);
		if (signs.some((sign) => overlaps(box, sign))) faults.push(`“${text.text}” is under a sign`);
	});
	return faults;
}

/** Words some 40 % longer, as in other languages. */
const longer = (text: string) =>
	text.replace(/(\p{L}{2,})/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
function longerWords(data: Pictures, lang: string): Pictures {
	const { evening, words } = data;
	return {
		...data,
		evening: {
			...evening,
			blocks: evening.blocks.map((block) => ({ ...block, label: longer(block.label) })),
			threads: evening.threads.map((thread) => ({ ...thread, label: longer(thread.label) }))
		},
		words: Object.fromEntries(
			Object.entries(words).map(([key, text]) => [
				key,
				typeof text === 'string' && key !== 'lang' ? longer(text) : text
			])
		) as typeof words & { lang: typeof lang }
	};
}

const every = shown.flatMap((beat) => SIZES.map((size) => [beat, size] as const));

describe('the evening', () => {
	it('has lettering that is whole, apart and large enough, at every beat and size', () => {
		const faults = every.flatMap(([beat, size]) =>
			faultsOf(draw(beat, size)).map((fault) => `${beat} ${size.join(' ')}: ${fault}`)
		);
		expect(faults).toEqual([]);
	});

	it('has room for longer words', () => {
		const data = longerWords(pictures, 'en');
		const faults = every.flatMap(([beat, size]) =>
			faultsOf(draw(beat, size, data)).map((fault) => `${beat} ${size.join(' ')}: ${fault}`)
		);
		expect(faults).toEqual([]);
	});
});
