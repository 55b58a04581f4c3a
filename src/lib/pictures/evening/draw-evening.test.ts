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
/** The beat that asks, before it is answered. */
const asking = pictures.evening.days?.beat ?? '';
/** The evening itself. */
const told = shown.filter((id) => id !== asking);

/** Width, height and scale, CSS px: phones, laptops, wide windows, still files, frames, share pictures, museums. */
const SIZES = [
	[320, 180, 1],
	[360, 260, 1],
	[390, 240, 1],
	[390, 300, 1],
	[460, 235, 1],
	[820, 350, 1.15],
	[1240, 320, 1.15],
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
	data: Pictures = pictures,
	answered = false
): PictureInput => ({
	answered,
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
		...drawing.blocks.map(({ leader }) => leader),
		...(drawing.days ? [...drawing.days.leaders, drawing.days.line] : [])
	].flatMap(linesOf);
	const signs = drawing.signs.map(({ x, y, r }) => ({
		x: x - r,
		y: y - r,
		width: 2 * r,
		height: 2 * r
	}));
	const filled = (drawing.days?.spans ?? []).filter(({ kind }) => kind !== 'told');
	texts.forEach((text, i) => {
		const box = boxOf(text);
		if (filled.some((span) => overlaps(box, span.box)))
			faults.push(`“${text.text}” is on a stretch`);
		// On a wide stage the picture is a sheet that lies on the table.
		if (width > 470 && box.y + box.height > height - 14)
			faults.push(`“${text.text}” is at the edge`);
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
			threads: evening.threads.map((thread) => ({ ...thread, label: longer(thread.label) })),
			days: evening.days && {
				...evening.days,
				question: longer(evening.days.question),
				days: evening.days.days.map(({ name, short }) => ({ name: longer(name), short })),
				events: evening.days.events.map((event) => ({
					...event,
					label: longer(event.label),
					when: longer(event.when),
					doubt: longer(event.doubt)
				})),
				end: { day: longer(evening.days.end.day), label: longer(evening.days.end.label) }
			}
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
/** With the answered form of the one that asks. */
const forms = [
	...every.map(([beat, size]) => ({ beat, size, answered: false })),
	...SIZES.map((size) => ({ beat: asking, size, answered: true }))
];

describe('the evening', () => {
	it('has lettering that is whole, apart and large enough, at every beat and size', () => {
		const faults = forms.flatMap(({ beat, size, answered }) =>
			faultsOf(draw(beat, size, pictures, answered)).map(
				(fault) => `${beat} ${size.join(' ')} ${answered}: ${fault}`
			)
		);
		expect(faults).toEqual([]);
	});

	it('has room for longer words', () => {
		const data = longerWords(pictures, 'en');
		const faults = forms.flatMap(({ beat, size, answered }) =>
			faultsOf(draw(beat, size, data, answered)).map(
				(fault) => `${beat} ${size.join(' ')} ${answered}: ${fault}`
			)
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
			const posts = told.map((beat) =>
				draw(beat, size).blocks.map(({ box }) => [box.x, box.width])
			);
			const upright = told.map((beat) =>
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

	it('has each of its signs in the key, wherever it has a key', () => {
		for (const beat of ['without-touching', 'bracket', 'three-thirty']) {
			for (const [width, height] of [
				[320, 260],
				[390, 372],
				[390, 300],
				[820, 350]
			] as const) {
				const { signs } = draw(beat, [width, height, 1]);
				const at = (inKey: boolean) =>
					new Set(signs.filter(({ y }) => y > height / 2 === inKey).map(({ kind }) => kind));
				expect(at(true), `${beat} ${width} × ${height}`).toEqual(at(false));
			}
		}
	});

	it('ends at a question mark after the telegram, and nowhere else', () => {
		for (const size of SIZES) {
			const asks = shown.filter((beat) => saysOf(beat, size).includes('?'));
			expect(asks).toEqual(['unfinished-meeting']);
		}
	});

	const happened = [
		'Castro',
		'Kennedy',
		'to the UN',
		'ship',
		'low flights',
		'00:25',
		'18:00',
		'December'
	];
	const daysOf = (size: readonly [number, number, number], answered: boolean) =>
		draw(asking, size, pictures, answered);

	it('says nothing of what happened before the reader has guessed: its days are named and empty', () => {
		for (const size of SIZES) {
			const drawing = daysOf(size, false);
			const says = allTexts(drawing).map(({ text }) => text);
			expect(happened.filter((word) => says.join(' ').includes(word))).toEqual([]);
			for (const day of ['19', '20', '21', '22']) {
				expect(
					says.some((text) => text.includes(day)),
					`${day} ${size.join(' ')}`
				).toBe(true);
			}
			expect(drawing.days?.spans.map(({ kind }) => kind)).toEqual(['told']);
			expect(drawing.days?.head).toBe('');
			expect(drawing.signs.filter(({ now }) => now)).toMatchObject([{ kind: 'expected' }]);
		}
	});

	it('goes on where it stopped: after the guess the same band has every event, its hour and the end', () => {
		for (const size of SIZES) {
			const [before, after] = [daysOf(size, false), daysOf(size, true)];
			const bandOf = ({ blocks, days, scale, posts }: EveningDrawing) =>
				JSON.stringify([scale, posts, days?.cells, blocks.map(({ box }) => box)]);
			expect(bandOf(after), size.join(' ')).toBe(bandOf(before));
			const says = allTexts(after)
				.map(({ text }) => text)
				.join(' ');
			expect(
				happened.filter((word) => !says.includes(word)),
				size.join(' ')
			).toEqual([]);
			expect(says).not.toContain('?'.repeat(2));
			expect(allTexts(after).some(({ text }) => text === '?')).toBe(false);
			expect(after.days?.head).not.toBe('');
		}
	});

	it('puts each event at its hour, with the sign of what is known of it, and says what is in doubt', () => {
		const { signs, days, texts, posts } = daysOf(laptop, true);
		const [midnight = NaN, next = NaN] = [
			Number(/M([\d.]+)/.exec(posts[0] ?? '')?.[1]),
			days?.cells[1]?.x
		];
		const hour = (next - 1.5 - midnight) / 24;
		const at = (x: number) => (x - midnight) / hour;
		const shown = signs
			.filter(({ now }) => now)
			.map(({ kind, x }) => [kind, Math.round(at(x) * 10) / 10]);
		expect(shown).toEqual([
			['expected', 15.5],
			['told', 24.4],
			['told', 42]
		]);
		const untold =
			days?.spans.filter(({ kind, box }) => kind === 'unknown' && box.width > 20) ?? [];
		expect(
			untold.map(({ box }) => [Math.round(at(box.x)), Math.round(at(box.x + box.width))])
		).toEqual([
			[12, 18],
			[72, 96]
		]);
		expect(texts.map(({ text }) => text).join(' ')).toContain('(probable)');
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
