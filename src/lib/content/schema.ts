/**
 * The shape of every content file, in the order of the files in `src/content`. Over 300 lines: one entry a field, and a file
 * that could be found in two places would be looked for in the wrong one.
 */
import * as v from 'valibot';
import { PLURAL_CATEGORIES } from '$lib/model/intl';
import type { Words } from '$lib/model/words';
import { CONFIDENCES, EVIDENCE_MARKS } from '$lib/model/evidence';
import { ACTS, SIDES } from '$lib/model/speech';
import { STAGES, type StageKind } from '$lib/model/stage';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; write it or take the key out.'));
/** One text, or one for each plural category: `{ one: …, other: … }`. */
const sentence = v.lazy((input) =>
	typeof input === 'object' && input !== null
		? v.record(v.picklist(PLURAL_CATEGORIES), words)
		: words
);
/** Text that must fit a place: a card, a label, a panel. Lengths in characters. */
const text = (most: number) =>
	v.pipe(
		words,
		v.maxLength(
			most,
			({ received, requirement }) =>
				`is too long to fit: at most ${requirement} characters, this has ${String(received)}.`
		)
	);
const ID = /^[a-z0-9][a-z0-9_-]*$/;
const ID_FORM = 'small letters a–z without accents, digits, - and _';
const id = v.pipe(
	v.string(),
	v.regex(ID, ({ input }) => `has “${String(input)}”, which is no id: use ${ID_FORM}.`)
);
/** What an entry stands under: permanent, for links, embeds and citations use it. */
const entryId = v.pipe(v.string(), v.regex(ID, `is no id: use ${ID_FORM}.`));
const eventId = v.pipe(
	v.string(),
	v.regex(
		/^\d{4}-\d\d-\d\d-[a-z0-9_-]+$/,
		`is no id of an event: begin with the date, as in 1962-10-22-moscow, and use ${ID_FORM}.`
	)
);
const workId = v.pipe(
	v.string(),
	v.regex(/^[A-Z0-9][A-Z0-9_]*$/, 'is no id of a work: use capital letters A–Z, digits and _.')
);
const ids = v.array(id);
/** Entries that one leads to: `kind:id`, as in the links of prose. */
const see = v.optional(
	v.array(
		v.pipe(
			v.string(),
			v.regex(
				/^(person|place|term|panel):[a-z0-9][a-z0-9_-]*$/,
				({ input }) =>
					`has “${String(input)}”, which is no entry: write person:, place:, term: or panel: and its id, as in person:pliyev.`
			)
		)
	),
	[]
);
const sourceIds = v.pipe(
	v.array(v.string()),
	v.minLength(1, 'names no source; every fact has one (GK for general knowledge).')
);
const degrees = (most: number, name: string) =>
	v.pipe(
		v.number(),
		v.minValue(
			-most,
			({ input }) => `has a ${name} of ${input}; it lies between −${most} and ${most}.`
		),
		v.maxValue(
			most,
			({ input }) => `has a ${name} of ${input}; it lies between −${most} and ${most}.`
		)
	);
/** Two numbers and no third: one with a decimal comma would be two. */
const pair = <A extends v.GenericSchema, B extends v.GenericSchema>(what: string, a: A, b: B) =>
	v.pipe(
		v.array(v.unknown()),
		v.length(
			2,
			({ received }) =>
				`takes two numbers, ${what}, and has ${received}; a decimal has a point, as in 52.5.`
		),
		v.tuple([a, b])
	);
const lonLat = pair('longitude and latitude', degrees(180, 'longitude'), degrees(90, 'latitude'));
const confidence = v.picklist(CONFIDENCES);
const kilometres = v.pipe(
	v.number(),
	v.minValue(1, 'is less than a kilometre.'),
	v.maxValue(20015, 'is wider than the earth: at most 20015 km.')
);
const bearing = v.pipe(
	v.number(),
	v.minValue(-360, 'is no bearing: degrees clockwise from north, −360 to 360.'),
	v.maxValue(360, 'is no bearing: degrees clockwise from north, −360 to 360.')
);
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
/** How many missiles stood ready, [fewest, most] that sources give. */
const missilesReady = v.pipe(
	v.number(),
	v.integer('is no whole number.'),
	v.minValue(0, 'is below 0.')
);
const count = v.pipe(
	pair('fewest and most', missilesReady, missilesReady),
	v.check(
		([fewest, most]) => fewest <= most,
		'runs from the higher to the lower figure; the lowest comes first.'
	)
);
const markKind = v.picklist(['named', 'implied', 'context', 'rumour', 'dismantled']);
const told = v.picklist(['sunday', 'monday', 'expected']);

/** Whether a date stands in the calendar: `Date` alone makes a 2 March of 30 February. */
const isDate = (value: string): boolean => {
	const date = new Date(value);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.replace(/Z$/, ''));
};
/** A day, or several as `1962-10-30/31`; the first is the one that counts. */
const day = v.pipe(
	v.string(),
	v.check(
		(value) => /^\d{4}-\d\d-\d\d(\/(\d\d-)?\d\d)?$/.test(value) && isDate(value.slice(0, 10)),
		({ input }) =>
			`is “${String(input)}”, which is no date; write year, month and day like '1962-10-22', several days like 1962-10-30/31.`
	)
);
/** A moment on the earth: date and time with its distance from Greenwich, quoted. */
const instant = v.pipe(
	v.string(),
	v.check(
		(value) => /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(value) && isDate(value),
		({ input }) =>
			`is “${String(input)}”, which is no instant; write it in Greenwich time like '1962-10-22T19:00Z'.`
	)
);
const chart = v.variant('kind', [
	v.strictObject({
		kind: v.literal('altitude'),
		id,
		topKm: v.pipe(
			v.number(),
			v.minValue(1, 'is no height for a chart, 1 to 100 km.'),
			v.maxValue(100, 'is no height for a chart, 1 to 100 km.')
		),
		heights: ids,
		focus: id,
		ground: v.optional(id)
	}),
	v.strictObject({
		kind: v.literal('zones'),
		id,
		from: instant,
		to: instant,
		zones: ids,
		events: ids,
		focus: id,
		telling: v.strictObject({ id, order: ids })
	})
]);

const name = v.union([
	id,
	v.strictObject({
		id,
		focus: v.optional(v.boolean(), false),
		keep: v.optional(v.boolean(), false)
	})
]);

/** One picture, or two of which narrow windows show the first. */
const stage = v.union(
	[
		v.pipe(
			v.picklist(STAGES),
			v.transform((kind): readonly StageKind[] => [kind])
		),
		v.pipe(
			v.tuple([v.picklist(STAGES), v.picklist(STAGES)]),
			v.check(([first, second]) => first !== second),
			v.transform((kinds): readonly StageKind[] => kinds)
		)
	],
	`is no picture of the stage; write one of ${STAGES.join(', ')}, or two different ones as [room, map].`
);

const beat = v.strictObject({
	id,
	tour: v.picklist(['2', '5', 'full']),
	stage,
	view: v.strictObject({ center: lonLat, km: pair('width and height', kilometres, kilometres) }),
	marks: v.optional(
		v.array(
			v.strictObject({
				place: id,
				kind: v.optional(markKind),
				label: v.optional(id),
				focus: v.optional(v.boolean(), false)
			})
		),
		[]
	),
	areas: v.optional(
		v.array(
			v.strictObject({
				region: id,
				style: v.picklist(['focus', 'zone', 'rumour'])
			})
		),
		[]
	),
	lines: v.optional(
		v.array(
			v.strictObject({
				id,
				style: v.picklist(['great-circle', 'schematic', 'route']),
				places: v.optional(ids),
				points: v.optional(v.array(lonLat)),
				arrow: v.optional(v.boolean(), false),
				label: v.optional(id)
			})
		),
		[]
	),
	rings: v.optional(
		v.array(
			v.strictObject({
				id,
				place: id,
				radiusKm: kilometres,
				bearings: v.optional(pair('from and to', bearing, bearing)),
				style: v.picklist(['range', 'quarantine', 'hatch']),
				label: id
			})
		),
		[]
	),
	names: v.optional(v.array(name), []),
	territories: v.optional(ids, []),
	night: v.optional(v.boolean(), false),
	speech: v.optional(
		v.array(v.strictObject({ from: id, to: id, act: v.picklist(ACTS), quote: text(120) })),
		[]
	),
	mentioned: v.optional(ids, []),
	outside: v.optional(id),
	speakers: v.optional(v.boolean(), false),
	panel: v.optional(id),
	guess: v.optional(v.strictObject({ answers: ids, hours: v.array(eventId) })),
	chart: v.optional(chart),
	ruler: v.optional(v.strictObject({ from: id, to: id })),
	clock: id,
	told: v.optional(told)
});

const record = <T extends v.GenericSchema>(
	entry: T,
	key: v.GenericSchema<string, string> = entryId
) => v.record(key, entry);

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
				kind: v.picklist(['country', 'water']),
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
		v.strictObject({ sources: sourceIds, confidence, adds: v.optional(ids, []) })
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

/** Words of telegram and narration that name an entry, where they are not its name alone; an empty list for links alone. */
const named = v.optional(v.array(text(60)));

/** What the reader is asked before the page tells what happened. */
const guess = v.strictObject({
	question: text(60),
	answers: record(v.strictObject({ text: text(60), reply: text(260) }))
});

/** Words: one folder a language, the same keys in each. */
export const WORDS = {
	// Drawn into the chart, which has no second line.
	'ui.yaml': v.objectWithRest(
		{
			chartBasisRecords: v.optional(text(28)),
			chartBasisTelegram: v.optional(text(28)),
			chartKmAbout: v.optional(text(14)),
			chartMetresAbout: v.optional(text(14))
		},
		sentence
	),
	'story.yaml': v.strictObject({
		attract: record(text(120)),
		sections: record(v.strictObject({ title: text(60) })),
		evening: record(text(22)),
		threads: record(text(28)),
		outside: record(text(28)),
		absent: v.array(text(22)),
		sides: v.record(v.picklist(SIDES), v.array(v.strictObject({ beat: id, text: text(90) }))),
		beats: record(
			v.strictObject({
				title: text(60),
				narration: text(900),
				guess: v.optional(guess),
				map: text(240),
				picture: v.optional(text(240))
			})
		)
	}),
	'people.yaml': record(
		v.strictObject({
			name: text(60),
			surname: text(16),
			named,
			post: text(28),
			life: text(140),
			office: text(220),
			role: text(80),
			sentence: text(200),
			bio: text(700),
			inTelegram: v.array(v.strictObject({ beat: id, text: text(90) })),
			humanDetail: text(420),
			cautions: v.optional(v.array(text(320)), [])
		})
	),
	'places.yaml': record(
		v.strictObject({
			name: text(90),
			named,
			label: text(28),
			short: v.optional(text(28)),
			land: v.optional(text(14)),
			status: text(220),
			why: text(320)
		})
	),
	'missiles.yaml': record(v.strictObject({ name: text(40), note: text(200) })),
	'names.yaml': record(text(40)),
	'regions.yaml': record(v.strictObject({ name: text(80) })),
	'territories.yaml': record(
		v.strictObject({ name: text(60), label: text(28), status: text(160) })
	),
	'states.yaml': record(v.strictObject({ name: text(60), note: text(260) })),
	'topics.yaml': record(
		v.strictObject({
			heading: text(60),
			number: v.strictObject({ value: text(24), meaning: text(90) }),
			text: text(800),
			caution: v.optional(text(320))
		})
	),
	'glossary.yaml': record(v.strictObject({ term: text(60), named, plain: text(260) })),
	'evidence.yaml': record(v.strictObject({ note: text(420) })),
	'clock.yaml': record(v.strictObject({ label: text(60), short: text(26) })),
	'charts.yaml': record(v.strictObject({ name: text(48), text: text(260) })),
	'timeline.yaml': record(
		v.strictObject({
			place: text(80),
			time: v.optional(text(80)),
			text: text(260),
			short: v.optional(text(60))
		}),
		eventId
	)
} as const;

export type Facts = { [F in keyof typeof FACTS]: v.InferOutput<(typeof FACTS)[F]> };
/** Words of one language. `checkLanguages` compares the keys of `ui.yaml` with `UI_KEYS`. */
export type LanguageWords = {
	[F in keyof typeof WORDS]: F extends 'ui.yaml' ? Words : v.InferOutput<(typeof WORDS)[F]>;
};
export type BeatFacts = v.InferOutput<typeof beat>;
export type ChartFacts = v.InferOutput<typeof chart>;
