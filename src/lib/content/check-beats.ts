import { inView } from '$lib/globe/camera/view';
import { hint, repeated, type Problem } from './problems';
import { quoteMistake } from './quotes';
import type { BeatFacts, Facts } from './schema';
import type { TelegramPassage } from './telegram';

/** Fewer claims weighed than this, and the historian has fallen silent (STORYBOARD's table has 26). */
const LEAST_CLAIMS = 20;
/** Views wider than this show most of the globe; what lies beyond the limb is hidden, not wrong. */
const WHOLE_GLOBE_KM = 12_000;

/** Notes a problem of an entry; `at` leads from the entry to its line. */
type Say = (entry: string, sentence: string, ...at: string[]) => void;
/** Notes an id in a field of an entry that a table does not have. */
type Known = (
	entry: string,
	field: string,
	what: string,
	id: string,
	table: object | undefined
) => void;

/** Beats against people, places, names, topics, clock, evidence and the telegram's own cuts. */
export function checkBeats(facts: Partial<Facts>, passages: readonly TelegramPassage[]): Problem[] {
	const story = facts['story.yaml'];
	if (!story) return [];
	const problems: Problem[] = [];
	const beats = story.sections.flatMap((section) => section.beats);
	const beatIds = beats.map(({ id }) => id);
	const say: Say = (id, sentence, ...at) => problems.push({ file: 'story.yaml', id, sentence, at });
	const known: Known = (entry, field, what, id, table) => {
		if (table && !Object.hasOwn(table, id)) {
			say(entry, `The ${what} “${id}” does not exist.${hint(id, Object.keys(table))}`, field, id);
		}
	};

	for (const id of repeated([...story.sections.map(({ id }) => id), ...beatIds])) {
		say(`beat ${id}`, 'This id stands twice; every section and beat has its own.');
	}
	const numbers = story.sections.flatMap(({ number }) => number ?? []);
	if (numbers.some((number, i) => number !== i + 1)) {
		say('', `The sections are numbered ${numbers.join(', ')}; they count from 1 without a gap.`);
	}
	for (const beat of beats) checkOne(beat, facts, known, say);
	for (const [key, id] of Object.entries({
		opens: story.seated.opens,
		hosts: story.seated.hosts,
		chairs: story.seated.chairs
	})) {
		if (!beatIds.includes(id))
			say('seated', `The beat “${id}” under “${key}” does not exist.${hint(id, beatIds)}`, key);
	}
	for (const id of story.attract) {
		if (!beatIds.includes(id))
			say('attract', `The beat “${id}” does not exist.${hint(id, beatIds)}`, id);
	}
	for (const id of story.seated.first) known('seated', 'first', 'person', id, facts['people.yaml']);

	// Every panel has its one place.
	for (const topic of Object.keys(facts['topics.yaml'] ?? {})) {
		const at = beats.filter(({ panel }) => panel === topic).map(({ id }) => id);
		if (at.length === 1) continue;
		problems.push({
			file: 'topics.yaml',
			id: topic,
			sentence:
				at.length === 0
					? `This panel stands at no beat of story.yaml; write \`panel: ${topic}\` at one beat that has none.`
					: `This panel stands at the beats ${new Intl.ListFormat('en-GB').format(at)} of story.yaml; it has exactly one place.`
		});
	}

	problems.push(...checkCuts(beatIds, passages), ...checkEvidence(facts, beatIds, passages));
	return problems;
}

function checkOne(beat: BeatFacts, facts: Partial<Facts>, known: Known, say: Say): void {
	const entry = `beat ${beat.id}`;
	const places = facts['places.yaml'];
	const names = facts['names.yaml'];
	for (const { place, label } of beat.marks) {
		known(entry, 'marks', 'place', place, places);
		if (label) known(entry, 'marks', 'label', label, names);
	}
	for (const { region } of beat.areas) {
		known(entry, 'areas', 'region', region, facts['regions.yaml']);
	}
	for (const line of beat.lines) {
		for (const place of line.places ?? []) known(entry, 'lines', 'place', place, places);
		if (line.label) known(entry, 'lines', 'label', line.label, names);
		if ((line.places ?? line.points ?? []).length < 2) {
			say(
				entry,
				`The line “${line.id}” has fewer than two ends; give “places” or “points”.`,
				'lines',
				line.id
			);
		}
	}
	for (const ring of beat.rings) {
		known(entry, 'rings', 'place', ring.place, places);
		known(entry, 'rings', 'label', ring.label, names);
	}
	for (const territory of beat.territories) {
		known(entry, 'territories', 'territory', territory, facts['territories.yaml']);
		const at = facts['territories.yaml']?.[territory]?.at;
		if (at && !inView(beat.view, at)) {
			say(
				entry,
				`The territory “${territory}” lies outside what the camera shows; widen the view or leave it out.`,
				'territories',
				territory
			);
		}
	}
	for (const name of beat.names) {
		known(entry, 'names', 'name', typeof name === 'string' ? name : name.id, names);
	}
	for (const person of beat.mentioned) {
		known(entry, 'mentioned', 'person', person, facts['people.yaml']);
	}
	if (beat.panel) known(entry, 'panel', 'panel', beat.panel, facts['topics.yaml']);
	known(entry, 'clock', 'clock moment', beat.clock, facts['clock.yaml']);
	const [width, height] = beat.view.km;
	if (Math.max(width, height) >= WHOLE_GLOBE_KM) return;
	for (const { place } of beat.marks) {
		const at = places?.[place]?.at;
		if (at && !inView(beat.view, at)) {
			say(
				entry,
				`The place “${place}” lies outside what the camera shows; widen the view or drop the mark.`,
				'marks',
				place
			);
		}
	}
}

/** The cuts of telegram.md and the beats of story.yaml are the same, in the same order. */
function checkCuts(beatIds: readonly string[], passages: readonly TelegramPassage[]): Problem[] {
	const cut = [...new Set(passages.map(({ beat }) => beat))];
	const unknown = cut.filter((id) => !beatIds.includes(id));
	const shared = cut.filter((id) => beatIds.includes(id));
	const ordered = [...shared].sort((a, b) => beatIds.indexOf(a) - beatIds.indexOf(b));
	const astray = shared.find((id, i) => id !== ordered[i]);
	return [
		...unknown.map((id) => ({
			file: 'telegram.md',
			id: `beat ${id}`,
			sentence: `The beat “${id}” is not in story.yaml.${hint(id, beatIds)}`
		})),
		...(astray
			? [
					{
						file: 'story.yaml',
						id: `beat ${astray}`,
						sentence: 'This beat stands in another place than its words in telegram.md.'
					}
				]
			: [])
	];
}

function checkEvidence(
	facts: Partial<Facts>,
	beatIds: readonly string[],
	passages: readonly TelegramPassage[]
): Problem[] {
	const claims = Object.entries(facts['evidence.yaml'] ?? {});
	if (!facts['evidence.yaml']) return [];
	const problems = claims.flatMap(([id, claim]): Problem[] => {
		if (!beatIds.includes(claim.beat)) {
			return [
				{
					file: 'evidence.yaml',
					id,
					at: ['beat'],
					sentence: `The beat “${claim.beat}” does not exist.${hint(claim.beat, beatIds)}`
				}
			];
		}
		const sentence = passages.length === 0 ? null : quoteMistake(claim.quote, claim.beat, passages);
		return sentence ? [{ file: 'evidence.yaml', id, at: ['quote'], sentence }] : [];
	});
	if (claims.length < LEAST_CLAIMS) {
		problems.push({
			file: 'evidence.yaml',
			id: '',
			sentence: `Only ${claims.length} claims are weighed; the story has at least ${LEAST_CLAIMS}.`
		});
	}
	return problems;
}
