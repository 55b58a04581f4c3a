const HOUR_MS = 3_600_000;

/** A moment on the clock of a place. `day` is the date there, UTC midnight in ms, for a formatter. */
export interface LocalTime {
	readonly hour: number;
	readonly minute: number;
	readonly day: number;
	/** Hours ahead of Greenwich; negative west of it. */
	readonly offset: number;
}

/**
 * What the clock of a time zone shows.
 *
 * @param at ms since 1970, UTC
 * @param tz name in the IANA Time Zone Database
 * @throws RangeError when there is no such zone
 */
export function localTime(at: number, tz: string): LocalTime {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: tz,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric'
	}).formatToParts(at);
	const part = (type: string) => Number(parts.find((other) => other.type === type)?.value);
	const [hour, minute] = [part('hour'), part('minute')];
	const day = Date.UTC(part('year'), part('month') - 1, part('day'));
	const shown = day + hour * HOUR_MS + minute * 60_000;
	return { hour, minute, day, offset: (shown - Math.floor(at / 60_000) * 60_000) / HOUR_MS };
}

/** @returns whether the IANA Time Zone Database has this zone */
export function isZone(tz: string): boolean {
	try {
		return localTime(0, tz).hour >= 0;
	} catch {
		return false;
	}
}

/** @returns percent of the strip's width at which a moment stands; all in ms since 1970 */
export const share = (at: number, from: number, to: number): number =>
	Math.round((10_000 * (at - from)) / (to - from)) / 100;

/** @returns for instance `UTC+3`, with a real minus sign west of Greenwich */
export const utcName = ({ offset }: LocalTime): string =>
	`UTC${offset < 0 ? '−' : '+'}${Math.abs(offset)}`;

/** @returns full hours from `from` to `to`, both included, ms since 1970 */
export function fullHours(from: number, to: number): number[] {
	const first = Math.ceil(from / HOUR_MS);
	return Array.from(
		{ length: Math.max(0, Math.floor(to / HOUR_MS) - first + 1) },
		(_, i) => (first + i) * HOUR_MS
	);
}

/**
 * The days of a zone on the strip.
 *
 * @returns stretches in percent of its width, with the date (UTC midnight, ms), in the order of time
 */
export function daysOf(
	from: number,
	to: number,
	tz: string
): { from: number; to: number; day: number }[] {
	const starts = [from, ...fullHours(from, to)].filter(
		(at, i, all) => i === 0 || localTime(at, tz).day !== localTime(all[i - 1] ?? from, tz).day
	);
	return starts
		.filter((at) => at < to)
		.map((at, i, all) => ({
			from: share(at, from, to),
			to: share(all[i + 1] ?? to, from, to),
			day: localTime(at, tz).day
		}));
}

/**
 * Where a word fits best between marks.
 *
 * @param stretch percent of the strip's width
 * @param marks percent, in any order
 * @returns the middle of the widest part of the stretch without a mark, percent
 */
export function widestGap(
	stretch: { readonly from: number; readonly to: number },
	marks: readonly number[]
): number {
	const inside = marks.filter((at) => at > stretch.from && at < stretch.to).sort((a, b) => a - b);
	const edges = [stretch.from, ...inside, stretch.to];
	const gaps = edges.slice(1).map((to, i) => ({ from: edges[i] ?? stretch.from, to }));
	const [widest = stretch] = gaps.sort((a, b) => b.to - b.from - (a.to - a.from));
	return (widest.from + widest.to) / 2;
}
