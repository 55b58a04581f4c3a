import { isSide } from '$lib/model/speech';
import { hint, repeated, type Problem } from './problems';
import type { Facts, LanguageWords } from './schema';
import { wordsOfBeat, type TelegramPassage } from './telegram';
import { threadsOf } from './threads';

/** Pictures that have a sentence of their own; a chart is told by its own words. */
const TOLD_BY_SENTENCE: readonly string[] = ['room', 'evening', 'evidence'];

/**
 * Checks the pictures of the stage: a beat shows only what it has, the subjects of the evening are all of its passages in order,
 * and every picture has its words in every language.
 */
export function checkStage(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>,
	passages: readonly TelegramPassage[]
): Problem[] {
	const story = facts['story.yaml'];
	if (!story) return [];
	const problems: Problem[] = [];
	const beats = story.sections.flatMap((section) => section.beats);
	const beatIds = beats.map(({ id }) => id);
	const opens = beatIds.indexOf(story.seated.opens);
	const say = (id: string, sentence: string, ...at: string[]) =>
		problems.push({ file: 'story.yaml', id, sentence, at });

	for (const [index, { id, stage, chart, speech, outside }] of beats.entries()) {
		if (stage.includes('chart') && !chart) {
			say(
				`beat ${id}`,
				'The stage shows a chart, and the beat has none; give it a “chart”.',
				'stage'
			);
		}
		if (stage.includes('room') && index < opens) {
			say(
				`beat ${id}`,
				`The stage shows the room, and nobody is there before “${story.seated.opens}”.`,
				'stage'
			);
		}
		if (outside !== undefined && !stage.includes('room')) {
			say(
				`beat ${id}`,
				'The stage does not show the room, so nobody stands outside it; leave out “outside”.',
				'outside'
			);
		}
		if (outside !== undefined && speech.some(({ act }) => act === 'telephones')) {
			say(
				`beat ${id}`,
				'A call leads out of the room here, to the place where “outside” would stand; leave one of them out.',
				'outside'
			);
		}
	}

	const { subjects, business, lookingBack, untold, lit } = story.evening;
	const told = subjects.flatMap((subject) => subject.beats);
	const ids = subjects.map(({ id }) => id);
	for (const id of [...repeated(ids), ...repeated(told)]) {
		say('evening', `“${id}” stands twice; a subject and a passage stand once.`, id);
	}
	for (const id of told) {
		if (!beatIds.includes(id))
			say('evening', `The beat “${id}” does not exist.${hint(id, beatIds)}`, id);
	}
	const sunday = beats.filter((beat) => beat.told === 'sunday' && beat.clock !== 'midnight');
	for (const { id } of sunday) {
		if (!told.includes(id)) {
			say(
				'evening',
				`The beat “${id}” was told on Sunday and stands under no subject.`,
				'subjects'
			);
		}
	}
	const order = told.filter((id) => beatIds.includes(id));
	const sorted = [...order].sort((a, b) => beatIds.indexOf(a) - beatIds.indexOf(b));
	const astray = order.find((id, i) => id !== sorted[i]);
	if (astray) {
		say('evening', `“${astray}” is out of order; subjects stand as the telegram has them.`, astray);
	}
	for (const [field, subject] of Object.entries({ business, lookingBack })) {
		if (!ids.includes(subject))
			say('evening', `The subject “${subject}” does not exist.${hint(subject, ids)}`, field);
	}
	const threads = threadsOf(story);
	if (!threads.includes(untold)) {
		say('evening', `“${untold}” is no passage of Monday.${hint(untold, threads)}`, 'untold');
	}
	for (const [beat, about] of Object.entries(lit)) {
		const at = beatIds.indexOf(beat);
		if (!beats[at]?.stage.includes('evening')) {
			say(
				'evening',
				`The stage of “${beat}” does not show the evening; leave it out of “lit”.`,
				beat
			);
		}
		for (const subject of about) {
			const first = subjects.find(({ id }) => id === subject)?.beats[0];
			if (first === undefined) {
				say('evening', `The subject “${subject}” does not exist.${hint(subject, ids)}`, beat);
			} else if (at >= 0 && beatIds.indexOf(first) > at) {
				say('evening', `“${subject}” is told after “${beat}” and cannot be lit there.`, beat);
			}
		}
	}

	const telegram =
		passages.length > 0 ? beatIds.map((id) => wordsOfBeat(passages, id)).join(' ') : '';
	for (const [lang, files] of languages) {
		const words = files['story.yaml'];
		if (!words) continue;
		const file = `${lang}/story.yaml`;
		const missing = (id: string, at: string, sentence: string) =>
			problems.push({ file, id, at: [at], sentence });
		for (const { id, stage, speech } of beats) {
			const first = stage[0] ?? 'map';
			const has = words.beats[id]?.picture;
			if (words.beats[id] && TOLD_BY_SENTENCE.includes(first) && !has) {
				missing(
					`beat ${id}`,
					'picture',
					`The stage shows “${first}” here; write one sentence under “picture” that says what is seen.`
				);
			}
			if (has && !TOLD_BY_SENTENCE.includes(first)) {
				missing(
					`beat ${id}`,
					'picture',
					`The stage shows “${first}” here, which has no “picture”.`
				);
			}
			for (const { from } of speech) {
				if (!isSide(from) || words.sides[from]?.some((line) => line.beat === id)) continue;
				missing(
					'sides',
					from,
					`“${from}” are reported to speak at beat ${id}, and no line says what they do there.`
				);
			}
		}
		for (const name of words.absent) {
			const word = name.split(' ').at(-1) ?? name;
			if (telegram.includes(word)) {
				missing(
					'absent',
					name,
					`“${name}” is said never to be named, and “${word}” stands in the telegram.`
				);
			}
		}
	}
	return problems;
}
