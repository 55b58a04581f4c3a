import type { Point } from '$lib/globe/camera/geometry';
import type { ReportedExchange } from '$lib/model/pictures';
import type { Plan } from './layout/plan';
import type { Place } from './layout/seats';
import { baselineOf, widthOf, type Line } from './lettering';

/** Where a call leads, or who is spoken of. */
export interface Outside {
	readonly sign: Point;
	readonly label: Line;
	readonly kind: 'somewhere' | 'spoken-of';
}

/** Half of a sign outside the room with its stroke, CSS px. */
export const SIGN = 6;

/**
 * Where a sign outside the room stands, and its label beyond it. It is at the edge of the picture, or, on a phone, where a caller
 * sits at that edge, a way back from the caller.
 */
export function signOf(text: string, plan: Plan, caller?: Place): Omit<Outside, 'kind'> {
	const { ahead, pad, width, outside, measures } = plan;
	const size = measures.post;
	const made = { text, face: 'name', size, y: baselineOf(outside, size) } as const;
	const gap = ahead * (SIGN + 6);
	if (caller && measures.narrow) {
		const x = caller.at.x - ahead * 58;
		return { sign: { x, y: outside }, label: { ...made, x: x - gap, anchor: 'end' } };
	}
	const edge = ahead === 1 ? width - pad : pad;
	const x = edge - ahead * widthOf(text, 'name', size);
	return { sign: { x: x - gap, y: outside }, label: { ...made, x, anchor: 'start' } };
}

/**
 * Who or what is outside the room in a beat.
 *
 * @param spokenOf who is spoken of and stands there, in words
 * @param now the exchanges of the beat: a call leads out of the room
 */
export function outsideOf(
	spokenOf: string | undefined,
	now: readonly ReportedExchange[],
	plan: Plan
): Outside | null {
	const call = now.find(({ act }) => act === 'telephones');
	if (call) {
		const caller = plan.places.get(call.from);
		return { ...signOf(plan.words.roomSomewhere, plan, caller), kind: 'somewhere' };
	}
	return spokenOf === undefined ? null : { ...signOf(spokenOf, plan), kind: 'spoken-of' };
}
