import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import type { Embed, EmbedKind, EmbedPage, EmbedStep, LiveData } from '$lib/model/embed';
import { entryAddress } from '$lib/model/reference';
import type { ParticipantCard } from '$lib/model/pictures';
import type { FlowBeat, FlowSection } from '$lib/model/prose';
import { sceneAt } from '$lib/model/scene';
import { formatMessage } from '$lib/model/words';
import { absolute } from './address';
import { isPictured, pictureName } from './picture-names';
import { site } from './site';

/** Everything that can be embedded, in the order of the story: all of it, sections, passages, paragraphs, maps, people. */
export function embedsOf(lang: string): Embed[] {
	const { story, flow, ui: words } = site(lang);
	const all = story.beats.map(({ id }) => id);
	const first = all[0] ?? '';
	const whole: Embed = {
		id: '',
		kind: 'story',
		title: flow.sections[0]?.beats[0]?.title ?? '',
		beats: all,
		where: `#${first}`,
		pictured: first
	};
	const of = (kind: EmbedKind, id: string, title: string, beats: readonly string[]): Embed => ({
		id,
		kind,
		title,
		beats,
		where: `#${kind === 'map' ? (beats[0] ?? first) : id}`,
		pictured: beats[0] ?? first
	});
	const paragraphs = [
		...new Set(
			flow.sections.flatMap(({ beats }) =>
				beats.flatMap(({ passages }) =>
					passages.filter(({ named }) => !named).map(({ paragraph }) => paragraph)
				)
			)
		)
	];
	return [
		whole,
		...flow.sections.map(({ id, title, beats }) =>
			of(
				'section',
				id,
				title,
				beats.map((beat) => beat.id)
			)
		),
		...story.beats.map(({ id, title }) => of('beat', id, title, [id])),
		...paragraphs.map((id) =>
			of(
				'paragraph',
				id,
				formatMessage(words, 'paragraph', { n: Number(id.slice(1)) }),
				flow.sections.flatMap(({ beats }) =>
					beats
						.filter(({ passages }) => passages.some(({ paragraph }) => paragraph === id))
						.map((beat) => beat.id)
				)
			)
		),
		...story.beats.map((beat) => ({
			...of('map', `map-${beat.id}`, formatMessage(words, 'embedMapOf', { title: beat.title }), [
				beat.id
			]),
			pictured: pictureName(beat, true)
		})),
		...flow.people.map(({ id, name }) => ({
			...of('person', `person-${id}`, name, []),
			where: entryAddress(`person-${id}`),
			pictured:
				story.beats.find(({ speech }) => speech.some(({ from }) => from === id))?.id ?? first
		}))
	];
}

/**
 * The page of one embed.
 *
 * @param id last part of its address; empty for the whole story
 * @returns null when there is no such thing to embed
 */
export function embedPage(lang: string, id: string): EmbedPage | null {
	const embed = embedsOf(lang).find((other) => other.id === id);
	if (!embed) return null;
	const { story, flow, ui: words, pictures } = site(lang);
	return {
		embed,
		steps: flow.sections.flatMap((section) =>
			section.beats
				.filter((beat) => embed.beats.includes(beat.id))
				.map((beat) => stepOf(beat, section, embed.kind, pictures.cards[beat.id]))
		),
		person:
			embed.kind === 'person'
				? (flow.people.find((person) => embed.id === `person-${person.id}`) ?? null)
				: null,
		initials:
			story.people.find(({ id: person }) => embed.id === `person-${person}`)?.initials ?? '',
		words,
		lang,
		story: siteOf(lang),
		canonical: siteOf(lang) + embed.where,
		oembed: oembedAddress(lang, id)
	};
}

/** One step of a frame: the map alone where the map is embedded, else what the passage opens with. */
function stepOf(
	beat: FlowBeat,
	section: FlowSection,
	embedded: EmbedKind,
	cards: readonly ParticipantCard[] = []
): EmbedStep {
	const [first = 'map'] = beat.stage;
	const shows = embedded === 'map' || first === 'chart' ? 'map' : first;
	return {
		beat,
		section,
		shows,
		// The picture of a guess asks; the words of the frame tell what happened.
		says: (shows === 'map' ? null : beat.picture) ?? beat.map,
		cards: cards.filter(({ kind }) => kind === 'speaks')
	};
}

/** The address of the story in a language, with a slash at its end. */
export const siteOf = (lang: string): string =>
	absolute(lang === DEFAULT_LANGUAGE ? '/' : `/${lang}/`);

/** Where the oEmbed answer of an embed is; `id` is empty for the whole story. */
export const oembedAddress = (lang: string, id: string): string =>
	`${siteOf(lang)}embed/${id && `${id}/`}oembed.json`;

/** What the live boxes of frames are drawn from, in one language. */
export function liveData(lang: string): LiveData {
	const { story, ui: words } = site(lang);
	const scenes = story.beats.map((_, beat) => sceneAt(story, { beat, progress: 0 }));
	return {
		maps: Object.fromEntries(story.beats.map(({ id, map }) => [id, map])),
		scenes: Object.fromEntries(
			// Its map is among the others; JSON leaves it out here.
			scenes.filter(isPictured).map((scene) => [scene.beat, { ...scene, map: undefined }])
		),
		order: story.beats.map(({ id }) => id),
		failed: words.mapFailed
	};
}
