import { localeOf } from '$lib/model/languages';
import type { FlowBeat } from '$lib/model/prose';
import type { Words } from '$lib/model/words';
import { site } from './site';

/** One passage in large print. */
export interface LargePage {
	readonly lang: string;
	readonly words: Words;
	readonly beat: FlowBeat;
	/** Title of its section. */
	readonly section: string;
}

/**
 * Builds the page of one passage in large print; null when there is no such beat.
 *
 * @throws ContentError when the content is broken
 */
export function largePage(lang: string, id: string): LargePage | null {
	const { flow, ui } = site(lang);
	const section = flow.sections.find(({ beats }) => beats.some((beat) => beat.id === id));
	const beat = section?.beats.find((other) => other.id === id);
	if (!section || !beat) return null;
	return {
		lang: localeOf(lang),
		words: ui,
		beat,
		section: section.title
	};
}
