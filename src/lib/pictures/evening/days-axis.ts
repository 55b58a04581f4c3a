import type { Rect } from '$lib/globe/camera/geometry';
import type { DayEvent, EveningDays } from '$lib/model/pictures';
import { hatch } from './hatch';
import type { EveningSign, EveningText, Span } from './shapes';

export const HOURS = 24;

/** Where the band of the days lies, and what lies around it; all lengths in CSS px before the scale of the picture. */
export interface Axis {
	/** Labels hang at the band; otherwise they are a list under it. */
	readonly hung: boolean;
	readonly width: number;
	/** From the edge of the picture to what stands in it. */
	readonly pad: number;
	/** The evening lies from `x0` to `midnight`, the days from there to `end`. */
	readonly x0: number;
	readonly midnight: number;
	readonly end: number;
	readonly dayLength: number;
	/** Where an hour lies. @param hours from the beginning of the first day */
	readonly xAt: (hours: number) => number;
	/** Where the meeting is expected: there the telegram ends. */
	readonly ringX: number;
	/** Of the names of the days. */
	readonly namesTop: number;
	/** What happened in Washington, over the band. */
	readonly lane: Stripe;
	readonly band: Stripe;
	/** Where the rule and the key begin. */
	readonly bottom: number;
	/** Of a sign. */
	readonly r: number;
	/** Lettering of hours. */
	readonly hourSize: number;
}

interface Stripe {
	readonly top: number;
	readonly tall: number;
	readonly middle: number;
}

/** @param tall CSS px */
export const stripe = (top: number, tall: number): Stripe => ({
	top,
	tall,
	middle: top + tall / 2
});

/** Shapes that one part of the picture adds. */
export interface Part {
	readonly texts: readonly EveningText[];
	readonly signs?: readonly EveningSign[];
	readonly spans?: readonly Span[];
	readonly leaders?: readonly string[];
	/** Its lower edge, CSS px. */
	readonly lowest?: number;
	/** Whether all of it has room. */
	readonly fitting?: boolean;
}

/** What happened on one side of the sea. */
export const sided = ({ events }: EveningDays, side: DayEvent['side']): DayEvent[] =>
	events.filter((event) => event.side === side);

/** A stretch of which no more is known than that it happened in it. @param step of its hatching, CSS px */
export const spanOf = (box: Rect, step: number): Span => ({
	box,
	hatch: hatch(box, step),
	kind: 'unknown'
});
