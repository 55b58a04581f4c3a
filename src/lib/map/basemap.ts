import type { Feature, MultiLineString, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type {
	GeometryCollection,
	MultiPolygon as TopoMultiPolygon,
	Topology
} from 'topojson-specification';

/** Land and countries at one level of detail, ready to be projected. Degrees, WGS84. */
export interface Basemap {
	readonly land: MultiPolygon;
	/** Borders between countries, without coasts. */
	readonly borders: MultiLineString;
	/** @param id ISO 3166-1 number, three digits; former states have their former number */
	country(id: string): Feature | null;
}

type World = Topology<{ land: TopoMultiPolygon; countries: GeometryCollection }>;

/**
 * Decodes one of our own map files (`scripts/build-geo.mjs`).
 *
 * @param json the parsed file
 * @throws Error with a sentence when the file is not one of ours or is damaged
 */
export function decodeBasemap(json: unknown): Basemap {
	const world = json as World;
	if (!isWorld(json)) {
		throw new Error(
			'The map data is not a TopoJSON file with land and countries; put static/geo back.'
		);
	}
	try {
		const { countries, land } = world.objects;
		const known = new Map(countries.geometries.map((geometry) => [String(geometry.id), geometry]));
		const decoded = new Map<string, Feature>();
		return {
			land: feature(world, land).geometry,
			borders: mesh(world, countries, (a, b) => a !== b),
			country(id) {
				const geometry = known.get(id);
				if (!geometry) return null;
				const shape = decoded.get(id) ?? (feature(world, geometry) as Feature);
				decoded.set(id, shape);
				return shape;
			}
		};
	} catch (cause) {
		throw new Error('The map data is damaged; put static/geo back.', { cause });
	}
}

function isWorld(json: unknown): json is World {
	const { type, arcs, objects } = (json ?? {}) as Partial<World>;
	return (
		type === 'Topology' &&
		Array.isArray(arcs) &&
		arcs.length > 0 &&
		objects?.land?.type === 'MultiPolygon' &&
		Array.isArray(objects.countries?.geometries)
	);
}

/**
 * Fetches one map file.
 *
 * @param url address of the file
 * @throws Error with a sentence when it cannot be fetched or used
 */
export async function loadBasemap(url: string): Promise<Basemap> {
	const response = await fetch(url);
	if (!response.ok) {
		throw new Error(
			`The map data did not come (${response.status}); reload, or put static/geo back.`
		);
	}
	return decodeBasemap(await response.json());
}
