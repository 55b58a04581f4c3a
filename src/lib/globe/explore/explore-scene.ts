import type { Atlas } from '$lib/model/story';
import type { MapScene } from '$lib/model/map-scene';

/**
 * The map in explore mode: the scene of the passage, and behind it every place and name of the story.
 * What the passage shows keeps the higher rank; a name that stands at several points is written once.
 *
 * @param chosen place id that the reader chose: it comes first, and not in red unless the passage is about it
 */
export function exploreScene(
	scene: MapScene,
	atlas: Atlas,
	chosen: string | null = null
): MapScene {
	const shown = new Set(scene.marks.map(({ place }) => place));
	// What somebody says in a passage names no land: beside the countries it would be taken for one.
	const named = new Set<string>();
	const names = [...scene.names, ...atlas.names].filter(({ kind, text }) => {
		if (kind === 'words' || named.has(text)) return false;
		named.add(text);
		return true;
	});
	const marks = [
		...scene.marks,
		...Object.entries(atlas.places)
			.filter(([id, { marked }]) => marked && !shown.has(id))
			.map(([place, fact]) => ({ ...fact, place, focus: false }))
	];
	const isChosen = ({ place }: { readonly place: string }) => place === chosen;
	return {
		...scene,
		marks: [
			...marks.filter(isChosen).map((mark) => ({ ...mark, chosen: true })),
			...marks.filter((mark) => !isChosen(mark))
		],
		names,
		territories: atlas.territories,
		night: false
	};
}
