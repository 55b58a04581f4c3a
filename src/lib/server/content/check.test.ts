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

/** The problems of broken content, as the lines a person reads. */
function problemsOf(files: ContentFiles): string[] {
	try {
		checkContent(files);
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
});

describe('broken content is said in a sentence that names file, entry, fault and the nearest id', () => {
	it.each<[string, string, (text: string) => string, RegExp]>([
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
			/story\.yaml, quarantine: The field “bearings” is no bearing: degrees clockwise from north/
		],
		[
			'a sentence of the attract loop that the story does not say',
			'en/story.yaml',
			swap('and the man he needs never comes.\n  october', 'and the man he needs came.\n  october'),
			/en\/story\.yaml, attract cover: This sentence does not stand in the narration/
		],
		[
			'an attract loop of a beat that does not exist',
			'story.yaml',
			swap('attract: [cover,', 'attract: [covers,'),
			/story\.yaml, attract: The beat “covers” does not exist.*cover/
		],
		[
			'a power that governed nothing',
			'territories.yaml',
			swap('power: gb', 'power: gbr'),
			/territories\.yaml, bahamas.*“power” is “gbr”; allowed are gb, us/
		],
		[
			'a territory that is a place under another id',
			'territories.yaml',
			swap('bahamas: { at: [-77.9, 24.7]', 'bahamas: { at: [114.2, 22.3]'),
			/territories\.yaml, bahamas: The place “hongkong” stands at the same point; give the territory its id/
		],
		[
			'a territory without words',
			'en/territories.yaml',
			swap(/^bahamas: .*\n/m, ''),
			/en\/territories\.yaml, bahamas.*missing in this language/
		],
		[
			'a label too long for the map',
			'en/territories.yaml',
			swap('label: Bahamas (UK)', 'label: The Bahama Islands and a colony of Britain'),
			/en\/territories\.yaml, bahamas.*“label” is too long to fit: at most 28/
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
			/^- story\.yaml, beat rumour: The place “paragay” does not exist\. The nearest is “paraguay”\.$/
		],
		[
			'an unknown speaker',
			'story.yaml',
			swap('speaking: [guevara]', 'speaking: [guevarra]'),
			/^- story\.yaml, beat rumour: The person “guevarra” does not exist\. The nearest is “guevara”\.$/
		],
		[
			'an unknown panel',
			'story.yaml',
			swap('panel: tlatelolco', 'panel: tlatelolko'),
			/^- story\.yaml, beat common-tactics: The panel “tlatelolko” does not exist\. The nearest is “tlatelolco”\.$/
		],
		[
			'a panel without a place',
			'story.yaml',
			swap('        panel: rice\n', ''),
			/^- topics\.yaml, rice: This panel stands at 0 beats of story\.yaml; it has exactly one place\.$/
		],
		[
			'a ruler that starts at no origin',
			'story.yaml',
			swap('ruler: { from: ussr,', 'ruler: { from: moscow,'),
			/^- story\.yaml, beat answer: The ruler starts at “moscow”, which is no origin\./
		],
		[
			'a ruler that ends nowhere',
			'story.yaml',
			swap('ruler: { from: turkey, to: moscow }', 'ruler: { from: turkey, to: mosow }'),
			/^- story\.yaml, beat europe-asia: The place “mosow” does not exist\. The nearest is “moscow”\.$/
		],
		[
			'a ruler that ends where it starts',
			'story.yaml',
			swap('ruler: { from: turkey, to: moscow }', 'ruler: { from: turkey, to: turkey }'),
			/^- story\.yaml, beat europe-asia: The ruler cannot end at “turkey”/
		],
		[
			'an unknown origin of the ruler',
			'story.yaml',
			swap('origins: [ussr,', 'origins: [usssr,'),
			/^- story\.yaml, ruler: The place “usssr” does not exist\. The nearest is “ussr”\.$/
		],
		[
			'a place that the ruler needs and leaves out',
			'story.yaml',
			swap('without: [palace,', 'without: [moscow,'),
			/^- story\.yaml, ruler: The place “moscow” stands under “without” too; the ruler needs it\.$/
		],
		[
			'an origin without the name of its country',
			'en/places.yaml',
			swap('  land: Turkey\n', ''),
			/^- en\/places\.yaml, turkey: The ruler starts here and its button needs the country: the field “land” is missing\.$/
		],
		[
			'a range from the higher to the lower figure',
			'missiles.yaml',
			swap(/^(r7:[\s\S]*?rangeKm: )\[[^\]]*\]/m, '$1[9000, 8000]'),
			/^- missiles\.yaml, r7: The field “rangeKm” runs from the higher to the lower figure; the lowest comes first\.$/
		],
		[
			'a range beyond the earth',
			'missiles.yaml',
			swap(/^(r7:[\s\S]*?rangeKm: )\[[^\]]*\]/m, '$1[8000, 80000]'),
			/^- missiles\.yaml, r7: The field “rangeKm” has a range of 80000 km; it lies between 100 and 20015 km\.$/
		],
		[
			'a missile without words',
			'en/missiles.yaml',
			swap(/^r7:/m, 'r77:'),
			/^- en\/missiles\.yaml, r7: These words are missing in this language\.$/
		],
		[
			'a missile that cites no work of the register',
			'missiles.yaml',
			swap('sources: [RSWR7', 'sources: [RSWR8'),
			/^- missiles\.yaml, r7: The source “RSWR8” is not in sources\.yaml\. The nearest is “RSWR7”\.$/
		],
		[
			'an unknown clock moment',
			'story.yaml',
			swap('clock: midnight', 'clock: midnigth'),
			/^- story\.yaml, beat midnight: The clock moment “midnigth” does not exist\. The nearest is “midnight”\.$/
		],
		[
			'an unknown label',
			'story.yaml',
			swap('label: r7_range', 'label: r7_rage'),
			/^- story\.yaml, beat answer: The label “r7_rage” does not exist\. The nearest is “r7_range”\.$/
		],
		[
			'a beat id that stands twice',
			'story.yaml',
			swap('- id: fifty', '- id: answer'),
			/^- story\.yaml, beat answer: This id stands twice;/
		],
		[
			'a beat of the telegram that the story lacks',
			'telegram.md',
			swap('### bracket\n\n[', '### brackets\n\n['),
			/^- telegram\.md, beat brackets: The beat “brackets” is not in story\.yaml\. The nearest is “bracket”\.$/
		],
		[
			'a changed word of the telegram',
			'telegram.md',
			swap('[From there side]', '[From their side]'),
			/^- telegram\.md, paragraph p01: Word \d+ differs from source\/telegram-1856\.txt: the source has “.*From there side.*”, this file “.*From their side.*”\. The telegram's words are never changed\.$/
		],
		[
			'a missing word of the telegram',
			'telegram.md',
			swap(', but without any results).', ').'),
			/^- telegram\.md, paragraph p05: Word \d+ differs/
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
			/^- telegram\.md, beat common-tactics: The person “bazikin” does not exist\. The nearest is “bazykin”\.$/
		],
		[
			'a claim that quotes other words',
			'evidence.yaml',
			swap('quote: for the first time', 'quote: for the second time'),
			/^- evidence\.yaml, first-time: The words “for the second time” are not in the telegram at beat bracket; quote them exactly\.$/
		],
		[
			'a mark that does not exist',
			'evidence.yaml',
			swap('mark: contradicted', 'mark: contradictory'),
			/^- evidence\.yaml, [\w-]+: The field “mark” is “contradictory”; allowed are confirmed, probable, only-this-telegram, disputed, contradicted\. The nearest is “contradicted”\.$/
		],
		[
			'a source that is not in the register',
			'topics.yaml',
			swap(/\bTHOR\b/, 'THORR'),
			/^- topics\.yaml, us_bases: The source “THORR” is not in sources\.yaml\. The nearest is “THOR”\.$/
		],
		[
			'a link to a mirror',
			'sources.yaml',
			swap(
				/url: https:\/\/digitalarchive\.wilsoncenter\.org[^\n]*/,
				'url: https://example.com/copy.pdf'
			),
			/^- sources\.yaml, \w+: The host “example\.com” is not on the list “linkable”: only archives, publishers and journals are linked\.$/
		],
		[
			'a title too long for its card',
			'en/story.yaml',
			swap('title: They did not argue', `title: ${'Silence '.repeat(12)}`),
			/^- en\/story\.yaml, they-did-not-argue: The field “title” is too long to fit: at most 60 characters, this has 95\.$/
		],
		[
			'missing words in a language',
			'en/evidence.yaml',
			swap(/^first-time:\n(?: {2}.*\n)+/m, ''),
			/^- en\/evidence\.yaml, first-time: These words are missing in this language\.$/
		],
		[
			'words for nothing',
			'en/clock.yaml',
			swap('midnight: {', 'midnite: {'),
			/^- en\/clock\.yaml, midnite: Nothing has the id “midnite”\. The nearest is “midnight”\.$/
		],
		[
			'a repeated key',
			'names.yaml',
			swap('cuba_west:', 'cuba:'),
			/^- names\.yaml: Line \d+ repeats a key; every id stands once\.$/
		],
		[
			'a latitude off the globe',
			'places.yaml',
			swap('23.1415', '231.415'),
			/^- places\.yaml, palace: The field “at” has a latitude of 231\.415; it lies between −90 and 90\.$/
		],
		[
			'a mark outside the view',
			'story.yaml',
			swap('km: [330, 240]', 'km: [60, 60]'),
			/^- story\.yaml, beat bracket: The place “\w+” lies outside what the camera shows; widen the view or drop the mark\.$/
		],
		[
			'a missing field',
			'en/topics.yaml',
			swap(/^ {2}heading: Why was Mikoyan in Havana\?\n/m, ''),
			/^- en\/topics\.yaml, why_mikoyan: The field “heading” is missing\.$/
		],
		[
			'a misspelt field',
			'en/topics.yaml',
			swap('  caution:', '  cautoin:'),
			/^- en\/topics\.yaml, \w+: The field “cautoin” is unknown here\./
		],
		[
			'a narration that links to no term',
			'en/story.yaml',
			swap('term:il-28', 'term:il28'),
			/^- en\/story\.yaml, beat october: The term “il28” does not exist\. The nearest is “il-28”\.$/
		],
		[
			'an event of the strip without its short text',
			'en/timeline.yaml',
			swap(/^ {2}short: Mikoyan lands in Havana\n/m, ''),
			/^- en\/timeline\.yaml, 1962-11-02-havana: This event stands on the strip and has no “short” text for it\.$/
		],
		[
			'an unknown height in a chart',
			'story.yaml',
			swap('heights: [u2s, monday-plane]', 'heights: [u2, monday-plane]'),
			/^- story\.yaml, beat two-u2s: The height “u2” of the chart does not exist\. The nearest is “u2s”\.$/
		],
		[
			'a height above its chart',
			'charts.yaml',
			swap('km: 20,', 'km: 200,'),
			/^- story\.yaml, beat bracket: The height “u2s” is 200 km; this chart goes from the ground to 22 km\.$/
		],
		[
			'a chart about nothing it shows',
			'story.yaml',
			swap('focus: monday-plane', 'focus: monday-plan'),
			/^- story\.yaml, beat bracket: The chart is about “monday-plan”, which it does not show\. The nearest is “monday-plane”\.$/
		],
		[
			'an event that is no instant',
			'charts.yaml',
			swap("'1962-10-22T19:00Z'", "'22 October, 22:00'"),
			/^- charts\.yaml, presidium-opens: The field “at” is “22 October, 22:00”, which is no instant; write it in Greenwich time like '1962-10-22T19:00Z'\.$/
		],
		[
			'an event outside the hours of its chart',
			'charts.yaml',
			swap("'1962-10-22T23:00Z'", "'1962-10-23T23:00Z'"),
			/^- story\.yaml, beat the-order: The event “kennedy-speaks” lies outside the chart’s hours; move “from” or “to”\.$/
		],
		[
			'an event in a city without a clock',
			'story.yaml',
			swap('zones: [moscow, washington, havana]', 'zones: [moscow, havana]'),
			/^- story\.yaml, beat the-order: The event “kennedy-speaks” happens in “washington”, which the chart does not show\./
		],
		[
			'a time zone that does not exist',
			'charts.yaml',
			swap('tz: America/Havana', 'tz: America/Havanna'),
			/^- charts\.yaml, havana: The Time Zone Database has no zone “America\/Havanna”; write it like Europe\/Moscow\.$/
		],
		[
			'a telling of other events',
			'story.yaml',
			swap('order: [kennedy-speaks, presidium-opens]', 'order: [kennedy-speaks]'),
			/^- story\.yaml, beat the-order: The order of “telling” names other events than the chart; it has the same, as told\.$/
		],
		[
			'a part of a chart that nobody sees',
			'story.yaml',
			(text) => text.replaceAll(/,?\s*ground: treetop/g, ''),
			/^- charts\.yaml, treetop: No chart of story\.yaml shows this; show it or take it out\.$/
		],
		[
			'a card passage at no beat',
			'en/people.yaml',
			swap('beat: two-u2s', 'beat: two-u2'),
			/^- en\/people\.yaml, guevara: The beat “two-u2” does not exist\. The nearest is “two-u2s”\.$/
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
		const files = new Map(real);
		for (const [path, text] of real)
			if (path.startsWith('en/')) files.set(path.replace('en/', 'es/'), text);
		expect(problemsOf(files)).toEqual([]);
		files.set('es/ui.yaml', (real.get('en/ui.yaml') ?? '').replace(/^next:.*\n/m, ''));
		expect(problemsOf(files)).toEqual([
			expect.stringMatching(/^- es\/ui\.yaml, next: These words are missing/)
		]);
	});
});

describe('nearest', () => {
	it('finds the id that was meant, and stays silent when nothing is near', () => {
		expect(nearest('havanna', ['moscow', 'havana'])).toBe('havana');
		expect(nearest('x', ['moscow', 'havana'])).toBeNull();
	});
});
