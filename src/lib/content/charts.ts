import { entry } from './entry';
import { namedTicks, roughFeet } from '$lib/model/chart/altitude';
import { daysOf, fullHours, localTime, share, utcName, widestGap } from '$lib/model/chart/zones';
import { numberFormat } from '$lib/model/intl';
import { localeOf } from '$lib/model/languages';
import type { AltitudeChart, Chart, ZoneChart } from '$lib/model/chart/chart';
import type { ChartText } from '$lib/model/prose';
import { formatMessage } from '$lib/model/words';
import type { ChartFacts, Facts, LanguageWords } from './schema';

type Of<K extends ChartFacts['kind']> = Extract<ChartFacts, { kind: K }>;

/** What a chart is made from. */
interface Material {
	readonly facts: Facts;
	readonly words: LanguageWords;
	readonly lang: string;
}

const HOUR_MS = 3_600_000;
/** Characters that the names of a chart's events may have together to stand side by side on a phone. */
const MAX_BESIDE = 36;

/** Ids become numbers and words: the picture of a chart, complete, in one language. */
export function buildChart(chart: ChartFacts, material: Material): Chart {
	return chart.kind === 'altitude' ? altitude(chart, material) : zones(chart, material);
}

/** Everything the picture of a chart shows, in words, and the works it rests on. */
export function chartText(
	chart: ChartFacts,
	material: Material
): ChartText & { sourceIds: string[] } {
	const { facts, words } = material;
	const ui = words['ui.yaml'];
	const say = (id: string) => entry(words['charts.yaml'], id).text;
	const ids =
		chart.kind === 'altitude'
			? [chart.id, ...chart.heights, ...(chart.ground ? [chart.ground] : [])]
			: [chart.id, ...chart.events, chart.telling.id, ...chart.zones];
	const sourceIds = ids.flatMap((id) => entry(facts['charts.yaml'], id).sources);
	if (chart.kind === 'altitude') {
		const { heights } = altitude(chart, material);
		return {
			lines: [
				...heights.map(({ id, name, value, feet }) => ({
					lead: formatMessage(ui, 'chartHeight', { name, value, feet }),
					text: say(id)
				})),
				...(chart.ground ? [{ lead: null, text: say(chart.ground) }] : [])
			],
			table: null,
			sourceIds
		};
	}
	const { zones: clocks } = zones(chart, material);
	const date = dateOf(material.lang);
	return {
		lines: [
			{ lead: null, text: say(chart.telling.id) },
			{ lead: null, text: chart.zones.map(say).join(' ') }
		],
		table: {
			head: [ui.chartEvent, ...clocks.map(({ name }) => name)],
			rows: byTime(chart, facts).map(({ id, at }, i) => ({
				name: say(id),
				cells: clocks.map(({ id: zone, times }) =>
					formatMessage(ui, 'chartTime', {
						time: times[i] ?? '',
						date: date(localTime(at, tzOf(zone, facts)).day)
					})
				)
			}))
		},
		sourceIds
	};
}

function altitude(chart: Of<'altitude'>, { facts, words, lang }: Material): AltitudeChart {
	const ui = words['ui.yaml'];
	const number = numberFormat(lang);
	const name = (id: string) => entry(words['charts.yaml'], id).name;
	const entries = chart.heights.flatMap((id) => {
		const entry = facts['charts.yaml'][id];
		return entry?.kind === 'height' ? [{ id, ...entry }] : [];
	});
	// Low heights are written in metres, as the telegram does.
	const heightText = (km: number, about: boolean) => {
		const key = `chart${km < 5 ? 'Metres' : 'Km'}${about ? 'About' : ''}` as const;
		return formatMessage(ui, key, { n: km < 5 ? km * 1000 : km });
	};
	const all = entries.map(({ km }) => km);
	const apart = entries.some(({ about }) => about) ? 'chartApartAbout' : 'chartApart';
	return {
		kind: 'altitude',
		id: chart.id,
		title: name(chart.id),
		note: entry(words['charts.yaml'], chart.id).text,
		topKm: chart.topKm,
		scale: namedTicks(chart.topKm).map((km) =>
			km + 5 > chart.topKm ? formatMessage(ui, 'chartKm', { n: km }) : number.format(km)
		),
		heights: entries.map(({ id, km, about, basis }) => {
			return {
				id,
				km,
				basis,
				basisLabel: basis === 'records' ? ui.chartBasisRecords : ui.chartBasisTelegram,
				value: heightText(km, about),
				feet: formatMessage(ui, 'chartFeet', { n: roughFeet(km) }),
				name: name(id),
				focus: id === chart.focus
			};
		}),
		apart: formatMessage(ui, apart, { n: Math.max(...all) - Math.min(...all) }),
		ground: chart.ground ? name(chart.ground) : null
	};
}

function zones(chart: Of<'zones'>, { facts, words, lang }: Material): ZoneChart {
	const [from, to] = [Date.parse(chart.from), Date.parse(chart.to)];
	const name = (id: string) => entry(words['charts.yaml'], id).name;
	const date = dateOf(lang);
	const events = byTime(chart, facts);
	const marks = events.map(({ at }) => share(at, from, to));
	const hours = ((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0)) / HOUR_MS;
	return {
		kind: 'zones',
		id: chart.id,
		title: name(chart.id),
		note: entry(words['charts.yaml'], chart.id).text,
		hours: fullHours(from, to).map((at) => share(at, from, to)),
		zones: chart.zones.map((id) => {
			const tz = tzOf(id, facts);
			const time = new Intl.DateTimeFormat(localeOf(lang), {
				hour: '2-digit',
				minute: '2-digit',
				hourCycle: 'h23',
				timeZone: tz
			});
			return {
				id,
				name: name(id),
				offset: utcName(localTime(from, tz)),
				days: daysOf(from, to, tz).map(({ day, ...stretch }) => ({
					...stretch,
					spot: widestGap(stretch, marks),
					text: date(day)
				})),
				times: events.map(({ at }) => time.format(at))
			};
		}),
		events: events.map(({ id, at, zone }) => ({
			id,
			at: share(at, from, to),
			zone,
			name: name(id),
			focus: id === chart.focus
		})),
		stacked: events.reduce((sum, { id }) => sum + name(id).length, 0) > MAX_BESIDE,
		gap: formatMessage(words['ui.yaml'], 'chartHours', { n: hours }),
		telling: { order: chart.telling.order, name: name(chart.telling.id) }
	};
}

/** The events of a chart in the order in which they happened. */
function byTime({ events }: Of<'zones'>, facts: Facts): { id: string; at: number; zone: string }[] {
	return events
		.flatMap((id) => {
			const entry = facts['charts.yaml'][id];
			return entry?.kind === 'event' ? [{ id, at: Date.parse(entry.at), zone: entry.zone }] : [];
		})
		.sort((a, b) => a.at - b.at);
}

function tzOf(zone: string, facts: Facts): string {
	const entry = facts['charts.yaml'][zone];
	return entry?.kind === 'zone' ? entry.tz : 'UTC';
}

/** Writes a day (UTC midnight, ms) as day and month that stay on one line. */
function dateOf(lang: string): (day: number) => string {
	const format = new Intl.DateTimeFormat(localeOf(lang), {
		day: 'numeric',
		month: 'short',
		timeZone: 'UTC'
	});
	return (day) => format.format(day).replace(' ', '\u00a0');
}
