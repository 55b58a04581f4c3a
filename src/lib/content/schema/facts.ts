import * as v from 'valibot';
import { EVIDENCE_MARKS } from '$lib/model/evidence';
import { beat } from './beat';
import {
	confidence,
	day,
	eventId,
	id,
	ids,
	instant,
	kilometres,
	lonLat,
	markKind,
	pair,
	record,
	see,
	sourceIds,
	text,
	words,
	workId
} from './values';

/** Who governed a territory in November 1962; each has its word in `ui.yaml` under `power…`. */
export const POWERS = [
	'gb',
	'us',
	'fr',
	'pt',
	'nl',
	'dk',
	'es',
	'au',
	'nz',
	'un',
	'in',
	'za'
] as const;

/** A feature of the geo data. */
const country = v.pipe(
	v.string(),
	v.regex(/^\d{3}$/, 'is no ISO 3166-1 number: three digits in quotes.')
);
/** Published range of a missile, [lowest, highest], km. */
const reach = v.pipe(
	v.number(),
	v.minValue(100, ({ input }) => `has a range of ${input} km; it lies between 100 and 20015 km.`),
	v.maxValue(20015, ({ input }) => `has a range of ${input} km; it lies between 100 and 20015 km.`)
);
/** How many there were, [fewest, most] that sources give. */
const howMany = v.pipe(v.number(), v.integer('is no whole number.'), v.minValue(0, 'is below 0.'));
const count = v.pipe(
	pair('fewest and most', howMany, howMany),
	v.check(
		([fewest, most]) => fewest <= most,
		'runs from the higher to the lower figure; the lowest comes first.'
	)
);

/** A whole web address. */
const webAddress = v.pipe(
	v.string('must be a whole web address, beginning with http.'),
	v.regex(/^https?:\/\/[^\s<>]+$/, 'must be a whole web address, beginning with http.')
);

/** Facts: the same in every language. */
export const FACTS = {
	'story.yaml': v.strictObject({
		seated: v.strictObject({ opens: id, first: ids, hosts: id, chairs: id }),
		ruler: v.strictObject({ origins: ids, table: ids, without: v.optional(ids, []) }),
		permissions: webAddress,
		contact: v.optional(
			v.pipe(
				v.string('must be an e-mail address or a whole web address.'),
				v.check(
					(text) => /^[^\s@<>]+@[^\s@<>]+\.\w+$/.test(text) || /^https?:\/\/[^\s<>]+$/.test(text),
					'must be an e-mail address or a whole web address.'
				)
			)
		),
		attract: v.pipe(
			ids,
			v.minLength(3, 'has fewer than three beats.'),
			v.maxLength(5, 'has more than five beats.')
		),
		evening: v.strictObject({
			business: id,
			lookingBack: id,
			untold: id,
			lit: v.record(id, ids),
			subjects: v.array(v.strictObject({ id, beats: ids }))
		}),
		sections: v.array(v.strictObject({ id, number: v.nullable(v.number()), beats: v.array(beat) }))
	}),
	'people.yaml': record(
		v.strictObject({
			seat: v.picklist(['soviet', 'cuban', 'chair', 'away']),
			initials: text(3),
			native: v.optional(v.record(v.string(), words)),
			spellings: v.optional(v.array(words), []),
			confidence,
			sources: sourceIds,
			humanDetailSources: v.optional(v.array(v.string()), [])
		})
	),
	'places.yaml': record(
		v.strictObject({
			at: lonLat,
			kind: markKind,
			marked: v.optional(v.boolean(), true),
			see,
			sources: sourceIds,
			confidence
		})
	),
	'names.yaml': record(
		v.variant('kind', [
			v.strictObject({
				kind: v.picklist(['country', 'water', 'words']),
				at: lonLat,
				or: v.optional(v.array(lonLat))
			}),
			v.strictObject({ kind: v.literal('label') })
		])
	),
	'regions.yaml': record(
		v.strictObject({ countries: v.array(country), sources: sourceIds, confidence })
	),
	'territories.yaml': record(
		v.strictObject({
			at: lonLat,
			power: v.picklist(POWERS),
			widest: kilometres,
			sources: sourceIds
		})
	),
	'states.yaml': record(
		v.strictObject({ map: v.picklist(['merged', 'as-today']), sources: sourceIds })
	),
	'missiles.yaml': record(
		v.strictObject({
			side: v.picklist(['soviet', 'us']),
			rangeKm: v.pipe(
				pair('lowest and highest', reach, reach),
				v.check(
					([lowest, highest]) => lowest <= highest,
					'runs from the higher to the lower figure; the lowest comes first.'
				)
			),
			atLeast: v.optional(v.boolean(), false),
			inService: v.optional(count),
			sources: sourceIds
		})
	),
	'topics.yaml': record(
		v.strictObject({
			sources: sourceIds,
			confidence,
			adds: v.optional(ids, []),
			counted: v.optional(v.record(id, count), {})
		})
	),
	'glossary.yaml': record(
		v.strictObject({ see, sources: sourceIds, confidence: v.optional(confidence) })
	),
	'evidence.yaml': record(
		v.strictObject({
			beat: id,
			quote: text(90),
			mark: v.picklist(EVIDENCE_MARKS),
			confidence,
			sources: sourceIds,
			adds: v.optional(ids, [])
		})
	),
	'clock.yaml': record(v.strictObject({ basis: v.picklist(['told', 'inferred', 'unknown']) })),
	'timeline.yaml': record(
		v.strictObject({
			date: day,
			beats: v.optional(ids, []),
			see,
			sources: sourceIds,
			confidence,
			strip: v.optional(v.picklist(['shown', 'here']))
		}),
		eventId
	),
	'charts.yaml': record(
		v.variant('kind', [
			v.strictObject({
				kind: v.picklist(['chart', 'ground', 'telling']),
				sources: sourceIds,
				confidence
			}),
			v.strictObject({
				kind: v.literal('height'),
				km: v.number(),
				about: v.optional(v.boolean(), false),
				basis: v.picklist(['only-this-telegram', 'records']),
				sources: sourceIds,
				confidence
			}),
			v.strictObject({
				kind: v.literal('event'),
				at: instant,
				zone: id,
				sources: sourceIds,
				confidence
			}),
			v.strictObject({ kind: v.literal('zone'), tz: text(40), sources: sourceIds, confidence })
		])
	),
	'sources.yaml': v.strictObject({
		linkable: v.array(v.string()),
		works: record(
			v.strictObject({
				author: v.nullable(v.string()),
				title: text(300),
				container: v.optional(v.nullable(v.string()), null),
				year: v.optional(v.nullable(v.number()), null),
				archive: v.optional(v.nullable(v.string()), null),
				url: v.optional(
					v.nullable(v.pipe(v.string(), v.url('has an address that is no URL.'))),
					null
				),
				seen: v.boolean(),
				note: v.optional(text(200))
			}),
			workId
		)
	})
} as const;
