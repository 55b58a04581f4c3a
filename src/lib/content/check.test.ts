import { describe, expect, it } from 'vitest';
import { checkContent } from './check';
import { readContent, type ContentFiles } from './files';
import { ContentError, nearest } from './problems';

const real = readContent();

/** The real content with one file changed; the change must hit something. */
function broken(file: string, change: (text: string) => string): ContentFiles {
	const text = real.get(file) ?? '';
	const changed = change(text);
	if (changed === text) throw new Error(`The test changes nothing in ${file}.`);
	return new Map(real).set(file, changed);
}

/** The real content with the English words a second time, in a folder of their own. */
const withFolder = (folder: string): Map<string, string> => {
	const english = [...real].filter(([path]) => path.startsWith('en/'));
	return new Map([
		...real,
		...english.map(([path, text]) => [path.replace('en', folder), text] as const)
	]);
};

/** The problems of broken content, as the lines a person reads. */
function problemsOf(files: ContentFiles, built?: readonly string[]): string[] {
	try {
		checkContent(files, built);
	} catch (error) {
		if (error instanceof ContentError) return error.message.split('\n').slice(1);
		throw error;
	}
	return [];
}

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('the content', () => {
	it('is sound', () => {
		expect(problemsOf(real)).toEqual([]);
	});

	it('is sound again as soon as a mistake is undone', () => {
		expect(problemsOf(broken('story.yaml', swap('speech:', 'speach:')))).not.toEqual([]);
		expect(problemsOf(real)).toEqual([]);
	});
});

describe('broken content is said in a sentence that names file, entry, fault and the nearest id', () => {
	it.each<[string, string, (text: string) => string, RegExp]>([
		[
			'a stage that there is not',
			'story.yaml',
			swap('stage: map', 'stage: mapp'),
			/^- story\.yaml, line \d+, cover: The field “stage” is no picture of the stage; write one of map, room, evening, evidence, chart, or two different ones as \[room, map\]\.$/
		],
		[
			'a stage with the same picture twice',
			'story.yaml',
			swap('stage: [room, map]', 'stage: [room, room]'),
			/^- story\.yaml, line \d+, invitation: The field “stage” is no picture of the stage; write one of map, room, evening, evidence, chart, or two different ones as \[room, map\]\.$/
		],
		[
			'a stage with a chart that the beat has not',
			'story.yaml',
			swap('stage: map', 'stage: chart'),
			/^- story\.yaml, line \d+, beat cover: The stage shows a chart, and the beat has none; give it a “chart”\.$/
		],
		[
			'a room before anybody is there',
			'story.yaml',
			swap('stage: map', 'stage: [map, room]'),
			/^- story\.yaml, line \d+, beat cover: The stage shows the room, and nobody is there before “invitation”\.$/
		],
		[
			'a passage of Sunday without a subject',
			'story.yaml',
			swap('beats: [two-u2s] }', 'beats: [] }'),
			/^- story\.yaml, line \d+, evening: The beat “two-u2s” was told on Sunday and stands under no subject\.$/
		],
		[
			'subjects out of order',
			'story.yaml',
			swap('beats: [telephone, without-touching] }', 'beats: [without-touching, telephone] }'),
			/^- story\.yaml, line \d+, evening: “without-touching” is out of order; subjects stand as the telegram has them\.$/
		],
		[
			'a business that is no subject',
			'story.yaml',
			swap('business: business', 'business: busines'),
			/^- story\.yaml, line \d+, evening: The subject “busines” does not exist\. The nearest is “business”\.$/
		],
		[
			'another day that is no subject',
			'story.yaml',
			swap('lookingBack: kremlin', 'lookingBack: kremlyn'),
			/^- story\.yaml, line \d+, evening: The subject “kremlyn” does not exist\. The nearest is “kremlin”\.$/
		],
		[
			'what is not told at a passage of Sunday',
			'story.yaml',
			swap('untold: no-need', 'untold: films'),
			/^- story\.yaml, line \d+, evening: “films” is no passage of Monday\./
		],
		[
			'a lit subject that does not exist',
			'story.yaml',
			swap('no-need: [party]', 'no-need: [partie]'),
			/^- story\.yaml, line \d+, evening: The subject “partie” does not exist\. The nearest is “party”\.$/
		],
		[
			'a lit subject that is told only later',
			'story.yaml',
			swap('without-touching: [business]', 'without-touching: [china]'),
			/^- story\.yaml, line \d+, evening: “china” is told after “without-touching” and cannot be lit there\.$/
		],
		[
			'a lit subject where the stage does not show the evening',
			'story.yaml',
			swap('    no-need: [party]', '    films: [party]'),
			/^- story\.yaml, line \d+, evening: The stage of “films” does not show the evening; leave it out of “lit”\.$/
		],
		[
			'somebody outside a room that the stage does not show',
			'story.yaml',
			swap('        stage: map\n', '        stage: map\n        outside: chinese-embassy\n'),
			/^- story\.yaml, line \d+, beat cover: The stage does not show the room, so nobody stands outside it; leave out “outside”\.$/
		],
		[
			'somebody outside the room where a call leads',
			'story.yaml',
			swap('- id: telephone\n', '- id: telephone\n        outside: chinese-embassy\n'),
			/^- story\.yaml, line \d+, beat telephone: A call leads out of the room here, to the place where “outside” would stand; leave one of them out\.$/
		],
		[
			'somebody outside the room who has no words',
			'story.yaml',
			swap('outside: chinese-embassy', 'outside: embassy'),
			/^- en\/story\.yaml, outside embassy: These words are missing in this language; write the text under this id\.$/
		],
		[
			'words for somebody outside the room whom no beat has there',
			'en/story.yaml',
			swap('chinese-embassy:', 'chinese_embassy:'),
			/^- en\/story\.yaml, line \d+, outside chinese_embassy: Nothing has the id “chinese_embassy”\. The nearest is “chinese-embassy”\.$/
		],
		[
			'a picture without its sentence',
			'en/story.yaml',
			(text) => text.replace(/ {4}picture: >-\n.*\n/, ''),
			/^- en\/story\.yaml, line \d+, beat how-to-read: The stage shows “evidence” here; write one sentence under “picture” that says what is seen\.$/
		],
		[
			'someone never named who is named',
			'en/story.yaml',
			swap('absent: [Khrushchev', 'absent: [Kennedy'),
			/^- en\/story\.yaml, line \d+, absent: “Kennedy” is said never to be named, and “Kennedy” stands in the telegram\.$/
		],
		[
			'a side that speaks without a line',
			'en/story.yaml',
			swap('    - beat: brazil-plan\n      text: Agree', '    - beat: rumour\n      text: Agree'),
			/^- en\/story\.yaml, line \d+, sides: “cubans” are reported to speak at beat brazil-plan, and no line says what they do there\.$/
		],
		[
			'an entry that leads to nobody',
			'glossary.yaml',
			swap('see: [person:pliyev]', 'see: [person:pliev]'),
			/^- glossary\.yaml, line \d+, pavlov: The person “pliev” does not exist\. The nearest is “pliyev”\.$/
		],
		[
			'an entry that leads to another twice',
			'glossary.yaml',
			swap('see: [person:pliyev]', 'see: [person:pliyev, person:pliyev]'),
			/^- glossary\.yaml, line \d+, pavlov: “person:pliyev” stands twice under “see”; once is enough\.$/
		],
		[
			'an entry that leads to what is none',
			'glossary.yaml',
			swap('see: [person:pliyev]', 'see: [pliyev]'),
			/^- glossary\.yaml, line \d+, pavlov: .*“pliyev”, which is no entry: write person:/
		],
		[
			'an event told by a passage that is not there',
			'timeline.yaml',
			swap('beats: [bracket]', 'beats: [brackets]'),
			/^- timeline\.yaml, line \d+, 1962-10-27-near-banes: The beat “brackets” does not exist\. The nearest is “bracket”\.$/
		],
		[
			'a guess that leads to an event that is not there',
			'story.yaml',
			swap('- 1962-11-20-washington', '- 1962-11-20-washingtn'),
			/^- story\.yaml, line \d+, beat unfinished-meeting: The event “1962-11-20-washingtn” does not exist\. The nearest is “1962-11-20-washington”\.$/
		],
		[
			'hours after a guess that are not in their order',
			'story.yaml',
			swap(/( +- 1962-11-20-washington\n)( +- 1962-11-22-presidential-palace\n)/, '$2$1'),
			/^- story\.yaml, line \d+, beat unfinished-meeting: The event “1962-11-20-washington” is earlier than the one before it\.$/
		],
		[
			'an answer that a language has no words for',
			'story.yaml',
			swap('answers: [gives-way, refuses', 'answers: [gives-way, waits, refuses'),
			/^- en\/story\.yaml, line \d+, beat unfinished-meeting: The answer “waits” has no words; write `text` and `reply`\.$/
		],
		[
			'a guess without words',
			'story.yaml',
			swap(
				/( {8})panel: why_mikoyan\n/,
				'$&$1guess: { answers: [yes, no], hours: [1962-11-19-havana], days: {} }\n'
			),
			/^- en\/story\.yaml, line \d+, beat [\w-]+: The beat has a guess; write `guess`/
		],
		[
			'an event after a guess without an hour in the picture',
			'story.yaml',
			swap(/ +1962-11-20-washington: \{ side.*\n/, ''),
			/^- story\.yaml, line \d+, beat unfinished-meeting: The event “1962-11-20-washington” has no hour in the picture; write it under “days”\.$/
		],
		[
			'an unknown hour without an end',
			'story.yaml',
			swap(", to: '1962-11-23T05:00Z' }", ' }'),
			/^- story\.yaml, line \d+, beat unfinished-meeting: The hour of “1962-11-22-presidential-palace” is unknown; say until when/
		],
		[
			'an event after a guess that the picture cannot name',
			'en/story.yaml',
			swap(/ +1962-12-03-washington: Bombers.*\n/, ''),
			/^- en\/story\.yaml, line \d+, beat unfinished-meeting: The event “1962-12-03-washington” has no name for the picture; write it under “days”\.$/
		],
		[
			'a narration that leaves nothing for after the guess',
			'en/story.yaml',
			swap('before you read on.\n\n', 'before you read on.\n'),
			/^- en\/story\.yaml, line \d+, beat unfinished-meeting: The narration of a beat with a guess has two paragraphs/
		],
		[
			'a panel whose sum is not that of the missiles',
			'missiles.yaml',
			swap('inService: [54, 54]', 'inService: [60, 60]'),
			/en\/topics\.yaml, line \d+, missile_numbers: The text does not have the figure 172, which follows from “inService”/
		],
		[
			'a missile’s note without the number that stood ready',
			'en/missiles.yaml',
			swap('102 operational', 'operational'),
			/en\/missiles\.yaml, line \d+, atlas: The note does not have the figure 102/
		],
		[
			'a sum of a missile that nobody counted',
			'topics.yaml',
			swap('adds: [atlas, titan1, minuteman1]', 'adds: [atlas, titan1, r16]'),
			/^- topics\.yaml, line \d+, missile_numbers: The missile “r16” under “adds” has no “inService” in missiles\.yaml\./
		],
		[
			'a group that is drawn one by one with another number in its name',
			'topics.yaml',
			swap('england: [60, 60]', 'england: [61, 61]'),
			/en\/topics\.yaml, line \d+, us_bases: The name of the group “england” does not have the figure 61/
		],
		[
			'a group that is drawn one by one without a name',
			'topics.yaml',
			swap('england: [60, 60]', 'england: [60, 60], okinawa: [8, 8]'),
			/en\/topics\.yaml, line \d+, us_bases: The group “okinawa” of “counted” has no name; write it under “groups”\./
		],
		[
			'a group with a name that nobody counted',
			'en/topics.yaml',
			swap("soviet: 'Soviet: 20 to 36'", "soviets: 'Soviet: 20 to 36'"),
			/en\/topics\.yaml, line \d+, missile_numbers: The group “soviets” is not under “counted” in topics\.yaml\. The nearest is “soviet”\./
		],
		[
			'a filled region that does not exist',
			'story.yaml',
			swap('{ region: proposed_zone, style: zone }', '{ region: propozed_zone, style: zone }'),
			/story\.yaml.*brazil-plan.*“propozed_zone” does not exist.*proposed_zone/
		],
		[
			'an arc whose bearing is none',
			'story.yaml',
			swap('bearings: [-36, 116]', 'bearings: [-36, 1160]'),
			/story\.yaml, line \d+, quarantine: The field “bearings” is no bearing: degrees clockwise from north/
		],
		[
			'a sentence of the attract loop that the story does not say',
			'en/story.yaml',
			swap('and the man he needs never comes.\n  october', 'and the man he needs came.\n  october'),
			/en\/story\.yaml, line \d+, attract cover: This sentence does not stand in the narration/
		],
		[
			'an attract loop of a beat that does not exist',
			'story.yaml',
			swap('attract: [cover,', 'attract: [covers,'),
			/story\.yaml, line \d+, attract: The beat “covers” does not exist.*cover/
		],
		[
			'a power that governed nothing',
			'territories.yaml',
			swap('power: gb', 'power: gbr'),
			/territories\.yaml, line \d+, bahamas.*“power” is “gbr”; allowed are gb, us/
		],
		[
			'a territory that is a place under another id',
			'territories.yaml',
			swap('bahamas: { at: [-77.9, 24.7]', 'bahamas: { at: [114.2, 22.3]'),
			/territories\.yaml, line \d+, bahamas: The place “hongkong” stands at the same point; give the territory its id/
		],
		[
			'a territory without words',
			'en/territories.yaml',
			swap(/^bahamas: .*\n/m, ''),
			/en\/territories\.yaml, bahamas.*missing in this language; write `name`, `label` and `status` under this id/
		],
		[
			'a label too long for the map',
			'en/territories.yaml',
			swap('label: Bahamas (UK)', 'label: The Bahama Islands and a colony of Britain'),
			/en\/territories\.yaml, line \d+, bahamas.*“label” is too long to fit: at most 28/
		],
		[
			'a state that is drawn in a way nobody knows',
			'states.yaml',
			swap('map: as-today', 'map: invented'),
			/states\.yaml.*“map” is “invented”; allowed are merged, as-today/
		],
		[
			'a mark at an unknown place',
			'story.yaml',
			swap('{ place: paraguay, focus: true }', '{ place: paragay, focus: true }'),
			/^- story\.yaml, line \d+, beat rumour: The place “paragay” does not exist\. The nearest is “paraguay”\.$/
		],
		[
			'an unknown speaker',
			'story.yaml',
			swap('from: guevara', 'from: guevarra'),
			/^- story\.yaml, line \d+, beat rumour: The person “guevarra” under “from” does not exist\. The nearest is “guevara”\.$/
		],
		[
			'an unknown panel',
			'story.yaml',
			swap('panel: tlatelolco', 'panel: tlatelolko'),
			/^- story\.yaml, line \d+, beat common-tactics: The panel “tlatelolko” does not exist\. The nearest is “tlatelolco”\.$/
		],
		[
			'a panel without a place',
			'story.yaml',
			swap('        panel: rice\n', ''),
			/^- topics\.yaml, line \d+, rice: This panel stands at no beat of story\.yaml; write `panel: rice` at one beat that has none\.$/
		],
		[
			'a panel with two places',
			'story.yaml',
			swap('panel: tlatelolco', 'panel: rice'),
			/^- topics\.yaml, line \d+, rice: This panel stands at the beats common-tactics and [\w-]+ of story\.yaml; it has exactly one place\.$/
		],
		[
			'a ruler that starts at no origin',
			'story.yaml',
			swap('ruler: { from: ussr,', 'ruler: { from: moscow,'),
			/^- story\.yaml, line \d+, beat answer: The ruler starts at “moscow”, which is no origin\./
		],
		[
			'a ruler that ends nowhere',
			'story.yaml',
			swap('ruler: { from: turkey, to: moscow }', 'ruler: { from: turkey, to: mosow }'),
			/^- story\.yaml, line \d+, beat europe-asia: The place “mosow” does not exist\. The nearest is “moscow”\.$/
		],
		[
			'a ruler that ends where it starts',
			'story.yaml',
			swap('ruler: { from: turkey, to: moscow }', 'ruler: { from: turkey, to: turkey }'),
			/^- story\.yaml, line \d+, beat europe-asia: The ruler cannot end at “turkey”/
		],
		[
			'an unknown origin of the ruler',
			'story.yaml',
			swap('origins: [ussr,', 'origins: [usssr,'),
			/^- story\.yaml, line \d+, ruler: The place “usssr” does not exist\. The nearest is “ussr”\.$/
		],
		[
			'a place that the ruler needs and leaves out',
			'story.yaml',
			swap('without: [palace,', 'without: [moscow,'),
			/^- story\.yaml, line \d+, ruler: The place “moscow” stands under “without” too; the ruler needs it\.$/
		],
		[
			'an origin without the name of its country',
			'en/places.yaml',
			swap('  land: Turkey\n', ''),
			/^- en\/places\.yaml, line \d+, turkey: The ruler starts here and its button needs the country: the field “land” is missing\.$/
		],
		[
			'a range from the higher to the lower figure',
			'missiles.yaml',
			swap(/^(r7:[\s\S]*?rangeKm: )\[[^\]]*\]/m, '$1[9000, 8000]'),
			/^- missiles\.yaml, line \d+, r7: The field “rangeKm” runs from the higher to the lower figure; the lowest comes first\.$/
		],
		[
			'a range beyond the earth',
			'missiles.yaml',
			swap(/^(r7:[\s\S]*?rangeKm: )\[[^\]]*\]/m, '$1[8000, 80000]'),
			/^- missiles\.yaml, line \d+, r7: The field “rangeKm” has a range of 80000 km; it lies between 100 and 20015 km\.$/
		],
		[
			'a missile without words',
			'en/missiles.yaml',
			swap(/^r7:/m, 'r77:'),
			/^- en\/missiles\.yaml, r7: These words are missing in this language; write `name` and `note` under this id\.$/
		],
		[
			'a missile that cites no work of the register',
			'missiles.yaml',
			swap('sources: [RSWR7', 'sources: [RSWR8'),
			/^- missiles\.yaml, line \d+, r7: The source “RSWR8” is not in sources\.yaml\. The nearest is “RSWR7”\.$/
		],
		[
			'an unknown clock moment',
			'story.yaml',
			swap('clock: midnight', 'clock: midnigth'),
			/^- story\.yaml, line \d+, beat midnight: The clock moment “midnigth” does not exist\. The nearest is “midnight”\.$/
		],
		[
			'an unknown label',
			'story.yaml',
			swap('label: r7_range', 'label: r7_rage'),
			/^- story\.yaml, line \d+, beat answer: The label “r7_rage” does not exist\. The nearest is “r7_range”\.$/
		],
		[
			'a beat id that stands twice',
			'story.yaml',
			swap('- id: fifty', '- id: answer'),
			/^- story\.yaml, line \d+, beat answer: This id stands twice;/
		],
		[
			'a beat of the telegram that the story lacks',
			'telegram.md',
			swap('### bracket\n\n[', '### brackets\n\n['),
			/^- telegram\.md, line \d+, beat brackets: The beat “brackets” is not in story\.yaml\. The nearest is “bracket”\.$/
		],
		[
			'a changed word of the telegram',
			'telegram.md',
			swap('[From there side]', '[From their side]'),
			/^- telegram\.md, line \d+, paragraph p01: Word \d+ differs from source\/telegram-1856\.txt: the source has “.*From there side.*”, this file “.*From their side.*”\. The telegram's words are never changed\.$/
		],
		[
			'a missing word of the telegram',
			'telegram.md',
			swap(', but without any results).', ').'),
			/^- telegram\.md, line \d+, paragraph p05: Word \d+ differs/
		],
		[
			'a missing paragraph',
			'telegram.md',
			swap('## p04\n', ''),
			/^- telegram\.md, paragraph p04: This paragraph is missing;/
		],
		[
			'a link of the telegram to nobody',
			'telegram.md',
			swap('person:bazykin', 'person:bazikin'),
			/^- telegram\.md, line \d+, beat common-tactics: The person “bazikin” does not exist\. The nearest is “bazykin”\.$/
		],
		[
			'a claim that quotes other words',
			'evidence.yaml',
			swap('quote: for the first time', 'quote: for the second time'),
			/^- evidence\.yaml, line \d+, first-time: The words “for the second time” are not in the telegram at beat bracket; quote them exactly\. The nearest words are “for the first time,”\.$/
		],
		[
			'a mark that does not exist',
			'evidence.yaml',
			swap('mark: contradicted', 'mark: contradictory'),
			/^- evidence\.yaml, line \d+, [\w-]+: The field “mark” is “contradictory”; allowed are confirmed, probable, only-this-telegram, disputed, contradicted\. The nearest is “contradicted”\.$/
		],
		[
			'a source that is not in the register',
			'topics.yaml',
			swap(/\bTHOR\b/, 'THORR'),
			/^- topics\.yaml, line \d+, us_bases: The source “THORR” is not in sources\.yaml\. The nearest is “THOR”\.$/
		],
		[
			'a link to a mirror',
			'sources.yaml',
			swap(
				/url: https:\/\/digitalarchive\.wilsoncenter\.org[^\n]*/,
				'url: https://example.com/copy.pdf'
			),
			/^- sources\.yaml, line \d+, \w+: The host “example\.com” is not on the list “linkable”: only archives, publishers and journals are linked\.$/
		],
		[
			'a title too long for its card',
			'en/story.yaml',
			swap('title: They did not argue', `title: ${'Silence '.repeat(12)}`),
			/^- en\/story\.yaml, line \d+, they-did-not-argue: The field “title” is too long to fit: at most 60 characters, this has 95\.$/
		],
		[
			'missing words in a language',
			'en/evidence.yaml',
			swap(/^first-time:\n(?: {2}.*\n)+/m, ''),
			/^- en\/evidence\.yaml, line \d+, first-time: These words are missing in this language; write `note` under this id, for instance below “guns-near-santiago”, which begins on this line\.$/
		],
		[
			'words for nothing',
			'en/clock.yaml',
			swap('midnight: {', 'midnite: {'),
			/^- en\/clock\.yaml, line \d+, midnite: Nothing has the id “midnite”\. The nearest is “midnight”\.$/
		],
		[
			'a repeated key',
			'names.yaml',
			swap('cuba_west:', 'cuba:'),
			/^- names\.yaml, line \d+: “cuba” stands twice; every id and every field stands once\.$/
		],
		[
			'a latitude off the globe',
			'places.yaml',
			swap('23.1415', '231.415'),
			/^- places\.yaml, line \d+, palace: The field “at” has a latitude of 231\.415; it lies between −90 and 90\.$/
		],
		[
			'a territory outside the view',
			'story.yaml',
			swap('territories: [hongkong', 'territories: [bahamas'),
			/^- story\.yaml, line \d+, beat macao-goa: The territory “bahamas” lies outside what the camera shows; widen the view or leave it out\.$/
		],
		[
			'a mark with a label that has no words',
			'story.yaml',
			swap('label: fidel_arrived', 'label: fidel_arived'),
			/^- story\.yaml, line \d+, beat midnight: The label “fidel_arived” does not exist\. The nearest is “fidel_arrived”\.$/
		],
		[
			'a mark outside the view',
			'story.yaml',
			swap('km: [330, 240]', 'km: [60, 60]'),
			/^- story\.yaml, line \d+, beat bracket: The place “\w+” lies outside what the camera shows; widen the view or drop the mark\.$/
		],
		[
			'a missing field',
			'en/topics.yaml',
			swap(/^ {2}heading: Why was Mikoyan in Havana\?\n/m, ''),
			/^- en\/topics\.yaml, line \d+, why_mikoyan: The field “heading” is missing\.$/
		],
		[
			'a misspelt field',
			'en/topics.yaml',
			swap('  caution:', '  cautoin:'),
			/^- en\/topics\.yaml, line \d+, \w+: The field “cautoin” is unknown here\. The nearest is “caution”\.$/
		],
		[
			'words of a beat that are missing',
			'en/story.yaml',
			swap(/^ {2}hosts:\n(?: {4}.*\n)+/m, ''),
			/^- en\/story\.yaml, line \d+, beat hosts: .*; write `title`, `narration` and `map` under this id, for instance below “invitation”, which begins on this line\.$/
		],
		[
			'a work that is like no other',
			'glossary.yaml',
			swap('sources: [FNKCW]', 'sources: [FRUS1911X]'),
			/^- glossary\.yaml, line \d+, presidium: The source “FRUS1911X” is not in sources\.yaml\.$/
		],
		[
			'a narration that links to no term',
			'en/story.yaml',
			swap('term:il-28', 'term:il28'),
			/^- en\/story\.yaml, line \d+, beat october: The term “il28” does not exist\. The nearest is “il-28”\.$/
		],
		[
			'an event of the strip without its short text',
			'en/timeline.yaml',
			swap(/^ {2}short: Mikoyan lands in Havana\n/m, ''),
			/^- en\/timeline\.yaml, line \d+, 1962-11-02-havana: This event stands on the strip and has no “short” text for it\.$/
		],
		[
			'an unknown height in a chart',
			'story.yaml',
			swap('heights: [u2s, monday-plane]', 'heights: [u2, monday-plane]'),
			/^- story\.yaml, line \d+, beat two-u2s: The height “u2” of the chart does not exist\. The nearest is “u2s”\.$/
		],
		[
			'a height above its chart',
			'charts.yaml',
			swap('km: 20,', 'km: 200,'),
			/^- story\.yaml, line \d+, beat bracket: The height “u2s” is 200 km; this chart goes from the ground to 22 km\.$/
		],
		[
			'a chart about nothing it shows',
			'story.yaml',
			swap('focus: monday-plane', 'focus: monday-plan'),
			/^- story\.yaml, line \d+, beat bracket: The chart is about “monday-plan”, which it does not show\. The nearest is “monday-plane”\.$/
		],
		[
			'an event that is no instant',
			'charts.yaml',
			swap("'1962-10-22T19:00Z'", "'22 October, 22:00'"),
			/^- charts\.yaml, line \d+, presidium-opens: The field “at” is “22 October, 22:00”, which is no instant; write it in Greenwich time like '1962-10-22T19:00Z'\.$/
		],
		[
			'an event outside the hours of its chart',
			'charts.yaml',
			swap("'1962-10-22T23:00Z'", "'1962-10-23T23:00Z'"),
			/^- story\.yaml, line \d+, beat the-order: The event “kennedy-speaks” lies outside the chart’s hours; move “from” or “to”\.$/
		],
		[
			'an event in a city without a clock',
			'story.yaml',
			swap('zones: [moscow, washington, havana]', 'zones: [moscow, havana]'),
			/^- story\.yaml, line \d+, beat the-order: The event “kennedy-speaks” happens in “washington”, which the chart does not show\./
		],
		[
			'a time zone that does not exist',
			'charts.yaml',
			swap('tz: America/Havana', 'tz: America/Havanna'),
			/^- charts\.yaml, line \d+, havana: The Time Zone Database has no zone “America\/Havanna”; write it like Europe\/Moscow\.$/
		],
		[
			'a telling of other events',
			'story.yaml',
			swap('order: [kennedy-speaks, presidium-opens]', 'order: [kennedy-speaks]'),
			/^- story\.yaml, line \d+, beat the-order: The order of “telling” names other events than the chart; it has the same, as told\.$/
		],
		[
			'a part of a chart that nobody sees',
			'story.yaml',
			(text) => text.replaceAll(/,?\s*ground: treetop/g, ''),
			/^- charts\.yaml, line \d+, treetop: No chart of story\.yaml shows this; show it or take it out\.$/
		],
		[
			'a card passage at no beat',
			'en/people.yaml',
			swap('beat: two-u2s', 'beat: two-u2'),
			/^- en\/people\.yaml, line \d+, mikoyan: The beat “two-u2” does not exist\. The nearest is “two-u2s”\.$/
		]
	])('%s', (_, file, change, sentence) => {
		expect(problemsOf(broken(file, change))).toEqual(
			expect.arrayContaining([expect.stringMatching(sentence)])
		);
	});

	it('lists everything at once, not the first fault alone', () => {
		const files = new Map(broken('story.yaml', swap('panel: rice', 'panel: ricee')))
			.set('telegram.md', (real.get('telegram.md') ?? '').replace('[From there', '[From their'))
			.set('evidence.yaml', (real.get('evidence.yaml') ?? '').replace('[WROA1120', '[WROA'));
		const problems = problemsOf(files);
		expect(problems.length).toBeGreaterThanOrEqual(4);
		expect(new Set(problems.map((line) => line.split(/[,:]/)[0])).size).toBeGreaterThanOrEqual(4);
	});

	it('says so when a file or a language is missing', () => {
		const files = new Map(real);
		files.delete('glossary.yaml');
		expect(problemsOf(files)).toEqual(
			expect.arrayContaining([expect.stringMatching(/^- glossary\.yaml: This file is missing;/)])
		);
		const mute = new Map([...real].filter(([path]) => !path.startsWith('en/')));
		expect(problemsOf(mute)).toEqual([expect.stringMatching(/No language has a story\.yaml/)]);
	});

	it('says so when the historian falls nearly silent', () => {
		const few = (real.get('evidence.yaml') ?? '')
			.split(/^(?=[a-z])/m)
			.slice(0, 6)
			.join('');
		expect(problemsOf(new Map(real).set('evidence.yaml', few))).toEqual(
			expect.arrayContaining([
				expect.stringMatching(
					/^- evidence\.yaml: Only \d claims are weighed; the story has at least 20\.$/
				)
			])
		);
	});

	it('notices a language that lacks words', () => {
		const files = withFolder('es');
		expect(problemsOf(files, ['en', 'es'])).toEqual([]);
		files.set('es/ui.yaml', (real.get('en/ui.yaml') ?? '').replace(/^next:.*\n/m, ''));
		expect(problemsOf(files, ['en', 'es'])).toEqual([
			expect.stringMatching(/^- es\/ui\.yaml, next: These words are missing/)
		]);
	});
});

/** Bytes as an editor saves them, read as the check reads them. */
const saved = (bytes: Buffer) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('what would show broken is one sentence with file, line, entry and what to do', () => {
	it.each<[string, string, (text: string) => string, at: string, RegExp]>([
		[
			'a date of the strip as people write it',
			'timeline.yaml',
			swap("date: '1962-10-22'", 'date: 22.10.1962'),
			'22.10.1962',
			/1962-10-22-moscow: The field “date” is “22\.10\.1962”, which is no date; write year, month and day like '1962-10-22'/
		],
		[
			'a day that no calendar has',
			'timeline.yaml',
			swap("date: '1962-10-22'", "date: '1962-02-30'"),
			'1962-02-30',
			/1962-10-22-moscow: .*“1962-02-30”, which is no date/
		],
		[
			'an instant that no calendar has',
			'charts.yaml',
			swap("'1962-10-22T19:00Z'", "'1962-02-30T19:00Z'"),
			'1962-02-30',
			/presidium-opens: .*“1962-02-30T19:00Z”, which is no instant/
		],
		[
			'a link that is not closed',
			'en/story.yaml',
			swap('(term:il-28)', '(term:il-28'),
			'[Il-28](term:il-28',
			/october: The link “\[Il-28\]\(term:il-28” is not closed; put “\)” after the id\./
		],
		[
			'a link with a space before the parenthesis',
			'en/topics.yaml',
			swap('Khrushchev agreed', '[Khrushchev] (person:mikoyan) agreed'),
			'[Khrushchev]',
			/why_mikoyan: The link “\[Khrushchev\] \(person:mikoyan\)” has a space before the parenthesis/
		],
		[
			'a link of a kind that does not exist',
			'en/people.yaml',
			swap('He opened relations', '[He](people:mikoyan) opened relations'),
			'[He]',
			/mikoyan: The link “\[He\]\(people:mikoyan\)” .*: write person, place or term before the colon/
		],
		[
			'a link of a kind in capitals',
			'telegram.md',
			swap('(person:dorticos)', '(Person:dorticos)'),
			'(Person:dorticos)',
			/beat invitation: The link “\[Dorticos\]\(Person:dorticos\)” .*in small letters/
		],
		[
			'a link to a web address',
			'en/story.yaml',
			swap('[Il-28](term:il-28)', '[Il-28](https://example.org/il-28)'),
			'https://example.org',
			/october: “\[Il-28\]\(https:\/\/example\.org\/il-28\)” leads to a web address/
		],
		[
			'brackets that are no link',
			'en/story.yaml',
			swap('[Il-28](term:il-28)', '[Il-28]'),
			'[Il-28]',
			/october: The bracket in “\[Il-28\]” belongs to no link/
		],
		[
			'a link in a note, which has none',
			'en/evidence.yaml',
			swap('For Raúl this', 'For [Raúl](person:raul_castro) this'),
			'[Raúl]',
			/raul-away: This text has no links, and “\[Raúl\]\(person:raul_castro\)” would be shown/
		],
		[
			'a link in the glossary, which has none',
			'en/glossary.yaml',
			swap('Central Committee of', '[Central Committee](term:cc) of'),
			'[Central Committee]',
			/cc-cpsu: This text has no links/
		],
		[
			'a link in words of the interface',
			'en/ui.yaml',
			swap(/^skip: .*/m, "skip: '[Skip](term:cc) to the telegram'"),
			'[Skip]',
			/skip: This text has no links/
		],
		[
			'bold letters in a narration',
			'en/story.yaml',
			swap('Havana, Sunday', '**Havana**, Sunday'),
			'**Havana**',
			/cover: “\*\*Havana\*\*” would be shown as it is written: stars mark a phrase in telegram\.md/
		],
		[
			'bold letters in the title of a work',
			'sources.yaml',
			swap(/^ {4}title: .*/m, "    title: 'A **bold** title'"),
			'**bold**',
			/[A-Z\d]+: “\*\*bold\*\*” would be shown as it is written/
		],
		[
			'HTML on a card',
			'en/people.yaml',
			swap('His wife Ashkhen', 'His <i>wife</i> Ashkhen'),
			'<i>',
			/mikoyan: “<i>” would be shown as it is written/
		],
		[
			'an odd number of stars in the telegram',
			'telegram.md',
			swap('**about five hours**', '**about five hours'),
			'**about five hours',
			/beat invitation: An odd number of \*\* stands in this beat, the last at “\*\*about five hours there\.”/
		],
		[
			'a phrase that begins inside a link',
			'telegram.md',
			swap('**[Guevara](', '[**Guevara]('),
			'[**Guevara]',
			/beat hosts: A phrase begins or ends inside the link “\[\*\*Guevara\]\(person:guevara\)”/
		],
		[
			'a heading without its space',
			'telegram.md',
			swap('## p02', '##p02'),
			'##p02',
			/The line “##p02” is no heading/
		],
		[
			'another name in braces than the page fills in',
			'en/ui.yaml',
			swap('Section {n} of {total}', 'Section {number} of {total}'),
			'{number}',
			/sectionOf: Nothing is filled in for “\{number\}”; the page fills in \{n\}, \{total\}, written exactly so/
		],
		[
			'spaces in the braces',
			'en/ui.yaml',
			swap('Section {n} of {total}', 'Section { n } of {total}'),
			'{ n }',
			/sectionOf: Nothing is filled in for “\{ n \}”.*The nearest is “\{n\}”/
		],
		[
			'a brace that is not closed',
			'en/ui.yaml',
			swap("kioskProgress: 'Passage {n} of", "kioskProgress: 'Passage {n of"),
			'Passage {n of',
			/kioskProgress: The sentence lacks \{n\}/
		],
		[
			'braces in a sentence that is not filled in',
			'en/ui.yaml',
			swap(/^next: .*/m, 'next: Next {title}'),
			'Next {title}',
			/next: Nothing is filled in for “\{title\}”; the page fills in nothing here/
		],
		[
			'braces outside the interface',
			'en/timeline.yaml',
			swap('China attacks', '{who} attacks'),
			'{who} attacks',
			/A text that begins with \[ or \{ is taken for a list or fields; put quotes around the whole text/
		],
		[
			'an empty word of the interface',
			'en/ui.yaml',
			swap(/^next: .*/m, "next: ' '"),
			'next:',
			/next: The field “next” is empty; write it or take the key out/
		],
		[
			'a word of the interface without a value',
			'en/ui.yaml',
			swap(/^next: .*/m, 'next:'),
			'next:',
			/next: The field “next” is empty; write it or take it out/
		],
		[
			'a file in Windows-1252',
			'en/people.yaml',
			(text) => saved(Buffer.from(text.replace(/[^\0-\xff]/g, '?'), 'latin1')),
			'\ufffd',
			/A letter in “.*Dortic\ufffds.*” \(and in \d+ more lines\) is not UTF-8; .* such as Windows-1252\. Save the file as UTF-8/
		],
		[
			'a telegram in Windows-1252',
			'telegram.md',
			(text) => saved(Buffer.from(text.replace('Dorticos', 'Dorticós'), 'latin1')),
			'\ufffd',
			/A letter in “.*Dortic\ufffds.*”.* is not UTF-8/
		],
		[
			'a file in UTF-16 with its mark',
			'en/people.yaml',
			(text) => saved(Buffer.from(`\ufeff${text}`, 'utf16le')),
			'',
			/This file is saved as UTF-16; save it as UTF-8\./
		],
		[
			'the source in UTF-16',
			'source/telegram-1856.txt',
			(text) => saved(Buffer.from(text, 'utf16le')),
			'',
			/This file is saved as UTF-16; save it as UTF-8\./
		],
		[
			'UTF-8 that was read as Windows-1252 and saved again',
			'en/places.yaml',
			swap('name: ', 'name: cafÃ© '),
			'cafÃ©',
			/A letter in “.*cafÃ©.*” is UTF-8 that was read as Windows-1252 and saved again/
		],
		[
			'a place with decimal commas',
			'names.yaml',
			swap(/(brazil: .*at: )\[[^\]]*\]/, '$1[-52,5, -10,5]'),
			'[-52,5, -10,5]',
			/brazil: The field “at” takes two numbers, longitude and latitude, and has 4; a decimal has a point/
		],
		[
			'a view with a decimal comma',
			'story.yaml',
			swap('center: [-72, 20]', 'center: [-72,5, 20]'),
			'[-72,5, 20]',
			/cover: The field “center” takes two numbers, longitude and latitude, and has 3/
		],
		[
			'a width with a comma for the thousands',
			'story.yaml',
			swap('km: [14500, 14500]', 'km: [14,500, 14500]'),
			'[14,500, 14500]',
			/cover: The field “km” takes two numbers, width and height, and has 3/
		],
		[
			'three bearings',
			'story.yaml',
			swap('bearings: [-36, 116]', 'bearings: [-36, 116, 5]'),
			'bearings:',
			/quarantine: The field “bearings” takes two numbers, from and to, and has 3/
		],
		[
			'a range of three figures',
			'missiles.yaml',
			swap(/^(r7:[\s\S]*?rangeKm: )\[[^\]]*\]/m, '$1[8,000, 9000]'),
			'[8,000, 9000]',
			/r7: The field “rangeKm” takes two numbers, lowest and highest, and has 3/
		],
		[
			'a radius with a decimal comma',
			'story.yaml',
			swap('radiusKm: 926', 'radiusKm: 926,5'),
			'926,5',
			/quarantine: The field “5” is unknown here\. A comma begins a new field: a decimal has a point/
		],
		[
			'a sixth Cuban at the table',
			'people.yaml',
			swap('seat: away', 'seat: cuban'),
			'seat: cuban\n  initials: VB',
			/bazykin: The table has room for 5 “cuban”, and this is one more; give the person another seat/
		],
		[
			'a third Soviet at the table',
			'people.yaml',
			swap('seat: away', 'seat: soviet'),
			'seat: soviet\n  initials: VB',
			/bazykin: The table has room for 2 “soviet”, and this is one more/
		],
		[
			'a third empty chair',
			'people.yaml',
			swap('seat: away', 'seat: chair'),
			'seat: chair\n  initials: VB',
			/bazykin: The table has room for 2 “chair”, and this is one more/
		],
		[
			'three people apart from the table',
			'story.yaml',
			swap('mentioned: [kennedy, malinovsky]', 'mentioned: [kennedy, malinovsky, nehru]'),
			'malinovsky, nehru]',
			/beat the-order: The table has room for 2 “away” in one beat, and this has 3 \(kennedy, malinovsky, nehru\)/
		],
		[
			'a sentence that ends at a #',
			'en/topics.yaml',
			swap('heading: Why was Mikoyan', 'heading: Why was envoy #1'),
			'envoy #1',
			/The text ends before “#1 in Havana\?”, which YAML takes for a comment; put quotes around the whole text/
		],
		[
			'a sentence that begins with a #',
			'en/topics.yaml',
			swap('heading: Why was Mikoyan', 'heading: #1 was Mikoyan'),
			'#1 was',
			/The text ends before “#1 was Mikoyan in Havana\?”/
		],
		[
			'a list that is cut at a #',
			'en/people.yaml',
			swap('cautions: [We found', 'cautions: [We, box #3, found'),
			'#3, found',
			/The text ends before “#3, found no evidence/
		],
		[
			'a number of an archive that is cut at a #',
			'sources.yaml',
			swap(/^ {4}title: .*/m, '    title: Box #5'),
			'Box #5',
			/The text ends before “#5”/
		],
		[
			'words that begin with a sign of YAML',
			'en/topics.yaml',
			swap('heading: Why was Mikoyan', 'heading: &quot Why was Mikoyan'),
			'&quot',
			/The text begins with “&quot”, which YAML takes for a sign of its own; put quotes/
		],
		[
			'words in stars at the beginning',
			'en/topics.yaml',
			swap(/heading: Why was Mikoyan.*/, 'heading: *Why'),
			'*Why',
			/The text begins with “\*Why”, which YAML takes for a sign of its own; put quotes/
		],
		[
			'a mark at the place “constructor”',
			'story.yaml',
			swap('{ place: havana }', '{ place: constructor }'),
			'constructor',
			/beat october: The place “constructor” does not exist/
		],
		[
			'a link to the term “constructor”',
			'en/story.yaml',
			swap('term:il-28', 'term:constructor'),
			'constructor',
			/beat october: The term “constructor” does not exist/
		],
		[
			'a link of the telegram to the person “constructor”',
			'telegram.md',
			swap('person:dorticos', 'person:constructor'),
			'constructor',
			/beat invitation: The person “constructor” does not exist/
		],
		[
			'a ruler that starts at “constructor”',
			'story.yaml',
			swap('origins: [ussr,', 'origins: [constructor, ussr,'),
			'constructor',
			/ruler: The place “constructor” does not exist/
		],
		[
			'an entry with the id “constructor”',
			'glossary.yaml',
			(text) => `${text}constructor:\n  sources: [GK]\n`,
			'constructor',
			/constructor: “constructor” is a word of the programming language and can be no id or field/
		],
		[
			'a field “constructor”',
			'names.yaml',
			swap('{ kind: country,', '{ constructor: 1, kind: country,'),
			'constructor',
			/“constructor” is a word of the programming language and can be no id or field/
		],
		[
			'one tab',
			'en/topics.yaml',
			swap('  heading: Why', '\theading: Why'),
			'\t',
			/A tab stands here; YAML reads only spaces, so write spaces in its place\./
		],
		[
			'tabs all over',
			'timeline.yaml',
			(text) => text.replaceAll('  ', '\t'),
			'\t',
			/A tab stands here \(and in \d+ more lines\); YAML reads only spaces/
		],
		[
			'a tab where YAML would take it',
			'en/topics.yaml',
			swap('On 28 October', 'On\t28 October'),
			'\t',
			/A tab stands here; YAML reads only spaces/
		],
		[
			'a colon in a sentence without quotes',
			'en/topics.yaml',
			swap('heading: Why', 'heading: So: why'),
			'So: why',
			/A second colon makes a field of words, .*; put quotes around the whole text if it has a colon/
		],
		[
			'an apostrophe between single quotes',
			'en/topics.yaml',
			swap(/heading: Why was.*/, "heading: 'Why wasn't he?'"),
			"wasn't",
			/Words follow where the quotes are closed already; between single quotes an apostrophe is written twice/
		],
		[
			'quotes that are never closed',
			'en/topics.yaml',
			swap(/heading: Why was/, 'heading: "Why was'),
			'"Why was',
			/The quotes that open here are never closed/
		],
		[
			'a field without its colon',
			'en/topics.yaml',
			swap('heading: Why', 'heading Why'),
			'heading Why',
			/This line is neither a field nor part of a text/
		],
		[
			'a field that is indented unlike its neighbours',
			'en/topics.yaml',
			swap('  heading: Why', '   heading: Why'),
			'  number:',
			/This line is indented unlike its neighbours/
		],
		[
			'a bracket that is not closed',
			'names.yaml',
			swap(/^(brazil: .*) \}$/m, '$1'),
			'mexico:',
			/A bracket \[ or \{ that was opened above is not closed/
		],
		[
			'a line of dashes',
			'names.yaml',
			swap(/^brazil: /m, '---\nbrazil: '),
			'---',
			/A line of dashes or dots ends the file here/
		],
		[
			'an id with an accent',
			'glossary.yaml',
			(text) => `${text}guantánamo:\n  sources: [GK]\n`,
			'guantánamo',
			/^- glossary\.yaml, line \d+: “guantánamo” is no id: use small letters a–z without accents, digits, - and _\.$/
		],
		[
			'an id with a capital',
			'topics.yaml',
			swap(/^rice:/m, 'Rice:'),
			'Rice',
			/^- topics\.yaml, line \d+: “Rice” is no id: use small letters/
		],
		[
			'an id with a space',
			'en/places.yaml',
			swap(/^havana:/m, 'hav ana:'),
			'hav ana',
			/^- en\/places\.yaml, line \d+: “hav ana” is no id: use small letters/
		],
		[
			'an id with an accent in a part of a file',
			'en/story.yaml',
			swap(/^ {2}hosts:/m, '  hósts:'),
			'hósts',
			/^- en\/story\.yaml, line \d+: “hósts” is no id: use small letters/
		],
		[
			'a work with small letters',
			'sources.yaml',
			swap(/^ {2}DOBBS:/m, '  Dobbs:'),
			'Dobbs:',
			/^- sources\.yaml, line \d+: “Dobbs” is no id of a work: use capital letters A–Z, digits and _\.$/
		],
		[
			'an event without its date',
			'timeline.yaml',
			swap(/^1962-10-22-moscow:/m, 'moscow:'),
			'moscow:',
			/^- timeline\.yaml, line \d+: “moscow” is no id of an event: begin with the date, as in 1962-10-22-moscow, and use small letters/
		],
		[
			'an entry without fields',
			'glossary.yaml',
			(text) => `${text}newterm:\n`,
			'newterm',
			/newterm: The entry “newterm” has no fields; it needs `sources`\.$/
		],
		[
			'an entry without fields in a file of several kinds',
			'charts.yaml',
			(text) => `${text}newer:\n`,
			'newer',
			/newer: The entry “newer” has no fields; it needs `kind`, `sources` and `confidence`\.$/
		],
		[
			'a field without the fields of its own',
			'en/topics.yaml',
			swap(/^ {2}number:\n(?: {4}.*\n)+/m, '  number:\n'),
			'number:',
			/why_mikoyan: The field “number” has no fields; it needs `value` and `meaning`\.$/
		],
		[
			'a text in the place of fields',
			'en/topics.yaml',
			swap(/^ {2}number:\n(?: {4}.*\n)+/m, '  number: 24 days\n'),
			'number:',
			/why_mikoyan: The field “number” must be fields of its own \(`value` and `meaning`\) and is “24 days”\.$/
		],
		[
			'an optional field with another name',
			'story.yaml',
			swap('panel: rice', 'panels: rice'),
			'panels: rice',
			/The field “panels” is unknown here\. The nearest is “panel”\.$/
		],
		[
			'a field with another name that must be there',
			'glossary.yaml',
			swap('sources: [FNKCW]', 'source: [FNKCW]'),
			'source: [FNKCW]',
			/presidium: The field “source” is unknown here\. The nearest is “sources”\.$/
		],
		[
			'a field of another kind of entry',
			'names.yaml',
			swap(/(brazil: .*)at: /, '$1att: '),
			'brazil: ',
			/brazil: The field “att” is unknown here\. The nearest is “at”\.$/
		],
		[
			'a quote that begins inside a word',
			'evidence.yaml',
			swap('quote: they opened fire only', 'quote: ey opened fire only'),
			'ey opened fire',
			/guns-near-santiago: The quote “ey opened fire only today, at one American plane” begins or ends inside a word of the telegram at beat bracket; quote whole words\.$/
		],
		[
			'a quote that stands several times',
			'evidence.yaml',
			swap('quote: for the first time', 'quote: the'),
			'quote: the\n',
			/first-time: The words “the” stand \d+ times in the telegram at beat bracket; quote more of them, so that one place is meant\.$/
		],
		[
			'a quote from another beat',
			'evidence.yaml',
			swap('quote: for the first time', 'quote: they are even late'),
			'they are even late',
			/first-time: The words “they are even late” are not in the telegram at beat bracket; quote them exactly\. They stand at beat two-ships\.$/
		],
		[
			'a quote with a straight apostrophe',
			'evidence.yaml',
			swap('learning about Kennedy’s', "learning about Kennedy's"),
			"Kennedy's",
			/upon-learning: .* are not in the telegram at beat the-order; quote them exactly\. The telegram has ’\.$/
		],
		[
			'a quote of a beat without words of the telegram',
			'evidence.yaml',
			swap('beat: two-ships', 'beat: october'),
			'they are even late',
			/late-shipments: The beat “october” has no words of the telegram to quote; name the beat in which “they are even late with the shipments” stands\.$/
		],
		[
			'a number where words belong',
			'en/topics.yaml',
			swap('value: 24 days', 'value: 24'),
			'value: 24',
			/why_mikoyan: The field “value” is “24” without quotes, which is no text; write '24'\./
		],
		[
			'words where a number belongs',
			'names.yaml',
			swap(/(brazil: .*at: )\[[^\]]*\]/, '$1[west, -10]'),
			'[west',
			/brazil: The field “at” must be a number \(a decimal has a point\) and is “west”\./
		],
		[
			'a quote that the passage does not have',
			'story.yaml',
			swap('quote: Guevara expressed his feeling', 'quote: Guevara expressed the feeling'),
			'Guevara expressed the feeling',
			/beat rumour: The words “Guevara expressed the feeling .*” are not in the telegram at beat rumour; quote them exactly\. The nearest words are “Guevara expressed his feeling that the Soviet Union had a direct interest”\.$/
		],
		[
			'a quote that is like nothing in the passage',
			'story.yaml',
			swap('quote: He immediately called somewhere', 'quote: The president rang up his brother'),
			'The president rang up',
			/beat telephone: The words “The president rang up his brother” are not in .*; quote them exactly\.$/
		],
		[
			'a quote from the next passage',
			'story.yaml',
			swap(/quote: I responded to Guevara .*/, 'quote: They did not argue with that.'),
			'They did not argue with that',
			/beat answer: The words “They did not argue with that\.” are not in the telegram at beat answer/
		],
		[
			'a quote too long to be shown',
			'story.yaml',
			swap('quote: Guevara agreed', `quote: Guevara ${'agreed '.repeat(20)}`),
			'Guevara agreed agreed',
			/The field “quote” is too long to fit: at most 120 characters/
		],
		[
			'exchanges in another order than the words',
			'story.yaml',
			swap(/quote: They agreed to our .*/, 'quote: In the beginning'),
			'In the beginning',
			/beat brazil-plan: The words “In the beginning” stand before those of the exchange above; the order is that of the telegram\.$/
		],
		[
			'a speaker who was not there',
			'story.yaml',
			swap('from: guevara', 'from: fidel_castro'),
			'from: fidel_castro',
			/beat rumour: “fidel_castro” is not at the table that evening \(seat “chair”\) and cannot stand under “from”\.$/
		],
		[
			'words to somebody who was not there',
			'story.yaml',
			swap('to: guevara', 'to: kennedy'),
			'to: kennedy',
			/beat answer: “kennedy” is not at the table that evening \(seat “away”\) and cannot stand under “to”\.$/
		],
		[
			'a side that does not exist',
			'story.yaml',
			swap('to: cubans', 'to: cuban'),
			'to: cuban',
			/beat brazil-plan: The person “cuban” under “to” does not exist\. The nearest is “cubans”\.$/
		],
		[
			'words that nobody says',
			'story.yaml',
			swap('from: cubans', 'from: unstated'),
			'They agreed to our considerations',
			/beat brazil-plan: “unstated” stands under “from”; where the words do not name who speaks there is no exchange\.$/
		],
		[
			'one who speaks to himself',
			'story.yaml',
			swap('from: guevara', 'from: mikoyan'),
			'Guevara expressed his feeling',
			/beat rumour: “mikoyan” stands under “from” and “to”; nobody is reported to speak to themselves\.$/
		],
		[
			'one who speaks to their own side',
			'story.yaml',
			swap('to: soviets', 'to: cubans'),
			'Dorticos said that today',
			/beat telephone: “dorticos” is one of “cubans”; under “to” stands the other side, a person or “unstated”\.$/
		],
		[
			'an act that the table does not know',
			'story.yaml',
			swap('act: interrupts', 'act: interupts'),
			'act: interupts',
			/The field “act” is “interupts”; allowed are says, asks, answers, agrees, interrupts, telephones\. The nearest is “interrupts”\.$/
		],
		[
			'an answer to nobody',
			'story.yaml',
			swap('to: guevara\n            act: answers', 'to: unstated\n            act: answers'),
			'I responded to Guevara',
			/beat answer: The act “answers” is done to somebody, and “to” is “unstated”; name the person or the side, or write “says”\.$/
		],
		[
			'a telephone that rings at the table',
			'story.yaml',
			swap('to: unstated\n            act: telephones', 'to: roa\n            act: telephones'),
			'He immediately called somewhere',
			/beat telephone: Nobody at the table is telephoned: with “telephones” stands “unstated” under “to”\.$/
		],
		[
			'a speaker whose card does not say what they do',
			'en/people.yaml',
			swap(/ {4}- beat: taiwan-1958\n.*\n/, ''),
			'inTelegram',
			/mikoyan: This person is reported to speak at beat taiwan-1958, and no line under “inTelegram” says what they do there; write one of at most 90 characters\.$/
		],
		[
			'a line of a card that is too long for the stage',
			'en/people.yaml',
			swap('text: Suggests the films', `text: Suggests ${'the films '.repeat(9)}`),
			'Suggests the films the films',
			/dorticos: The field “text” is too long to fit: at most 90 characters/
		]
	])('%s', (_, file, change, at, sentence) => {
		const files = broken(file, change);
		const text = files.get(file) ?? '';
		const line = text.slice(0, text.indexOf(at)).split('\n').length;
		const [problem, ...more] = problemsOf(files);
		expect(more).toEqual([]);
		expect(problem?.startsWith(`- ${file}, line ${line}`)).toBe(true);
		expect(problem).toMatch(sentence);
	});

	it('takes a byte order mark and the line ends of Windows as no mistake', () => {
		const files = new Map(
			[...real].map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`])
		);
		expect(problemsOf(files)).toEqual([]);
	});

	it('puts a file that cannot be read first, and line 9 before line 10', () => {
		const lines = (real.get('timeline.yaml') ?? '').split('\n');
		const twice = lines.map((text, i) =>
			/^ {2}date:/.test(text) && i < 30 ? '  date: soon' : text
		);
		const files = new Map(real)
			.set('timeline.yaml', twice.join('\n'))
			.set('topics.yaml', (real.get('topics.yaml') ?? '').replace('  sources', '\tsources'));
		const problems = problemsOf(files);
		expect(problems[0]).toMatch(/^- topics\.yaml, line \d+: A tab stands here/);
		const found = problems.slice(1).map((problem) => Number(/line (\d+)/.exec(problem)?.[1]));
		expect(found).toEqual([...found].sort((a, b) => a - b));
		expect(found.some((line) => line < 10) && found.some((line) => line > 9)).toBe(true);
	});

	it('misses a sentence of the interface that the page fills in, in every language', () => {
		expect(problemsOf(broken('en/ui.yaml', swap(/^sectionOf: .*\n/m, '')))).toEqual([
			'- en/ui.yaml, sectionOf: These words are missing in this language; write the text under this id.'
		]);
	});

	it.each<[string, (text: string) => string, RegExp]>([
		[
			'a plural form that is missing',
			swap("\n  one: '{n} mile'", ''),
			/rulerMiles: The plural forms of this language are one, other; missing: one\. Where all are the same, one text is enough\./
		],
		[
			'a plural form that the language does not have',
			swap("\n  one: '{n} mile'", "\n  one: '{n} mile'\n  few: '{n} miles'"),
			/rulerMiles: No number of this language has the plural “few”; it has one, other\./
		],
		[
			'a plural category that no language has',
			swap("\n  one: '{n} mile'", "\n  one: '{n} mile'\n  some: '{n} miles'"),
			/allowed are zero, one, two, few, many, other/
		],
		[
			'plural forms of a sentence that counts nothing',
			swap(/^next: (.*)$/m, 'next: { one: $1, other: $1 }'),
			/next: This sentence does not depend on a number/
		],
		[
			'a plural form without its number',
			swap("  one: '{n} mile'", '  one: a mile'),
			/rulerMiles: The sentence lacks \{n\}/
		]
	])('says of %s what is wrong', (_, change, sentence) => {
		expect(problemsOf(broken('en/ui.yaml', change))).toEqual([expect.stringMatching(sentence)]);
	});

	it('takes one text where all plural forms are the same', () => {
		const change = swap(/^rulerMiles:\n.*\n.*\n/m, "rulerMiles: '{n} mi'\n");
		expect(problemsOf(broken('en/ui.yaml', change))).toEqual([]);
	});

	it('takes no id that is none for the nearest', () => {
		const files = new Map(broken('en/story.yaml', swap('term:il-28', 'term:guantanamo'))).set(
			'glossary.yaml',
			`${real.get('glossary.yaml')}guantánamo:\n  sources: [GK]\n`
		);
		expect(problemsOf(files)).toEqual([expect.stringMatching(/^- glossary\.yaml, .* is no id/)]);
	});

	it('names a key that the interface does not know', () => {
		const text = swap(/^next: /m, 'nextt: Further\nnext: ');
		expect(problemsOf(broken('en/ui.yaml', text))).toEqual([
			expect.stringMatching(
				/^- en\/ui\.yaml, line \d+, nextt: The interface says nothing under “nextt”; a new key is made known by “npm run ui-keys”\. The nearest is “next”\.$/
			)
		]);
	});

	it.each(['es', 'pt-BR', 'Spanish'])('names a folder “%s” that no page is made from', (folder) => {
		expect(problemsOf(withFolder(folder))).toEqual([
			`- ${folder}/: No page is made from this folder: “${folder}” is not in LANGUAGES of src/lib/model/languages.ts (en). Add the code there, or give the folder the code of its language.`
		]);
	});

	it('reads a language that has no story yet', () => {
		const problems = problemsOf(new Map(real).set('es/ui.yaml', 'skip:\tSaltar\n'));
		expect(problems[0]).toMatch(/^- es\/ui\.yaml, line 1: A tab stands here/);
		expect(problems).toContainEqual(
			expect.stringMatching(/^- es\/story\.yaml: This file is missing/)
		);
	});
});

describe('nearest', () => {
	it('finds the id that was meant, and stays silent when nothing is near', () => {
		expect(nearest('havanna', ['moscow', 'havana'])).toBe('havana');
		expect(nearest('x', ['moscow', 'havana'])).toBeNull();
		expect(nearest('FRUS1911X', ['RT1115', 'F19_76', 'FURNIGHT'])).toBeNull();
	});
});
