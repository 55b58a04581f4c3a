import { hint, repeated, type Problem } from './problems';
import { paragraphsOf } from './prose';
import type { BeatFacts, Facts, LanguageWords } from './schema';

/** A guess leads to events that are told in their order, and every language asks it and answers each guess. */
export function checkGuess(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>
): Problem[] {
	const problems: Problem[] = [];
	const beats = facts['story.yaml']?.sections.flatMap((section) => section.beats) ?? [];
	const asking = beats.filter(({ guess }) => guess);
	for (const { id } of asking.slice(1)) {
		problems.push({
			file: 'story.yaml',
			id: `beat ${id}`,
			at: ['guess'],
			sentence: `The beat “${asking[0]?.id}” has a guess already; one is remembered, so there is one in the story.`
		});
	}
	for (const { id: beat, guess } of beats) {
		if (guess) problems.push(...checkFacts(beat, guess, facts['timeline.yaml']));
		for (const [lang, words] of languages) {
			const told = words['story.yaml']?.beats[beat];
			if (told) problems.push(...checkWords(`${lang}/story.yaml`, beat, told, guess));
		}
	}
	return problems;
}

function checkFacts(
	beat: string,
	{ answers, hours, days }: NonNullable<BeatFacts['guess']>,
	events: Facts['timeline.yaml'] | undefined
): Problem[] {
	const say = (sentence: string, ...at: string[]): Problem => ({
		file: 'story.yaml',
		id: `beat ${beat}`,
		at: ['guess', ...at],
		sentence
	});
	const missing = hours.filter((id) => events && !Object.hasOwn(events, id));
	const late = hours.find((id, i) => {
		const before = events?.[hours[i - 1] ?? '']?.date;
		const date = events?.[id]?.date;
		return before && date && date < before;
	});
	return [
		...(answers.length < 2 ? [say('A guess has at least two answers.', 'answers')] : []),
		...(hours.length < 2
			? [say('A guess leads to an event at least, and to the one that ends its story.', 'hours')]
			: []),
		...repeated([...answers, ...hours]).map((id) => say(`“${id}” stands twice here.`, id)),
		...missing.map((id) =>
			say(`The event “${id}” does not exist.${hint(id, Object.keys(events ?? {}))}`, 'hours', id)
		),
		...hours
			.slice(0, -1)
			.filter((id) => !Object.hasOwn(days, id))
			.map((id) =>
				say(`The event “${id}” has no hour in the picture; write it under “days”.`, 'hours', id)
			),
		...Object.keys(days)
			.filter((id) => !hours.slice(0, -1).includes(id))
			.map((id) =>
				say(
					`“${id}” is no event of this guess before its last.${hint(id, hours.slice(0, -1))}`,
					'days',
					id
				)
			),
		...Object.entries(days).flatMap(([id, { hour, from, to }]) => [
			...(to !== undefined && to <= from
				? [say(`The event “${id}” ends before it begins.`, 'days', id)]
				: []),
			...(hour === 'unknown' && to === undefined
				? [
						say(
							`The hour of “${id}” is unknown; say until when it may have been with “to”.`,
							'days',
							id
						)
					]
				: [])
		]),
		...(late ? [say(`The event “${late}” is earlier than the one before it.`, 'hours', late)] : [])
	];
}

function checkWords(
	file: string,
	beat: string,
	told: LanguageWords['story.yaml']['beats'][string],
	asked: BeatFacts['guess']
): Problem[] {
	const say = (sentence: string, ...at: string[]): Problem => ({
		file,
		id: `beat ${beat}`,
		at,
		sentence
	});
	if (!asked) {
		return told.guess
			? [say('The beat has no “guess” in story.yaml; write one there, or take this out.', 'guess')]
			: [];
	}
	if (!told.guess) {
		return [say('The beat has a guess; write `guess` with its `question` and `answers`.')];
	}
	const { answers, hours } = asked;
	const { days } = told.guess;
	const has = Object.keys(told.guess.answers);
	return [
		...answers
			.filter((id) => !has.includes(id))
			.map((id) => say(`The answer “${id}” has no words; write \`text\` and \`reply\`.`, 'guess')),
		...has
			.filter((id) => !answers.includes(id))
			.map((id) => say(`No answer has the id “${id}”.${hint(id, answers)}`, 'guess', id)),
		...hours
			.filter((id) => !Object.hasOwn(days, id))
			.map((id) =>
				say(`The event “${id}” has no name for the picture; write it under “days”.`, 'guess')
			),
		...Object.keys(days)
			.filter((id) => !hours.includes(id))
			.map((id) =>
				say(`No event of the guess has the id “${id}”.${hint(id, hours)}`, 'guess', 'days', id)
			),
		...(paragraphsOf(told.narration).length < 2
			? [
					say(
						'The narration of a beat with a guess has two paragraphs or more: the first stands before it, the others after what happened.',
						'narration'
					)
				]
			: [])
	];
}
