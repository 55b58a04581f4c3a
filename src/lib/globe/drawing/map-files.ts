import detail from '../data/detail.json?url';
import world from '../data/world.json?url';

/**
 * Addresses of the map's data: the coarse globe, and the fine one for near views. They are named by their content, so a
 * page of one version of the site never draws another's.
 */
export const MAP_FILES = { world, detail } as const;
