import * as v from 'valibot';
import { DAY_HOURS, DAY_SIDES } from '$lib/model/pictures';
import { ACTS } from '$lib/model/speech';
import { STAGES, type StageKind } from '$lib/model/stage';
import {
	bearing,
	eventId,
	id,
	ids,
	instant,
	kilometres,
	lonLat,
	markKind,
	pair,
	text
} from './values';

/** On which day a passage was told. */
const told = v.picklist(['sunday', 'monday', 'expected']);

/** A chart of a beat; its parts are entries of `charts.yaml`. */
export const chart = v.variant('kind', [
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

/** A beat: what the stage, the map, the table, the panel and the clock show. */
export const beat = v.strictObject({
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
	guess: v.optional(
		v.strictObject({
			answers: ids,
			hours: v.array(eventId),
			days: v.record(
				eventId,
				v.strictObject({
					side: v.picklist(DAY_SIDES),
					hour: v.picklist(DAY_HOURS),
					from: instant,
					to: v.optional(instant)
				})
			)
		})
	),
	chart: v.optional(chart),
	ruler: v.optional(v.strictObject({ from: id, to: id })),
	clock: id,
	told: v.optional(told)
});
