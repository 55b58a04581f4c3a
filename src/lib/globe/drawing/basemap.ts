import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type {
	GeometryCollection,
	MultiPolygon as TopoMultiPolygon,
	Topology
} from 'topojson-specification';
import { vectorsOf, type Vectors } from './quick-path';

/** Land and countries at one level of detail, as GeoJSON. Degrees, WGS84. */
export interface Shapes {
	readonly land: MultiPolygon;
	/** Borders between countries, without coasts. */
	readonly borders: MultiLineString;
	/** @param id ISO 3166-1 number, three digits; former states have their former number */
	country(id: string): Feature | null;
}

/** The same, ready to be drawn. */
export interface Basemap {
	readonly land: Vectors;
	readonly borders: Vectors;
	/** @param id as in `Shapes` */
	country(id: string): Vectors | null;
}

type World = Topology<{ land: TopoMultiPolygon; countries: GeometryCollection }>;

/**
 * Decodes one of our own map files (`scripts/build-geo.mjs`).
 *
 * @param json the parsed file
 * @throws Error with a sentence when the file is not one of ours or is damaged
 */
export function decodeShapes(json: unknown): Shapes {
	const world = json as World;
	if (!isWorld(json)) {
		throw new Error(
			'The map data is not a TopoJSON file with land and countries; put the map files back.'
		);
	}
	try {
		const { countries, land } = world.objects;
		const known = new Map(countries.geometries.map((geometry) => [String(geometry.id), geometry]));
		return {
			land: feature(world, land).geometry,
			borders: mesh(world, countries, (a, b) => a !== b),
			country(id) {
				const geometry = known.get(id);
				return geometry ? (feature(world, geometry) as Feature) : null;
			}
		};
	} catch (cause) {
		throw new Error('The map data is damaged; put the map files back.', { cause });
	}
}

/**
 * Decodes one of our own map files for drawing.
 *
 * @param json the parsed file
 * @throws Error with a sentence, as `decodeShapes`
 */
export function decodeBasemap(json: unknown): Basemap {
	const shapes = decodeShapes(json);
	const land = vectorsOf(shapes.land.coordinates.flat(), true);
	if (land.xyz.length === 0 || land.xyz.some(Number.isNaN)) {
		throw new Error('The map data has no land, or land nowhere; put the map files back.');
	}
	const made = new Map<string, Vectors | null>();
	return {
		land,
		borders: vectorsOf(shapes.borders.coordinates, false),
		country(id) {
			const known = made.get(id);
			if (known !== undefined) return known;
			const shape = shapes.country(id);
			const vectors = shape && vectorsOf(ringsOf(shape), true);
			made.set(id, vectors);
			return vectors;
		}
	};
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
