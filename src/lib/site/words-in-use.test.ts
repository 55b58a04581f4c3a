import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POWERS } from '$lib/content/schema';
import { MODE_WORDS } from '$lib/embed/maker/mode-words';
import { MAKER_WORDS } from '$lib/embed/maker/words';
import { GLOBE_WORDS } from '$lib/globe/words';
import { LINES } from '$lib/kiosk/recovery/health';
import { HEALTH_WORDS } from '$lib/kiosk/recovery/words';
import { KIOSK_WORDS } from '$lib/kiosk/words';
import { CONFIDENCES, EVIDENCE_MARKS } from '$lib/model/evidence';
import { LEGEND_KEYS } from '$lib/model/legend';
import { NAMED_PARAGRAPHS } from '$lib/model/paragraphs';
import { ACTS, SIDES } from '$lib/model/speech';
import { UI_KEYS, type UiKey } from '$lib/model/ui-keys';
import { confidenceWord, legendWord, markWord, wordKey } from '$lib/model/word-keys';
import { RULER_WORDS } from '$lib/ruler/words';
import { TABLE_WORDS } from '$lib/stage/table/words';
import { STAGE_WORDS } from '$lib/stage/words';

/** Keys that are put together from ids; the type check knows that each exists. */
const COMPUTED: readonly UiKey[] = [
	...EVIDENCE_MARKS.map(markWord),
	...CONFIDENCES.map(confidenceWord),
	...LEGEND_KEYS.map(legendWord),
	...LINES.map((line) => wordKey('kioskHealth', line)),
	...POWERS.map((power) => wordKey('power', power)),
	...NAMED_PARAGRAPHS,
	...(['sunday', 'monday', 'expected'] as const).map((told) => wordKey('told', told)),
	...(['speaking', 'addressed', 'present', 'absent', 'mentioned'] as const).map((state) =>
		wordKey('state', state)
	),
	...[...ACTS, ...SIDES].map((id) => wordKey('who', id)),
	...SIDES.map((side) => wordKey('card', side)),
	...Object.values(MODE_WORDS).map((word) => `${word}Hint` as const),
	...(['North', 'South'] as const).flatMap((lat) =>
		(['East', 'West'] as const).map((lon) => `rulerPoint${lat}${lon}` as const)
	),
	...(['Metres', 'Km'] as const).flatMap((unit) =>
		(['', 'About'] as const).map((about) => `chart${unit}${about}` as const)
	)
];

/** Files that only list keys, and tests. */
const LISTS = /[\\/](words|ui-keys|placeholders)\.ts$|\.(test|fixture)\.ts$|Harness\.svelte$/;

/** Names that the code reads words by: `words.next`, `'next'`. */
function namesIn(...paths: string[]): Set<string> {
	const code = paths
		.flatMap((path) =>
			/\.\w+$/.test(path)
				? [path]
				: readdirSync(path, { recursive: true, withFileTypes: true })
						.filter((entry) => entry.isFile() && /\.(ts|svelte|mjs)$/.test(entry.name))
						.map(({ parentPath, name }) => join(parentPath, name))
		)
		.filter((path) => !LISTS.test(path))
		.map((path) => readFileSync(path, 'utf8'))
		.join('\n');
	return new Set([...code.matchAll(/[.'](\w+)\b/g)].map(([, name = '']) => name));
}

describe('the words of the interface', () => {
	it('are all used: a key that no code reads can go from ui.yaml', () => {
		const read = namesIn('src', 'scripts');
		const unread = UI_KEYS.filter((key) => !read.has(key) && !COMPUTED.includes(key));
		expect(
			unread,
			`No code reads ${unread.join(', ')}: read it in a component, or take it out of ui.yaml and run “npm run ui-keys”.`
		).toEqual([]);
	});

	const page = 'src/routes/[[lang=lang]]';
	it.each([
		['stage', STAGE_WORDS, ['src/lib/stage', 'src/lib/model/page-names.ts']],
		['table', TABLE_WORDS, ['src/lib/stage/table']],
		['globe', GLOBE_WORDS, ['src/lib/globe']],
		['ruler', RULER_WORDS, ['src/lib/ruler']],
		['kiosk', KIOSK_WORDS, ['src/lib/kiosk', `${page}/kiosk/+page.svelte`]],
		['health', HEALTH_WORDS, ['src/lib/kiosk', `${page}/kiosk/health/+page.svelte`]],
		[
			'maker',
			MAKER_WORDS,
			['src/lib/embed/maker', 'src/lib/ui/Imprint.svelte', `${page}/embed-this/+page.svelte`]
		]
	])('of the room %s reach the browser only where it uses them', (room, list, files) => {
		const read = namesIn(...files);
		const unread = (list as readonly UiKey[]).filter(
			(key) => !read.has(key) && !COMPUTED.includes(key)
		);
		expect(
			unread,
			`The room ${room} does not read ${unread.join(', ')}: read it in a component there, or take it out of its list (words.ts).`
		).toEqual([]);
	});
});
