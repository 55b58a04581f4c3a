import type { Participant, Pictures } from '$lib/model/pictures';
import { formatMessage } from '$lib/model/words';
import { LEADING, widest, widthOf, wrap } from '../lettering';
import type { Measures } from './measures';

/**
 * How wide the column of a side is: as its names, and as its offices in one line where that is no more than `most`.
 *
 * @param most CSS px
 */
export const columnOf = (
	group: readonly Participant[],
	{ name, post, offices }: Measures,
	most: number
): number =>
	Math.max(
		...group.map(({ surname }) => widthOf(surname, 'name', name)),
		...group.flatMap((person) =>
			offices !== 'none'
				? [
						widest(person.post.split(' '), 'post', post),
						Math.min(most, widthOf(person.post, 'post', post))
					]
				: []
		)
	);

/**
 * How many lines fit: a name, and below it offices.
 *
 * @param room height, CSS px
 */
export const linesIn = (room: number, { name, post }: Measures): number =>
	Math.floor((room - name * LEADING) / (post * LEADING)) + 1;

/**
 * Name and office of an empty chair, or the name alone: the office in one line with “away”, or both in lines of their own.
 *
 * @param most width of a line, CSS px
 * @param lines how many there may be
 */
export function chairLines(
	{ name, surname, post }: Participant,
	words: Pictures['words'],
	{ name: nameSize, post: postSize }: Measures,
	most: number,
	lines: number
): { text: string; face: 'name' | 'post' }[] {
	const called = widthOf(name, 'name', nameSize) <= most ? name : surname;
	const one = formatMessage(words, 'roomAway', { post });
	const alone = words.roomAwayAlone;
	const apart = [...wrap(post, 'post', postSize, most), alone];
	const office =
		widthOf(one, 'post', postSize) <= most
			? [one]
			: apart.length < lines && widest(apart, 'post', postSize) <= most
				? apart
				: [alone];
	if (lines < 2) return [{ text: called, face: 'name' }];
	return [
		{ text: called, face: 'name' },
		...office.map((text) => ({ text, face: 'post' as const }))
	];
}

/** How much room the lines of a chair want, no more than `most` where they can be broken. CSS px. */
export function chairWidth(
	chair: Participant,
	words: Pictures['words'],
	measures: Measures,
	most: number
): number {
	const room = Math.max(
		most,
		widthOf(chair.surname, 'name', measures.name),
		widest(chair.post.split(' '), 'post', measures.post)
	);
	const lines = chairLines(chair, words, measures, room, 4);
	return Math.max(...lines.map(({ text, face }) => widthOf(text, face, measures[face])));
}
