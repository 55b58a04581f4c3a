import { describe, expect, it } from 'vitest';
import { buildChart, chartText } from './charts';
import { checkContent } from './check';
import { readContent } from './files';
import { wordsOf } from './story';

const content = checkContent(readContent());
const material = { facts: content.facts, words: wordsOf(content, 'en'), lang: 'en' };
const factsOf = (beat: string) => {
	const chart = content.facts['story.yaml'].sections
		.flatMap(({ beats }) => beats)
		.find(({ id }) => id === beat)?.chart;
	if (!chart) throw new Error(`The beat ${beat} has no chart.`);
	return chart;
};

describe('the altitude chart of the story', () => {
	it('is the same at both beats, and each is about its own height', () => {
		const [high, low] = ['two-u2s', 'bracket'].map((beat) => {
			const chart = buildChart(factsOf(beat), material);
			return chart.kind === 'altitude' ? chart.heights : [];
		});
		expect(high?.map(({ km }) => km)).toEqual([20, 1]);
		expect(low?.map(({ km }) => km)).toEqual([20, 1]);
		expect(high?.map(({ focus }) => focus)).toEqual([true, false]);
		expect(low?.map(({ focus }) => focus)).toEqual([false, true]);
	});

	it('says both heights with feet, and who says so', () => {
		const chart = buildChart(factsOf('two-u2s'), material);
		expect(chart).toMatchObject({
			apart: 'about 19 km apart',
			heights: [
				{ value: 'about 20 km', feet: 'about 66,000 feet', basis: 'records' },
				{ value: '1,000 m', feet: 'about 3,300 feet', basis: 'only-this-telegram' }
			]
		});
		const { lines, sourceIds } = chartText(factsOf('two-u2s'), material);
		expect(lines[0]?.lead).toBe('Two U-2s, Sunday: about 20 km (about 66,000 feet).');
		expect(sourceIds).toContain('TEL');
	});
});

describe('the clocks of the Kremlin night', () => {
	const chart = buildChart(factsOf('the-order'), material);
	if (chart.kind !== 'zones') throw new Error('The chart of the-order has no clocks.');

	it('show the session before the speech in every zone', () => {
		expect(chart.zones.map(({ id, times }) => [id, ...times])).toEqual([
			['moscow', '22:00', '02:00'],
			['washington', '15:00', '19:00'],
			['havana', '14:00', '18:00']
		]);
		expect(chart.events.map(({ id }) => id)).toEqual(['presidium-opens', 'kennedy-speaks']);
		expect(chart.gap).toBe('4 hours');
	});

	it('tell that the telegram has it the other way round', () => {
		expect(chart.telling.order).toEqual(['kennedy-speaks', 'presidium-opens']);
		const { lines, table, sourceIds } = chartText(factsOf('the-order'), material);
		expect(lines[0]?.text).toMatch(/the other way round/);
		expect(table?.rows.map(({ cells }) => cells[0])).toEqual([
			'22:00, 22\u00a0Oct',
			'02:00, 23\u00a0Oct'
		]);
		expect(sourceIds).toEqual(expect.arrayContaining(['FNKCW', 'FURNIGHT', 'TZDB']));
	});
});
