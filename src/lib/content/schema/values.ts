/** What a single field may hold. A message ends a sentence that begins with the field's name. */
import * as v from 'valibot';
import { CONFIDENCES } from '$lib/model/evidence';
import { PLURAL_CATEGORIES } from '$lib/model/intl';

/** Any text. */
export const words = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('is empty; write it or take the key out.')
);
/** One text, or one for each plural category: `{ one: …, other: … }`. */
export const sentence = v.lazy((input) =>
	typeof input === 'object' && input !== null
		? v.record(v.picklist(PLURAL_CATEGORIES), words)
		: words
);
/** Text that must fit a place: a card, a label, a panel. Lengths in characters. */
export const text = (most: number) =>
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
/** The id of something, as another entry refers to it. */
export const id = v.pipe(
	v.string(),
	v.regex(ID, ({ input }) => `has “${String(input)}”, which is no id: use ${ID_FORM}.`)
);
/** What an entry stands under: permanent, for links, embeds and citations use it. */
const entryId = v.pipe(v.string(), v.regex(ID, `is no id: use ${ID_FORM}.`));
/** What an event stands under: its date comes first. */
export const eventId = v.pipe(
	v.string(),
	v.regex(
		/^\d{4}-\d\d-\d\d-[a-z0-9_-]+$/,
		`is no id of an event: begin with the date, as in 1962-10-22-moscow, and use ${ID_FORM}.`
	)
);
/** What a work of `sources.yaml` stands under. */
export const workId = v.pipe(
	v.string(),
	v.regex(/^[A-Z0-9][A-Z0-9_]*$/, 'is no id of a work: use capital letters A–Z, digits and _.')
);
/** Several ids. */
export const ids = v.array(id);
/** Entries that one leads to: `kind:id`, as in the links of prose. */
export const see = v.optional(
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
/** Works that a fact rests on, at least one. */
export const sourceIds = v.pipe(
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
export const pair = <A extends v.GenericSchema, B extends v.GenericSchema>(
	what: string,
	a: A,
	b: B
) =>
	v.pipe(
		v.array(v.unknown()),
		v.length(
			2,
			({ received }) =>
				`takes two numbers, ${what}, and has ${received}; a decimal has a point, as in 52.5.`
		),
		v.tuple([a, b])
	);
/** A point on the earth: [longitude, latitude], degrees. */
export const lonLat = pair(
	'longitude and latitude',
	degrees(180, 'longitude'),
	degrees(90, 'latitude')
);
/** How sure our own words of an entry are. */
export const confidence = v.picklist(CONFIDENCES);
/** A distance on the ground, km. */
export const kilometres = v.pipe(
	v.number(),
	v.minValue(1, 'is less than a kilometre.'),
	v.maxValue(20015, 'is wider than the earth: at most 20015 km.')
);
/** Degrees clockwise from north. */
export const bearing = v.pipe(
	v.number(),
	v.minValue(-360, 'is no bearing: degrees clockwise from north, −360 to 360.'),
	v.maxValue(360, 'is no bearing: degrees clockwise from north, −360 to 360.')
);
/** How a mark on the map is drawn. */
export const markKind = v.picklist(['named', 'implied', 'context', 'rumour', 'dismantled']);

/** Whether a date stands in the calendar: `Date` alone makes a 2 March of 30 February. */
const isDate = (value: string): boolean => {
	const date = new Date(value);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.replace(/Z$/, ''));
};
/** A day, or several as `1962-10-30/31`; the first is the one that counts. */
export const day = v.pipe(
	v.string(),
	v.check(
		(value) => /^\d{4}-\d\d-\d\d(\/(\d\d-)?\d\d)?$/.test(value) && isDate(value.slice(0, 10)),
		({ input }) =>
			`is “${String(input)}”, which is no date; write year, month and day like '1962-10-22', several days like 1962-10-30/31.`
	)
);
/** A moment on the earth: date and time with its distance from Greenwich, quoted. */
export const instant = v.pipe(
	v.string(),
	v.check(
		(value) => /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(value) && isDate(value),
		({ input }) =>
			`is “${String(input)}”, which is no instant; write it in Greenwich time like '1962-10-22T19:00Z'.`
	)
);
/** A file of entries, each under its id. */
export const record = <T extends v.GenericSchema>(
	entry: T,
	key: v.GenericSchema<string, string> = entryId
) => v.record(key, entry);
