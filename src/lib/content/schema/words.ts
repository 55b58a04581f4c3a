import * as v from 'valibot';
import { SIDES } from '$lib/model/speech';
import { eventId, id, record, sentence, text } from './values';

/** Words of telegram and narration that name an entry, where they are not its name alone; an empty list for links alone. */
const named = v.optional(v.array(text(60)));

/** What the reader is asked before the page tells what happened. */
const guess = v.strictObject({
	question: text(60),
	answers: record(v.strictObject({ text: text(60), reply: text(260) })),
	days: v.record(eventId, text(40)),
	picture: text(240)
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
			counted: v.optional(v.strictObject({ each: text(70), groups: record(text(40)) })),
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
