import type { Hours } from './settings';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Whether the room is open. Hours may cross midnight.
 *
 * @param hours null: always open
 * @param wall ms since 1970, by the machine's own clock
 */
export function isOpen(hours: Hours | null, wall: number): boolean {
	if (!hours) return true;
	const at = new Date(wall);
	const now = at.getHours() * 60 + at.getMinutes();
	const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
	return from < to ? now >= from && now < to : now >= from || now < to;
}
