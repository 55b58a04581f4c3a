import type { Atlas, MapScene } from '../model/types';

/**
 * The map in the reader's hand: the scene of the passage, and behind it every place and name of the story.
 * What the passage shows keeps the higher rank; a name that stands at several points is written once.
 */
export function exploreScene(scene: MapScene, atlas: Atlas): MapScene {
	const shown = new Set(scene.marks.map(({ place }) => place));
	const named = new Set(scene.names.map(({ text }) => text));
	const names = atlas.names.filter(({ text }) => {
		if (named.has(text)) return false;
		named.add(text);
		return true;
	});
	return {
		...scene,
		marks: [
			...scene.marks,
			...Object.entries(atlas.places)
				.filter(([id, { marked }]) => marked && !shown.has(id))
				.map(([place, fact]) => ({ ...fact, place, focus: false }))
		],
		names: [...scene.names, ...names],
		territories: atlas.territories,
		night: false
	};
}
