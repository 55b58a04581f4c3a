import { moreLines, type Problem } from './problems';

/**
 * Letters that stand where UTF-8 was read as Windows-1252 and saved again: A with a tilde before the second half of an accented
 * letter, a with a circumflex before that of a quotation mark or dash. Escaped, because the fonts carry every letter of our
 * sources.
 */
const READ_TWICE = /\u00c3[\u00a1-\u00bf]|\u00e2[\u20ac\u0080]/u;
/** What is no letter of a text: a byte that is not UTF-8, or an invisible control character. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNREADABLE = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;
/** How many characters around the first bad one are shown. */
const AROUND = 12;

/**
 * Says where a file is not saved as UTF-8; a byte order mark does no harm.
 *
 * @param text the file, decoded as UTF-8 with U+FFFD for what is none
 */
export function encodingProblem(file: string, text: string): Problem | null {
	const problem = (line: number, sentence: string): Problem => ({
		file,
		line,
		id: '',
		sentence,
		unread: true
	});
	if (text.includes('\0')) {
		return problem(1, 'This file is saved as UTF-16; save it as UTF-8.');
	}
	const lines = text.split('\n');
	for (const [pattern, sentence] of [
		[READ_TWICE, 'is UTF-8 that was read as Windows-1252 and saved again'],
		[UNREADABLE, 'is not UTF-8; the file was saved in another encoding, such as Windows-1252']
	] as const) {
		const bad = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []));
		const [first] = bad;
		if (first === undefined) continue;
		const line = lines[first] ?? '';
		const at = pattern.exec(line)?.index ?? 0;
		const words = line.slice(Math.max(0, at - AROUND), at + AROUND).trim();
		return problem(
			first + 1,
			`A letter in “${words}”${moreLines(bad.length - 1)} ${sentence}. Save the file as UTF-8, and write anew what is still not right then.`
		);
	}
	return null;
}
