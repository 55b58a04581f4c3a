import { isZone } from '$lib/model/chart/zones';
import { hint, type Problem } from './problems';
import type { ChartFacts, Facts } from './schema';

type Entry = Facts['charts.yaml'][string];
/** Notes a problem; `at` leads from the chart, or from the entry, to its line. */
type Say = (sentence: string, ...at: string[]) => void;

/** Charts of the beats against the entries of charts.yaml, and those against the world. */
export function checkCharts(facts: Partial<Facts>): Problem[] {
	const entries = facts['charts.yaml'];
	const beats = facts['story.yaml']?.sections.flatMap((section) => section.beats);
	if (!entries || !beats) return [];
	const problems: Problem[] = [];
	const used = new Set<string>();

	for (const beat of beats) {
		if (!beat.chart) continue;
		const say: Say = (sentence, ...at) =>
			problems.push({ file: 'story.yaml', id: `beat ${beat.id}`, sentence, at: ['chart', ...at] });
		for (const [kind, id] of named(beat.chart)) {
			used.add(id);
			if (entries[id]?.kind === kind) continue;
			const fitting = Object.keys(entries).filter((other) => entries[other]?.kind === kind);
			say(`The ${kind} “${id}” of the chart does not exist.${hint(id, fitting)}`, id);
		}
		if (beat.chart.kind === 'altitude') checkAltitude(beat.chart, entries, say);
		else checkZones(beat.chart, entries, say);
	}

	for (const [id, entry] of Object.entries(entries)) {
		const say: Say = (sentence, ...at) => problems.push({ file: 'charts.yaml', id, sentence, at });
		if (!used.has(id)) say('No chart of story.yaml shows this; show it or take it out.');
		if (entry.kind === 'zone' && !isZone(entry.tz)) {
			say(`The Time Zone Database has no zone “${entry.tz}”; write it like Europe/Moscow.`, 'tz');
		}
	}
	return problems;
}

/** What a chart names, with the kind of entry that it must be. */
function named(chart: ChartFacts): (readonly [Entry['kind'], string])[] {
	const own = [['chart', chart.id]] as const;
	return chart.kind === 'altitude'
		? [
				...own,
				...chart.heights.map((id) => ['height', id] as const),
				...(chart.ground ? [['ground', chart.ground] as const] : [])
			]
		: [
				...own,
				...chart.zones.map((id) => ['zone', id] as const),
				...chart.events.map((id) => ['event', id] as const),
				['telling', chart.telling.id]
			];
}

function checkAltitude(
	chart: Extract<ChartFacts, { kind: 'altitude' }>,
	entries: Facts['charts.yaml'],
	say: Say
): void {
	checkFocus(chart.focus, chart.heights, say);
	for (const id of chart.heights) {
		const entry = entries[id];
		if (entry?.kind !== 'height' || (entry.km > 0 && entry.km <= chart.topKm)) continue;
		say(
			`The height “${id}” is ${entry.km} km; this chart goes from the ground to ${chart.topKm} km.`,
			id
		);
	}
}

function checkZones(
	chart: Extract<ChartFacts, { kind: 'zones' }>,
	entries: Facts['charts.yaml'],
	say: Say
): void {
	checkFocus(chart.focus, chart.events, say);
	if (Date.parse(chart.from) >= Date.parse(chart.to)) {
		say('The chart ends before it begins; “from” comes before “to”.', 'from');
	}
	for (const id of chart.events) {
		const event = entries[id];
		if (event?.kind !== 'event') continue;
		const at = Date.parse(event.at);
		if (at < Date.parse(chart.from) || at > Date.parse(chart.to)) {
			say(`The event “${id}” lies outside the chart’s hours; move “from” or “to”.`, id);
		}
		if (!chart.zones.includes(event.zone)) {
			say(
				`The event “${id}” happens in “${event.zone}”, which the chart does not show.${hint(event.zone, chart.zones)}`,
				id
			);
		}
	}
	const told = [...chart.telling.order].sort().join();
	if (told !== [...chart.events].sort().join()) {
		say(
			'The order of “telling” names other events than the chart; it has the same, as told.',
			'telling'
		);
	}
}

function checkFocus(focus: string, shown: readonly string[], say: Say): void {
	if (shown.includes(focus)) return;
	say(`The chart is about “${focus}”, which it does not show.${hint(focus, shown)}`, 'focus');
}
