/** Why a number stands in a chart: this telegram alone gives it, or other records do. */
type ChartBasis = 'only-this-telegram' | 'records';

/** A height on the altitude chart, with its words. */
interface ChartHeight {
	readonly id: string;
	/** Kilometres above the ground. */
	readonly km: number;
	readonly basis: ChartBasis;
	/** The basis in words. */
	readonly basisLabel: string;
	/** The height as it is written, for instance “about 20 km”. */
	readonly value: string;
	/** The same in feet, for instance “about 66,000 feet”. */
	readonly feet: string;
	readonly name: string;
	/** True when the beat is about it: drawn in red. */
	readonly focus: boolean;
}

/** Heights to scale over the ground. Nothing but the vertical means anything. */
export interface AltitudeChart {
	readonly kind: 'altitude';
	readonly id: string;
	readonly title: string;
	/** What the chart does not show. */
	readonly note: string;
	/** Upper end of the scale, km. */
	readonly topKm: number;
	/** What is written at the named ticks, from the ground up; the last has the unit. */
	readonly scale: readonly string[];
	readonly heights: readonly ChartHeight[];
	/** What lies between the lowest and the highest, for instance “about 19 km apart”. */
	readonly apart: string;
	/** What lies so low that at this scale it is the ground itself; null for nothing. */
	readonly ground: string | null;
}

/** One city's clock on the strip. Shares are percent of the strip's width. */
interface ChartZone {
	readonly id: string;
	readonly name: string;
	/** Distance from Greenwich time, for instance “UTC+3”. */
	readonly offset: string;
	/** The days there; the date is written at `spot`. */
	readonly days: readonly {
		readonly from: number;
		readonly to: number;
		readonly spot: number;
		readonly text: string;
	}[];
	/** Time of day at each event, in the order of the chart's events. */
	readonly times: readonly string[];
}

/** The same hours in several time zones, with events on one time line. */
export interface ZoneChart {
	readonly kind: 'zones';
	readonly id: string;
	readonly title: string;
	readonly note: string;
	/** Where the full hours stand. */
	readonly hours: readonly number[];
	readonly zones: readonly ChartZone[];
	/** In the order of time. `at`: percent of the strip's width; `zone`: where it happened. */
	readonly events: readonly {
		readonly id: string;
		readonly at: number;
		readonly zone: string;
		readonly name: string;
		readonly focus: boolean;
	}[];
	/** True when the events' names have no room side by side on a phone. */
	readonly stacked: boolean;
	/** What lies between the first event and the last, for instance “4 hours”. */
	readonly gap: string;
	/** The telegram's own order: ids of events, and what the chart says of it. */
	readonly telling: { readonly order: readonly string[]; readonly name: string };
}

/** A chart beside the map. */
export type Chart = AltitudeChart | ZoneChart;
