import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type {
	GeometryCollection,
	MultiPolygon as TopoMultiPolygon,
	Topology
} from 'topojson-specification';
import { vectorsOf, type Vectors } from './quick-path';

/** Land and countries at one level of detail, ready to be projected. Degrees, WGS84. */
export interface Basemap {
	readonly land: MultiPolygon;
	/** Borders between countries, without coasts. */
	readonly borders: MultiLineString;
	/** @param id ISO 3166-1 number, three digits; former states have their former number */
	country(id: string): Feature | null;
	/** The same outlines as unit vectors, for `quickPath`. */
	readonly quick: {
		readonly land: Vectors;
		readonly borders: Vectors;
		/** @param id as in `country` */
		country(id: string): Vectors | null;
	};
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
		const vectors = new Map<string, Vectors>();
		const country = (id: string) => {
			const geometry = known.get(id);
			if (!geometry) return null;
			const shape = decoded.get(id) ?? (feature(world, geometry) as Feature);
			decoded.set(id, shape);
			return shape;
		};
		const outline = feature(world, land).geometry;
		const borders = mesh(world, countries, (a, b) => a !== b);
		return {
			land: outline,
			borders,
			country,
			quick: {
				land: vectorsOf(outline.coordinates.flat(), true),
				borders: vectorsOf(borders.coordinates, false),
				country(id) {
					const made = vectors.get(id);
					const shape = made ? null : country(id);
					if (!shape) return made ?? null;
					const fresh = vectorsOf(ringsOf(shape), true);
					vectors.set(id, fresh);
					return fresh;
				}
			}
		};
	} catch (cause) {
		throw new Error('The map data is damaged; put static/geo back.', { cause });
	}
}

function ringsOf({ geometry }: Feature): Position[][] {
	if (geometry.type === 'Polygon') return geometry.coordinates;
	return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
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
