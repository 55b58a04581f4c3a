import { entry } from '$lib/content/entry';
import { localeOf } from '$lib/model/languages';
import { LEGEND_KEYS, type LegendKey } from '$lib/model/legend';
import { legendWord } from '$lib/model/word-keys';
import { milesOf } from '$lib/ruler/distance';
import type { Citation } from '$lib/model/prose';
import { wordKey } from '$lib/model/word-keys';
import { formatMessage, type Words } from '$lib/model/words';
import { citer } from '$lib/content/cite';
import { POWERS } from '$lib/content/schema';
import { site } from './site';

/** Something the page says, with the works behind it. */
interface Cited {
	readonly id: string;
	readonly name: string;
	readonly text: string;
	readonly sources: readonly Citation[];
}

/** Everything on the page about the map, in one language. */
export interface MapPage {
	readonly lang: string;
	readonly words: Words;
	/** States put together from today's. */
	readonly merged: readonly Cited[];
	/** States that today's borders cannot give. */
	readonly asToday: readonly Cited[];
	/** Territories by who governed them. */
	readonly powers: readonly { readonly name: string; readonly territories: readonly Cited[] }[];
	readonly signs: readonly { readonly sign: LegendKey; readonly text: string }[];
	/** `range` in km and miles, ready to be printed. */
	readonly missiles: readonly (Cited & { readonly side: string; readonly range: string })[];
	readonly places: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Builds the page about the map.
 *
 * @throws ContentError when the content is broken
 */
export function mapPage(lang: string): MapPage {
	const { facts, words, ui, flow } = site(lang);
	const citations = citer(facts['sources.yaml'].works);
	const collator = new Intl.Collator(localeOf(lang), { ignorePunctuation: true });
	const states = (wanted: 'merged' | 'as-today'): Cited[] =>
		Object.entries(facts['states.yaml'])
			.filter(([, { map }]) => map === wanted)
			.map(([id, { sources }]) => ({
				id,
				name: entry(words['states.yaml'], id).name,
				text: entry(words['states.yaml'], id).note,
				sources: citations(sources)
			}));
	return {
		lang,
		words: ui,
		merged: states('merged'),
		asToday: states('as-today'),
		powers: POWERS.map((power) => ({
			name: ui[wordKey('power', power)],
			territories: Object.entries(facts['territories.yaml'])
				.filter(([, territory]) => territory.power === power)
				.map(([id, { sources }]) => ({
					id,
					name: entry(words['territories.yaml'], id).name,
					text: entry(words['territories.yaml'], id).status,
					sources: citations(sources)
				}))
		})).filter(({ territories }) => territories.length > 0),
		signs: LEGEND_KEYS.map((sign) => ({ sign, text: ui[legendWord(sign)] })),
		missiles: Object.entries(facts['missiles.yaml']).map(
			([id, { side, rangeKm, atLeast, sources }]) => ({
				id,
				name: entry(words['missiles.yaml'], id).name,
				text: entry(words['missiles.yaml'], id).note,
				side: side === 'soviet' ? ui.mapPageSoviet : ui.mapPageUs,
				range: formatMessage(ui, atLeast ? 'mapPageRangeOrMore' : 'mapPageRangeText', {
					km: rangeKm,
					n: [milesOf(rangeKm[0]), milesOf(rangeKm[1])]
				}),
				sources: citations(sources)
			})
		),
		places: flow.places
			.map(({ id, name }) => ({ id, name }))
			.toSorted((a, b) => collator.compare(a.name, b.name))
	};
}
