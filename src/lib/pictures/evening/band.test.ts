import { describe, expect, it } from 'vitest';
import { sceneAt } from '$lib/model/scene';
import { site } from '$lib/site/site';
import { bandOf } from './band';

const { story, pictures } = site('en');
const order = story.beats.map(({ id }) => id);
const at = (id: string) => {
	const scene = sceneAt(story, { beat: order.indexOf(id), progress: 0 });
	return bandOf(pictures, order, scene);
};
const nowOf = (id: string) =>
	at(id)
		.parts.filter(({ state }) => state === 'now')
		.map(({ key }) => key);

describe('the band under the stage', () => {
	it('shows the present passage in its subject, and what is read before it', () => {
		expect(nowOf('fifty')).toEqual(['fifty']);
		const states = at('fifty').parts.map(({ state }) => state);
		const now = states.indexOf('now');
		expect(new Set(states.slice(0, now))).toEqual(new Set(['read']));
		expect(new Set(states.slice(now + 1))).toEqual(new Set(['ahead']));
	});

	it('is as long for a subject as its words', () => {
		const { blocks } = at('fifty');
		const lengthOf = (id: string) => blocks.find((block) => block.id === id)?.length ?? NaN;
		expect(lengthOf('china') / lengthOf('business')).toBeCloseTo(242 / 42);
		const ends = blocks.map(({ from, length }) => [from, from + length] as const);
		ends.slice(1).forEach(([from], i) => expect(from).toBeGreaterThan(ends[i]?.[1] ?? NaN));
		expect(ends.at(-1)?.[1]).toBeLessThan(90);
	});

	it('differs from each passage of the evening to the next', () => {
		const evening = order.slice(order.indexOf('invitation'), order.indexOf('signed') + 1);
		const seen = evening.map((id) => JSON.stringify({ ...at(id), line: '' }));
		seen.slice(1).forEach((one, i) => expect(one, evening[i + 1]).not.toBe(seen[i]));
	});

	it('names the subject and the kind of hour in one line', () => {
		expect(at('common-tactics').line).toBe('Brazil’s plan · order known, hour not');
		expect(at('bracket').line).toBe('guns near Santiago · Monday, no hour given');
		expect(at('pavlov').line).toBe('that night in Moscow · told of 22 October');
	});

	it('has the sign of the hour beside its line, and none where the order is all that is known', () => {
		const signs = ['invitation', 'rumour', 'bracket', 'midnight', 'three-thirty', 'ways-on'];
		expect(signs.map((id) => at(id).sign)).toEqual([
			'worked-out',
			null,
			'monday',
			'told',
			'expected',
			null
		]);
	});

	it('says so before the evening and after it, and lights nothing of it', () => {
		expect(at('october').line).toBe('Before Sunday evening');
		expect(at('ways-on').line).toBe('19 to 22 November: after the telegram');
		expect([...nowOf('october'), ...nowOf('signed'), ...nowOf('ways-on')]).toEqual([]);
	});

	it('has threads only where Monday has broken in already, and the present one is marked', () => {
		expect(at('two-u2s').threads).toEqual([]);
		expect(at('bracket').threads).toMatchObject([{ beat: 'bracket', now: true }]);
		expect(at('films').threads.map(({ beat, now }) => [beat, now])).toEqual([
			['bracket', false],
			['no-need', false]
		]);
	});

	it('marks midnight and the expected hour where the words have come to them', () => {
		const signs = (id: string) => at(id).signs.filter(({ now }) => now);
		expect(signs('midnight')).toMatchObject([{ kind: 'told' }]);
		expect(signs('three-thirty')).toMatchObject([{ kind: 'expected' }]);
		expect(signs('films')).toEqual([]);
	});
});
