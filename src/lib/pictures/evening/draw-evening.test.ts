import { describe, expect, it } from 'vitest';
import { overlaps, type Rect } from '$lib/globe/camera/geometry';
import type { Pictures } from '$lib/model/pictures';
import { sceneAt } from '$lib/model/scene';
import { site } from '$lib/site/site';
import { render } from 'svelte/server';
import type { PictureInput } from '../picture';
import Picture from '../Picture.svelte';
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

const inputOf = (
	beat: string,
	[width, height, scale]: readonly [number, number, number],
	data: Pictures = pictures
): PictureInput => ({
	pictures: data,
	order,
	scene: sceneAt(story, { beat: order.indexOf(beat), progress: 0 }),
	size: { width, height },
	scale
});
const draw = (...of: Parameters<typeof inputOf>) => drawEvening(inputOf(...of));

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
				key === 'lang' ? lang : typeof text === 'string' ? longer(text) : text
			])
		) as typeof words
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

	const laptop = [860, 520, 1] as const;
	const phone = [390, 300, 1] as const;
	const statesOf = (beat: string, size: readonly [number, number, number] = laptop) =>
		Object.fromEntries(draw(beat, size).blocks.map(({ id, state }) => [id, state]));
	const litOf = (beat: string) =>
		draw(beat, laptop)
			.blocks.filter(({ state }) => state === 'now')
			.map(({ id }) => id);
	const saysOf = (beat: string, size: readonly [number, number, number] = laptop) =>
		allTexts(draw(beat, size)).map(({ text }) => text);

	it('is never the same at two of its beats', () => {
		for (const size of SIZES) {
			const seen = shown.map((beat) => JSON.stringify(draw(beat, size)));
			expect(new Set(seen).size, size.join(' ')).toBe(shown.length);
		}
	});

	it('has one shape at one size', () => {
		for (const size of SIZES) {
			const posts = shown.map((beat) =>
				draw(beat, size).blocks.map(({ box }) => [box.x, box.width])
			);
			const upright = shown.map((beat) =>
				draw(beat, size).blocks.map(({ box }) => [box.y, box.height])
			);
			const same = (lists: readonly unknown[]) =>
				new Set(lists.map((one) => JSON.stringify(one))).size === 1;
			expect(same(posts) || same(upright), size.join(' ')).toBe(true);
		}
	});

	it('is as long for a subject as its words', () => {
		for (const size of SIZES) {
			const { blocks } = draw('three-thirty', size);
			const lengths = blocks.map(({ box, id }) => {
				const words = pictures.evening.blocks.find((block) => block.id === id)?.words ?? NaN;
				return [box.width / words, box.height / words];
			});
			const [across = [], along = []] = [lengths.map(([w]) => w), lengths.map(([, h]) => h)];
			const spread = (values: readonly (number | undefined)[]) =>
				Math.max(...values.map(Number)) - Math.min(...values.map(Number));
			expect(Math.min(spread(across), spread(along)), size.join(' ')).toBeCloseTo(0);
		}
	});

	it('lights the subject that the words are about: the business, both halves of the speech, the party', () => {
		expect(litOf('without-touching')).toEqual(['business']);
		expect(litOf('the-order')).toEqual(['kremlin']);
		expect(litOf('great-impression')).toEqual(['china', 'kremlin']);
		expect(litOf('no-need')).toEqual(['party']);
		expect(litOf('three-thirty')).toEqual([]);
	});

	it('grows as one reads: a subject that is still ahead is an outline without a name', () => {
		expect(statesOf('without-touching')).toMatchObject({
			fidel: 'read',
			planes: 'ahead',
			films: 'ahead'
		});
		expect(statesOf('three-thirty', phone)).toMatchObject({ fidel: 'read', films: 'read' });
		expect(saysOf('without-touching')).not.toContain('the movies');
		expect(saysOf('three-thirty')).toContain('the movies');
	});

	it('says how many words the business has, and the rule of counting, on a phone as well', () => {
		for (const size of [laptop, phone]) {
			const says = saysOf('without-touching', size).join(' ');
			expect(says).toContain('42 words');
			expect(says).toContain('What he came for is announced here, and stated nowhere.');
			expect(says).toContain('Each subject is as long as its words in the telegram');
		}
	});

	it('lets a thread fall where Monday breaks in, and has no line of Monday before', () => {
		expect(draw('without-touching', laptop)).toMatchObject({ monday: '', falls: [] });
		const { falls, blocks } = draw('bracket', laptop);
		expect(falls).toMatchObject([{ beat: 'bracket', now: true }]);
		const [planes, fear] = ['planes', 'fear'].map(
			(id) => blocks.find((block) => block.id === id)?.box
		);
		expect(falls[0]?.x).toBeGreaterThan((planes?.x ?? NaN) + (planes?.width ?? NaN));
		expect(falls[0]?.x).toBeLessThan(fear?.x ?? NaN);
		expect(draw('three-thirty', laptop).falls.map(({ now }) => now)).toEqual([false, false, true]);
	});

	it('has a gap for what is not told, and names it there', () => {
		expect(draw('great-impression', laptop).untold).toBeNull();
		expect(draw('no-need', laptop).untold).toMatchObject({ now: true });
		for (const size of [laptop, phone]) expect(saysOf('no-need', size)).toContain('not told');
	});

	it('goes back to 22 October from the night in Moscow on', () => {
		expect(draw('bracket', laptop).loop).toBeNull();
		expect(draw('the-order', laptop).loop).toMatchObject({ now: true });
		expect(draw('great-impression', laptop).loop).toMatchObject({ now: false });
		expect(draw('the-order', phone).loop).toMatchObject({ now: true });
	});

	it('has a sign of its own for each kind of hour, and the open one only when it is expected', () => {
		const kinds = (beat: string) => new Set(draw(beat, laptop).signs.map(({ kind }) => kind));
		expect(kinds('no-need')).toEqual(new Set(['worked-out', 'told']));
		expect(kinds('three-thirty')).toEqual(new Set(['worked-out', 'told', 'expected']));
	});

	it('ends at a question mark after the telegram, and nowhere else', () => {
		for (const size of SIZES) {
			const asks = shown.filter((beat) => saysOf(beat, size).includes('?'));
			expect(asks).toEqual(['unfinished-meeting']);
		}
	});

	it('leads from each subject to its first passage, and in a file nowhere', () => {
		const input = inputOf('no-need', laptop);
		const linked = render(Picture, { props: { kind: 'evening', input, links: true } }).body;
		const to = [...linked.matchAll(/href="#([\w-]+)"/g)].map(([, beat]) => beat);
		expect(to).toHaveLength(11);
		expect(to.slice(0, 4)).toEqual([
			'invitation',
			'brazil-plan',
			'rumour',
			'important-information'
		]);
		const still = render(Picture, { props: { kind: 'evening', input } }).body;
		expect(still).not.toContain('<a');
	});

	it('has links that a finger meets: no two over each other, and none lower than 24 px', () => {
		for (const [beat, size] of every) {
			const drawing = draw(beat, size);
			const places = drawing.blocks
				.filter(({ pressed }) => pressed)
				.map(({ box, touch }) => touch ?? box);
			for (const { width, height } of places) {
				const least = Math.min(width, height) * drawing.scale;
				expect(least, `${beat} ${size.join(' ')}`).toBeGreaterThanOrEqual(24);
			}
			places.forEach((place, i) => {
				for (const other of places.slice(i + 1)) {
					expect(overlaps(place, other), `${beat} ${size.join(' ')}`).toBe(false);
				}
			});
		}
	});

	it('runs from right to left where the script does', () => {
		expect(draw('bracket', laptop, longerWords(pictures, 'ar')).direction).toBe('rtl');
		expect(draw('bracket', laptop).direction).toBe('ltr');
	});
});
