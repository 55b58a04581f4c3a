import { entry } from './entry';
import { numberFormat } from '$lib/model/intl';
import type { LonLat } from '$lib/model/map-scene';
import type { RulerFacts } from '$lib/model/ruler';
import { distanceKm, milesOf } from '$lib/ruler/distance';
import { byRange, reachOf } from '$lib/ruler/reach';
import { namesOf, rangeWords } from '$lib/ruler/say';
import type { Citation, RangeTable } from '$lib/model/prose';
import { formatMessage } from '$lib/model/words';
import type { Content } from './check';
import { wordsOf } from './story';

/** What the ruler measures, written out: every origin to the main places, and what could reach that far. */
export function rangeTable(
	content: Content,
	lang: string,
	{ origins, places, missiles }: RulerFacts,
	citations: (ids: readonly string[]) => Citation[]
): RangeTable {
	const { facts } = content;
	const { 'ui.yaml': ui, 'missiles.yaml': told } = wordsOf(content, lang);
	const write = numberFormat(lang).format;
	const find = (id: string) => places.filter((place) => place.id === id);
	const row = (from: LonLat, { id, at, name }: RulerFacts['places'][number]) => {
		const km = distanceKm(from, at);
		const { yes, perhaps } = reachOf(km, missiles);
		return {
			id,
			place: name,
			km: write(km),
			miles: write(milesOf(km)),
			reached: namesOf(yes, lang),
			perhaps: perhaps.length
				? formatMessage(ui, 'rulerPerhaps', { missiles: namesOf(perhaps, lang) })
				: ''
		};
	};
	return {
		origins: origins.flatMap(({ place, land }) =>
			find(place).map((origin) => ({
				id: origin.id,
				heading: formatMessage(ui, 'rulerTableFrom', { land, place: origin.name }),
				rows: facts['story.yaml'].ruler.table
					.filter((id) => id !== place)
					.flatMap(find)
					.map((target) => row(origin.at, target))
			}))
		),
		missiles: byRange(missiles).map((missile) => ({
			id: missile.id,
			name: missile.name,
			side: missile.side === 'us' ? ui.rulerTableUs : ui.rulerTableSoviet,
			range: rangeWords(missile, ui),
			note: entry(told, missile.id).note
		})),
		sources: citations([
			...Object.values(facts['missiles.yaml']).flatMap(({ sources }) => sources),
			'CALC'
		])
	};
}
