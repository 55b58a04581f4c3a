import { describe, expect, it } from 'vitest';
import { contains, overlaps, type Rect } from '$lib/globe/camera/geometry';
import { EVIDENCE_MARKS } from '$lib/model/evidence';
import type { Pictures } from '$lib/model/pictures';
import { sceneAt } from '$lib/model/scene';
import { site } from '$lib/site/site';
import { SIZES, type PictureSize } from '../sizes.fixture';
import { drawEvidence, type EvidenceDrawing } from './draw-evidence';
import type { TextLine } from './lettering';

const { story, pictures } = site('en');
const order = story.beats.map(({ id }) => id);

/** Every word is four tenths longer, as in other languages. */
function withLongWords(all: Pictures): Pictures {
	const longer = (text: string) =>
		text
			.split(' ')
			.map((word) => word + word.slice(0, Math.ceil(word.length * 0.4)))
			.join(' ');
	return {
		...all,
		evidence: { ...all.evidence, absent: all.evidence.absent.map(longer) },
		words: Object.fromEntries(
			Object.entries(all.words).map(([key, word]) => [
				key,
				typeof word === 'string' && key !== 'lang' ? longer(word) : word
			])
		) as Pictures['words']
	};
}

function draw(beat: string, [width, height, scale]: PictureSize = [860, 520, 1], from = pictures) {
	const scene = sceneAt(story, { beat: order.indexOf(beat), progress: 0 });
	return drawEvidence({ pictures: from, order, scene, size: { width, height }, scale });
}

/** From the highest letter to the lowest. */
const boxOf = ({ x, y, width, size }: TextLine): Rect => ({
	x,
	y: y - size * 0.75,
	width,
	height: size * 0.9
});
const discBox = ({ x, y, radius }: { x: number; y: number; radius: number }): Rect => ({
	x: x - radius,
	y: y - radius,
	width: 2 * radius,
	height: 2 * radius
});
const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
	x: x - by,
	y: y - by,
	width: width + 2 * by,
	height: height + 2 * by
});
const outside = ({ key }: EvidenceDrawing): Rect[] => [
	...[...key.title, ...key.lead, ...key.absentTitle].map(boxOf),
	...key.marks.flatMap(({ disc, lines, bars }) => [discBox(disc), ...lines.map(boxOf), ...bars]),
	...key.absent.map(({ box }) => box)
];

describe('what fills as one reads', () => {
	it('begins with outlines, and no mark is counted', () => {
		const { claims, key } = draw('how-to-read');
		expect(claims.every(({ reached }) => reached === 'ahead')).toBe(true);
		expect(key.marks.map(({ mark }) => mark)).toEqual([...EVIDENCE_MARKS]);
		expect(key.marks.every(({ count }) => count === 0)).toBe(true);
	});

	it('says beside signs without words how many there are, on a phone', () => {
		const { key } = draw('how-to-read', [390, 376, 1]);
		expect(key.marks.every(({ lines }) => lines.length === 0)).toBe(true);
		expect(key.lead.map(({ text }) => text)).toEqual(['29 claims, weighed']);
		expect(draw('left-out', [390, 376, 1]).key.lead).toEqual([]);
	});

	it('has the claims up to the present passage, and those of the passage as the present ones', () => {
		const { claims, passages } = draw('bracket');
		const at = order.indexOf('bracket');
		for (const { beat, reached } of [...claims, ...passages]) {
			const index = order.indexOf(beat);
			expect(reached).toBe(index < at ? 'read' : index === at ? 'now' : 'ahead');
		}
		expect(claims.filter(({ reached }) => reached === 'now').map(({ id }) => id)).toEqual([
			'first-time',
			'guns-near-santiago'
		]);
	});

	it('counts at the end every claim once, under its mark', () => {
		const { claims, key } = draw('left-out');
		const counted = key.marks.map(({ mark, count }) => [mark, count]);
		expect(counted).toEqual(
			EVIDENCE_MARKS.map((mark) => [mark, claims.filter((one) => one.mark === mark).length])
		);
		expect(key.marks.reduce((sum, { count }) => sum + count, 0)).toBe(claims.length);
		expect(key.lead.map(({ text }) => text).join(' ')).toContain(String(claims.length));
	});

	it('says what is never named only when all is read, and outside the sheet', () => {
		for (const [i, beat] of order.entries()) {
			const { key } = draw(beat);
			const names = key.absent.map(({ lines }) => lines.map(({ text }) => text).join(' '));
			const all = i >= order.indexOf('three-thirty');
			expect(names, beat).toEqual(all ? pictures.evidence.absent : []);
		}
	});

	it('gives each link the mark in a word and the words it weighs', () => {
		const names = draw('left-out').claims.map(({ name }) => name);
		expect(names).toContain('Read with care: Contradicted, for the first time');
	});
});

it('is magnified where it would have room for more than itself', () => {
	const { scale, labels } = draw('left-out', [1200, 820, 1]);
	const large = draw('left-out', [2400, 1640, 1]);
	expect(scale).toBe(1);
	expect(large.scale).toBe(2);
	expect(large.labels).toEqual(labels);
});

it('has letters that grow no further than it has room for them', () => {
	expect(draw('left-out', [320, 152, 1.5]).scale).toBeCloseTo(152 / 150);
	expect(draw('left-out', [1080, 760, 1.9]).scale).toBe(1.9);
});

describe('the ruled lines', () => {
	it('are as long as the words, passage by passage', () => {
		const { passages } = draw('left-out');
		const words = new Map(
			pictures.evidence.paragraphs.flatMap(({ beats }) =>
				beats.map(({ id, words }) => [id, words] as const)
			)
		);
		const drawn = passages.map(({ beat, path }) => {
			const lines = [...path.matchAll(/M([\d.]+) [\d.]+H([\d.]+)/g)];
			return {
				beat,
				length: lines.reduce((sum, [, from, to]) => sum + Number(to) - Number(from), 0),
				gaps: lines.length
			};
		});
		const perWord = drawn.map(
			({ beat, length, gaps }) => (length + gaps * 1.5) / (words.get(beat) ?? 0)
		);
		for (const one of perWord) expect(one).toBeCloseTo(perWord[0] ?? 0, 0);
	});

	it('have both claims on the same words, side by side', () => {
		const [one, two] = draw('left-out').claims.filter(({ beat }) => beat === 'empty-chairs');
		if (!one || !two) throw new Error('The passage has two claims.');
		expect(one.quote).toBe(two.quote);
		expect(one.mark).not.toBe(two.mark);
		expect(one.bars[0]?.y).toBe(two.bars[0]?.y);
		expect(two.disc.x - one.disc.x).toBeGreaterThanOrEqual(24);
	});
});

/** Stages of short phones, CSS px. */
const LOW_SIZES: readonly PictureSize[] = [
	[320, 150, 1],
	[276, 152, 1],
	[320, 168, 1],
	[360, 160, 1],
	[360, 188, 1]
];

describe.each([...SIZES, ...LOW_SIZES])('in %i × %i CSS px at scale %f', (...size) => {
	const [width, height, scale] = size;
	const picture = { x: 0, y: 0, width: width / scale, height: height / scale };
	const drawings = ['how-to-read', 'empty-chairs', 'bracket', 'pavlov', 'left-out'].map((beat) =>
		draw(beat, size)
	);

	it.each([
		['in English', pictures],
		['with words four tenths longer', withLongWords(pictures)]
	])('keeps everything in the picture and apart, %s', (_, from) => {
		for (const drawing of ['how-to-read', 'bracket', 'left-out'].map((at) =>
			draw(at, size, from)
		)) {
			expect(contains(picture, drawing.sheet)).toBe(true);
			const beside = outside(drawing);
			for (const box of beside) {
				expect(contains(picture, box), JSON.stringify(box)).toBe(true);
				expect(overlaps(box, drawing.sheet), JSON.stringify(box)).toBe(false);
			}
			beside.forEach((box, i) => {
				for (const other of beside.slice(i + 1)) {
					expect(overlaps(box, other), JSON.stringify([box, other])).toBe(false);
				}
			});
		}
	});

	it('keeps the whole sheet: sixteen numbers, their lines and signs', () => {
		for (const { sheet, labels, claims, passages } of drawings) {
			expect(labels).toHaveLength(16);
			const inside = [
				...labels.map(boxOf),
				...claims.flatMap(({ bars, disc }) => [...bars, discBox(disc)])
			];
			for (const box of inside) expect(contains(sheet, box), JSON.stringify(box)).toBe(true);
			for (const { path } of passages) {
				for (const [, x, y] of path.matchAll(/[MH]([\d.]+)(?: ([\d.]+))?/g)) {
					expect(Number(x)).toBeLessThan(sheet.x + sheet.width);
					if (y) expect(Number(y)).toBeLessThan(sheet.y + sheet.height);
				}
			}
			labels.forEach((label, i) => {
				for (const other of labels.slice(i + 1)) {
					expect(overlaps(boxOf(label), boxOf(other))).toBe(false);
				}
			});
		}
	});

	it('covers no sign with another, nor a number of a paragraph', () => {
		for (const { claims, labels } of drawings) {
			claims.forEach(({ disc, id }, i) => {
				for (const other of claims.slice(i + 1)) {
					const apart = Math.hypot(disc.x - other.disc.x, disc.y - other.disc.y);
					expect(apart, `${id}, ${other.id}`).toBeGreaterThanOrEqual(2 * disc.radius - 0.01);
				}
				for (const label of labels) {
					expect(overlaps(grown(discBox(disc), -1), boxOf(label)), id).toBe(false);
				}
			});
		}
	});

	it('has readable lettering and signs', () => {
		for (const { claims, key, labels } of drawings) {
			for (const { disc } of claims) expect(2 * disc.radius).toBeGreaterThanOrEqual(13);
			const lines = [
				...labels,
				...[key.title, key.lead, key.absentTitle].flat(),
				...[...key.marks, ...key.absent].flatMap((one) => one.lines)
			];
			for (const line of lines) expect(line.size).toBeGreaterThanOrEqual(13);
		}
	});

	it('gives each claim a place of its own to touch, with its sign in it', () => {
		const least = width / scale >= 560 ? 24 : 13;
		for (const { claims } of drawings) {
			claims.forEach(({ hit, disc, id }, i) => {
				expect(scale * Math.min(hit.width, hit.height), id).toBeGreaterThanOrEqual(least);
				expect(contains(grown(hit, 0.01), discBox({ ...disc, radius: 6 })), id).toBe(true);
				for (const other of claims.slice(i + 1)) {
					expect(overlaps(grown(hit, -0.01), other.hit), `${id}, ${other.id}`).toBe(false);
				}
			});
		}
	});
});
