import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceClaim } from '$lib/model/pictures';
import { drawSpine } from './draw-spine';

const claim = (id: string, beat: string, from: number): EvidenceClaim => ({
	id,
	beat,
	mark: 'probable',
	quote: id,
	from,
	words: 2
});
const evidence: Evidence = {
	paragraphs: [
		{
			label: '¶1',
			words: 40,
			beats: [
				{ id: 'a', words: 10 },
				{ id: 'b', words: 30 }
			],
			claims: [claim('one', 'a', 2), claim('two', 'b', 20)]
		},
		{ label: '¶2', words: 6, beats: [{ id: 'c', words: 6 }], claims: [claim('three', 'c', 0)] }
	],
	absent: []
};
const order = ['cover', 'a', 'b', 'c', 'end'];
const spine = (beat: string) => drawSpine(evidence, order, beat, 100);

describe('the spine', () => {
	it('fills its height with the paragraphs, the longer the more words', () => {
		const [first, second] = spine('cover').paragraphs;
		expect(first?.height).toBeGreaterThan(4 * (second?.height ?? 0));
		expect(second?.height).toBeGreaterThanOrEqual(4);
		expect((second?.y ?? 0) + (second?.height ?? 0)).toBeCloseTo(100);
	});

	it('shows before the telegram neither marks nor a passage', () => {
		expect(spine('cover')).toMatchObject({ marks: [], now: null, read: [], total: 3 });
	});

	it('has what is read, the present passage after it, and the marks of both', () => {
		const { read, now, marks } = spine('b');
		expect(read).toHaveLength(1);
		expect(now?.y).toBeCloseTo(read[0]?.height ?? 0);
		expect(marks.map(({ id }) => id)).toEqual(['one', 'two']);
		expect(marks[1]?.y).toBeGreaterThan(now?.y ?? 0);
	});

	it('is read to the end after the last paragraph', () => {
		const { read, now, paragraphs, marks } = spine('end');
		expect(now).toBeNull();
		expect(read).toEqual(paragraphs);
		expect(marks).toHaveLength(3);
	});
});
