import { expect, it } from 'vitest';
import { contains, overlaps } from '$lib/globe/camera/geometry';
import { layAbsences } from './absences';
import { SIZES } from './levels';

const NAMES = ['Khrushchev', 'Mao', 'U Thant', 'the Il-28'];
const AT = { x: 20, y: 30 };

it('each name that is absent has a frame of its own, with its words in it', () => {
	const { frames } = layAbsences(NAMES, SIZES.signs, AT, 160);
	expect(frames.map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(NAMES);
	frames.forEach(({ box, lines }, i) => {
		for (const { x, y, width } of lines) {
			expect(contains(box, { x, y, width, height: 0 })).toBe(true);
		}
		for (const other of frames.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false);
	});
});

it('frames go on in the next row where one is full, and end at the bottom', () => {
	const rows = (width: number) =>
		new Set(layAbsences(NAMES, SIZES.signs, AT, width).frames.map(({ box }) => box.y)).size;
	expect(rows(600)).toBe(1);
	expect(rows(120)).toBeGreaterThan(1);
	const { frames, bottom } = layAbsences(NAMES, SIZES.signs, AT, 120);
	expect(Math.max(...frames.map(({ box }) => box.y + box.height))).toBeCloseTo(bottom, 0);
});
