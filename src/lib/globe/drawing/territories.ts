import type { MapScene } from '$lib/model/map-scene';

/** The territories that a map names: those whose place it marks have their name at the mark. */
export const namedTerritories = ({
	territories,
	marks
}: Pick<MapScene, 'territories' | 'marks'>): MapScene['territories'] =>
	territories.filter(({ id }) => !marks.some(({ place }) => place === id));
