import { enumeration } from '$lib/model/intl';
import { isSide, UNSTATED, type Exchange } from '$lib/model/speech';
import type { PersonToken } from '$lib/model/story';
import { wordKey } from '$lib/model/word-keys';
import { formatMessage, type Words } from '$lib/model/words';

/**
 * Who is reported to speak to whom in a passage, as a list in words.
 *
 * @param speech the exchanges of its words, in their order
 * @param ui the words of the interface, whose language writes the list
 * @returns for instance “Mikoyan to Guevara (question), Guevara to Mikoyan (answer)”; empty without an exchange
 */
export function whoSpeaks(
	speech: readonly Exchange[],
	people: readonly PersonToken[],
	ui: Words
): string {
	// One who speaks twice in a passage, to the same people, is one item.
	return enumeration(ui.lang).format(new Set(speech.map((one) => exchangeOf(one, people, ui))));
}

/** One exchange in words: “Guevara to Mikoyan (answer)”. */
export function exchangeOf(
	{ from, to, act }: Exchange,
	people: readonly PersonToken[],
	ui: Words
): string {
	const nameOf = (id: string) =>
		isSide(id)
			? ui[wordKey('who', id)]
			: (people.find((person) => person.id === id)?.surname ?? id);
	const who = nameOf(from);
	if (act === 'telephones') return formatMessage(ui, 'whoTelephones', { who });
	if (to === UNSTATED) return formatMessage(ui, 'whoUnstated', { who });
	return formatMessage(ui, wordKey('who', act), { who, whom: nameOf(to) });
}
