/**
 * Breaks words into lines. A single word that is wider than the room stays whole: the caller sees it by its width.
 *
 * @param widthOf a text, CSS px
 * @param room of a line, CSS px
 */
export function breakLines(
	text: string,
	widthOf: (text: string) => number,
	room: number
): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		const longer = `${last} ${word}`;
		if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/**
 * As many lines as `breakLines` makes, about equally long.
 *
 * @param step by which narrower rooms are tried, CSS px
 */
export function evenLines(
	text: string,
	widthOf: (text: string) => number,
	room: number,
	step: number
): string[] {
	const lines = breakLines(text, widthOf, room);
	let even = lines;
	for (let narrower = room - step; narrower > 0; narrower -= step) {
		const tried = breakLines(text, widthOf, narrower);
		if (tried.length > lines.length) break;
		even = tried;
	}
	return even;
}
