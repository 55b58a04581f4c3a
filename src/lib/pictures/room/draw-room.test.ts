import { describe, expect, it } from 'vitest';
import { contains, overlaps, type Rect, type Size } from '$lib/globe/camera/geometry';
import type { Pictures } from '$lib/model/pictures';
import { sceneAt } from '$lib/model/scene';
import { site } from '$lib/site/site';
import { NARROW_PX } from '../picture';
import { LOW_SIZES, SIZES, type PictureSize } from '../sizes.fixture';
import { drawRoom, type RoomDrawing } from './draw-room';
import { boxOf, type Line } from './lettering';

const { story, pictures } = site('en');
const order = story.beats.map(({ id }) => id);
const ROOMS = story.beats.filter(({ stage }) => stage.includes('room')).map(({ id }) => id);

const draw = (
	beat: string,
	[width, height, scale]: PictureSize = [860, 520, 1],
	from: Pictures = pictures
) =>
	drawRoom({
		pictures: from,
		order,
		scene: sceneAt(story, { beat: order.indexOf(beat), progress: 0 }),
		size: { width, height },
		scale
	});

/** Every picture of the room, with a name for messages. */
const everywhere = (from: Pictures = pictures, sizes: readonly PictureSize[] = SIZES) =>
	sizes.flatMap((size) =>
		ROOMS.map((beat) => ({
			beat,
			name: `${beat} at ${size.join('×')}`,
			drawing: draw(beat, size, from)
		}))
	);

const EVERYWHERE = everywhere();

const logical = ({ size, scale }: RoomDrawing): Size => ({
	width: size.width / scale,
	height: size.height / scale
});

const linesOf = ({ heads, caption, earlier, people, slip, outside }: RoomDrawing): Line[] => [
	...heads,
	...caption,
	...(earlier ? [earlier] : []),
	...people.flatMap(({ lines }) => lines),
	...(slip ? [...slip.words, slip.source] : []),
	...(outside ? [outside.label] : [])
];

const discsOf = ({ people }: RoomDrawing) =>
	people.map(({ id, at, radius, ring }) => {
		const r = ring ?? radius;
		return { id, at, r, box: { x: at.x - r, y: at.y - r, width: r * 2, height: r * 2 } };
	});

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
	x: x - by,
	y: y - by,
	width: width + by * 2,
	height: height + by * 2
});

/** The places that a path names with both coordinates. */
const pointsIn = (path: string) =>
	[...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

/** What of a picture lies where it should not, in words. */
function faultsOf({ name, drawing }: { name: string; drawing: RoomDrawing }): string[] {
	const ahead = drawing.direction === 'rtl' ? -1 : 1;
	const frame = { x: 0, y: 0, ...logical(drawing) };
	const lines = linesOf(drawing).map((line) => ({ ...line, box: boxOf(line, ahead) }));
	const discs = discsOf(drawing);
	const faults: string[] = [];
	const say = (fault: string) => faults.push(`${name}: ${fault}`);
	lines.forEach(({ text, box, size }, i) => {
		if (!contains(frame, box)) say(`“${text}” leaves the picture`);
		if (size < 13) say(`“${text}” is smaller than 13 px`);
		for (const other of lines.slice(i + 1)) {
			if (overlaps(box, other.box)) say(`“${text}” lies on “${other.text}”`);
		}
		for (const disc of discs) {
			const dx = Math.max(box.x - disc.at.x, 0, disc.at.x - box.x - box.width);
			const dy = Math.max(box.y - disc.at.y, 0, disc.at.y - box.y - box.height);
			if (Math.hypot(dx, dy) < disc.r) say(`“${text}” lies on the disc of ${disc.id}`);
		}
	});
	discs.forEach(({ id, at, r, box }, i) => {
		if (!contains(frame, box)) say(`the disc of ${id} leaves the picture`);
		for (const other of discs.slice(i + 1)) {
			if (Math.hypot(at.x - other.at.x, at.y - other.at.y) < r + other.r)
				say(`the discs of ${id} and ${other.id} touch`);
		}
	});
	for (const { points, from, to } of [
		...drawing.arcs,
		...drawing.hairlines.map((hairline) => ({ ...hairline, from: '', to: '' }))
	]) {
		if (points.some(({ x, y }) => x < 0 || y < 0 || x > frame.width || y > frame.height))
			say('an arc leaves the picture');
		for (const { text, box } of lines) {
			if (points.some((point) => contains(box, { ...point, width: 0, height: 0 })))
				say(`an arc crosses “${text}”`);
		}
		for (const { id, at, r } of discs) {
			const inner = points.slice(2, -2);
			if (id !== from && id !== to && inner.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < r))
				say(`an arc crosses the disc of ${id}`);
		}
	}
	return faults;
}

describe('the room at every beat and size', () => {
	it('keeps words and discs inside, legible and apart, and arcs off them', () => {
		expect(EVERYWHERE.flatMap(faultsOf)).toEqual([]);
	});

	it('does so in a language with words two fifths longer', () => {
		const longer = (text: string) => text + 'n'.repeat(Math.round(text.length * 0.4));
		const { lang, ...words } = pictures.words;
		const long: Pictures = {
			...pictures,
			people: pictures.people.map((person) => ({
				...person,
				post: person.post.split(' ').map(longer).join(' ')
			})),
			outside: Object.fromEntries(
				Object.entries(pictures.outside).map(([beat, text]) => [
					beat,
					text.split(' ').map(longer).join(' ')
				])
			),
			words: {
				lang,
				...(Object.fromEntries(
					Object.entries(words).map(([key, text]) => [
						key,
						typeof text === 'string'
							? text
									.split(' ')
									.map((word) => (/^\{|·/.test(word) ? word : longer(word)))
									.join(' ')
							: text
					])
				) as Omit<Pictures['words'], 'lang'>)
			}
		};
		expect(everywhere(long, [...SIZES, ...LOW_SIZES]).flatMap(faultsOf)).toEqual([]);
	});

	it('does so where the language runs from right to left', () => {
		const arabic: Pictures = { ...pictures, words: { ...pictures.words, lang: 'ar' } };
		expect(everywhere(arabic).flatMap(faultsOf)).toEqual([]);
	});
});

describe('the room on the stage of a short phone', () => {
	const arabic: Pictures = { ...pictures, words: { ...pictures.words, lang: 'ar' } };
	const LOW = [...everywhere(pictures, LOW_SIZES), ...everywhere(arabic, LOW_SIZES)];

	it('keeps words and discs inside, legible and apart, and arcs off them, in both directions', () => {
		expect(LOW.flatMap(faultsOf)).toEqual([]);
	});

	it('keeps the strokes of arcs off words, too, and braces off the caption', () => {
		const HALF_STROKE = 2;
		for (const { name, drawing } of LOW) {
			const ahead = drawing.direction === 'rtl' ? -1 : 1;
			const near = linesOf(drawing).map((line) => grown(boxOf(line, ahead), HALF_STROKE));
			const points = drawing.arcs
				.filter(({ act }) => act !== 'telephones')
				.flatMap((arc) => arc.points);
			const braces = drawing.braces.flatMap(({ path }) => pointsIn(path));
			for (const point of [...points, ...braces]) {
				const on = near.find((box) => contains(box, { ...point, width: 0, height: 0 }));
				expect(on, name).toBeUndefined();
			}
		}
	});

	it('has the surnames of all who speak and are spoken to, and says in full that it is a diagram', () => {
		for (const { name, beat, drawing } of LOW) {
			const shown = drawing.people.flatMap(({ lines }) => lines.map(({ text }) => text));
			const told = new Set((pictures.speech[beat] ?? []).flatMap(({ from, to }) => [from, to]));
			for (const { surname } of pictures.people.filter(({ id }) => told.has(id))) {
				expect(shown, name).toContain(surname);
			}
			const caption = drawing.caption.map(({ text }) => text).join(' ');
			expect(caption, name).toBe(pictures.words.tableHint);
		}
	});

	it('has initials that can be read, or none', () => {
		const sizes = LOW.flatMap(({ drawing }) =>
			drawing.people.map(({ initials }) => initials?.size ?? 0)
		);
		expect([...new Set(sizes)].toSorted()).toEqual([0, 13]);
	});

	it('has letters that grow no further than it has room for them', () => {
		const { scale } = draw('fifty', [360, 126, 1.5]);
		expect(scale).toBeCloseTo(1.25);
		expect(draw('fifty', [320, 84, 1.5]).scale).toBe(1);
		const large = LOW_SIZES.flatMap(([width, height]) =>
			everywhere(pictures, [[width, height, 1.5]])
		);
		expect(large.flatMap(faultsOf)).toEqual([]);
	});
});

describe('who is in the room', () => {
	const shown = (beat: string) => draw(beat).people.map(({ id }) => id);

	it('is nobody whom the telegram has not named yet', () => {
		expect(shown('invitation').toSorted()).toEqual(['alekseyev', 'dorticos', 'mikoyan']);
		expect(shown('hosts')).toHaveLength(7);
		expect(shown('empty-chairs')).toHaveLength(9);
	});

	it('has two empty chairs, which never speak and are never filled', () => {
		for (const beat of ROOMS) {
			const chairs = draw(beat).people.filter(({ id }) => id.endsWith('_castro'));
			for (const { part, ring } of chairs) {
				expect(part).toBe('absent');
				expect(ring).toBeNull();
			}
		}
		expect(draw('empty-chairs').people.filter(({ isNew }) => isNew)).toHaveLength(2);
	});

	it('has the offices on a laptop, and on a phone those of who speaks and is spoken to', () => {
		const posts = (drawing: RoomDrawing) =>
			drawing.people.filter(({ lines }) => lines.some(({ face }) => face === 'post'));
		expect(posts(draw('hosts'))).toHaveLength(7);
		expect(
			posts(draw('the-question', [390, 240, 1])).map(({ id, part }) => `${id} ${part}`)
		).toEqual([
			'mikoyan addressed',
			'dorticos speaks',
			'fidel_castro absent',
			'raul_castro absent'
		]);
	});
});

describe('arcs', () => {
	const arcs = (beat: string) => draw(beat).arcs.map(({ from, to }) => `${from} → ${to}`);

	it('are there for an exchange of the data, and for nothing else', () => {
		for (const beat of ROOMS) {
			const told = new Set((pictures.speech[beat] ?? []).map(({ from, to }) => `${from} → ${to}`));
			for (const arc of arcs(beat)) expect(told).toContain(arc);
		}
		expect(arcs('invitation')).toEqual([]);
		expect(arcs('they-did-not-argue')).toEqual([]);
		expect(arcs('films')).toEqual([]);
	});

	it('lead from speaker to addressee, and the answer leads back', () => {
		expect(arcs('fifty')).toEqual(['guevara → mikoyan']);
		expect(arcs('the-question')).toEqual(['dorticos → mikoyan']);
		expect(arcs('the-answer')).toEqual(['mikoyan → dorticos']);
		for (const beat of ['fifty', 'the-answer']) {
			const { arcs: made, people } = draw(beat);
			for (const { from, to, points } of made) {
				const at = (id: string) => people.find((person) => person.id === id)?.at.x ?? NaN;
				const [first, last] = [points[0]?.x ?? NaN, points.at(-1)?.x ?? NaN];
				expect(Math.sign(last - first)).toBe(Math.sign(at(to) - at(from)));
			}
		}
	});

	it('end at the brace of a side that is spoken to, and ring none of its people', () => {
		const { braces, people } = draw('donated-blood');
		expect(braces.filter(({ now }) => now).map(({ side }) => side)).toEqual(['cubans']);
		expect(people.filter(({ ring }) => ring !== null)).toEqual([]);
	});

	it('are cut by an interruption, and reach nobody', () => {
		for (const { name, drawing } of EVERYWHERE.filter(({ name }) => /^all-their/.test(name))) {
			const [speech, interruption] = drawing.arcs;
			expect(speech?.cut, name).not.toBeNull();
			expect(speech?.head, name).toBeNull();
			expect(interruption?.head, name).not.toBeNull();
		}
	});

	it('leave the room where somebody telephones, to a place that is not said', () => {
		const { arcs: made, room, outside } = draw('telephone');
		const call = made.find(({ act }) => act === 'telephones');
		expect(call?.head).toBeNull();
		expect(call?.points.at(-1)?.y).toBeLessThan(room.y);
		expect(outside?.label.text).toBe('somewhere?');
	});

	it('of earlier beats stay as hairlines, also those that were told over a map', () => {
		expect(draw('fifty').hairlines).toHaveLength(2);
		expect(draw('they-did-not-argue').hairlines).toHaveLength(4);
		expect(draw('the-answer').hairlines.filter(({ last }) => last)).toHaveLength(1);
	});

	it('of earlier beats are explained where a line has room for it, and only beside them', () => {
		expect(draw('fifty').earlier?.text).toBe(pictures.words.roomEarlier);
		expect(draw('hosts').earlier).toBeNull();
		expect(draw('fifty', [390, 240, 1]).earlier).toBeNull();
	});

	it('are alone where one asks: everybody else is pale', () => {
		const { people, hairlines } = draw('the-question');
		expect(
			people
				.filter(({ pale }) => !pale)
				.map(({ id }) => id)
				.toSorted()
		).toEqual(['dorticos', 'mikoyan']);
		expect(hairlines).toEqual([]);
	});
});

describe('beside the arcs', () => {
	it('lie the words in red pencil on a laptop’s table, with whose report they are', () => {
		const wide = EVERYWHERE.filter(({ drawing }) => logical(drawing).width >= NARROW_PX);
		for (const { name, beat, drawing } of wide) {
			const { slip, table } = drawing;
			const words = slip?.words.map(({ text }) => text).join(' ');
			expect(words, name).toBe(pictures.phrases[beat]?.join(' '));
			expect(slip?.source.text, name).toBe(pictures.words.roomQuoteOf);
			expect(slip && contains(table, slip.sheet), name).toBe(true);
		}
	});

	it('never lies under an arc', () => {
		for (const { name, drawing } of EVERYWHERE) {
			const { slip, arcs, hairlines } = drawing;
			if (!slip) continue;
			for (const { points } of [...arcs, ...hairlines]) {
				const under = points.some((point) =>
					contains(slip.sheet, { ...point, width: 0, height: 0 })
				);
				expect(under, name).toBe(false);
			}
		}
	});

	it('is the Chinese embassy outside the room where it is spoken of', () => {
		const { outside, room } = draw('donated-blood');
		expect(outside?.kind).toBe('spoken-of');
		expect(outside?.label.text).toBe('Chinese embassy, spoken of');
		expect(outside?.label.y).toBeLessThan(room.y);
		expect(draw('all-their-blood').outside).toBeNull();
	});

	it('is light on the empty chairs that ends before every other word', () => {
		const lit = EVERYWHERE.filter(({ drawing }) => drawing.absence);
		expect(lit.length).toBeGreaterThan(5);
		for (const { name, drawing } of lit) {
			const { absence, heads, people } = drawing;
			const others = people.filter(({ part }) => part !== 'absent').flatMap(({ lines }) => lines);
			const under = [...heads, ...others].filter(
				(line) => absence && overlaps(absence, boxOf(line, 1))
			);
			expect(
				under.map(({ text }) => text),
				name
			).toEqual([]);
		}
	});

	it('is a dark room at the films, and all who are there are turned to the bright wall', () => {
		const { dark, screen, people } = draw('films');
		expect(dark).toBe(true);
		expect(screen).not.toBeNull();
		expect(people.filter(({ facing }) => facing !== null)).toHaveLength(7);
		expect(draw('the-answer').screen).toBeNull();
	});
});
