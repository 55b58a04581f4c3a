/**
 * Makes the map data: `src/lib/globe/data/world.json` (coarse: the globe, and everything in motion) and
 * `src/lib/globe/data/detail.json` (at rest: fine near the places of the story). Run by hand; the result is
 * committed: `node scripts/build-geo.mjs`.
 *
 * Source: world-atlas 2.0.2, countries-10m (Natural Earth, public domain), on a grid of about 400 m.
 * States of November 1962 are merged where today's borders allow it (MERGED). What today's borders
 * cannot give is left as it is today: the two Germanies, the two Vietnams, the two Yemens, and
 * colonies that later changed their borders.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { geoArea, geoDistance } from 'd3';
import { feature, merge, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';

/** @typedef {{ at: [number, number], near: number, far: number, from: number, to: number }} Window */

/**
 * States of 1962 out of today's: the former number of the state, and the ISO 3166-1 numbers or, where the
 * source has none, the names of its parts.
 */
const MERGED = {
	// The Soviet Union
	810: '643 804 112 398 860 795 417 762 031 051 268 498 440 428 233 Baikonur',
	// Yugoslavia, Czechoslovakia
	890: '688 191 070 705 807 499 Kosovo',
	200: '203 703',
	// Pakistan with East Pakistan, Sudan, Ethiopia with Eritrea, Somalia, Cyprus
	586: '586 050',
	736: '729 728',
	231: '231 232',
	706: '706 Somaliland',
	196: '196 N._Cyprus Cyprus_U.N._Buffer_Zone'
};

const EARTH_KM = 6371;

/**
 * Tolerances: `near` km of detail within `from` km of the point, growing to `far` km at `to` km.
 * @type {{ world: Window[], detail: Window[] }}
 */
const WINDOWS = {
	world: [
		{ at: [-79.5, 21.8], near: 6, far: 52, from: 600, to: 3200 },
		{ at: [114, 22.5], near: 18, far: 52, from: 700, to: 2500 },
		{ at: [15, 45], near: 30, far: 52, from: 1500, to: 3500 }
	],
	// The explorer reads them too: it comes no nearer than the coasts are drawn for.
	detail: JSON.parse(readFileSync('src/lib/globe/data/windows.json', 'utf8'))
};

/**
 * Hong Kong, Macao, Japan, Taiwan, Puerto Rico, Jamaica, the Bahamas: the largest island stays, and where they
 * are few, all from 12 km² on.
 */
const KEEP = new Set(['344', '446', '392', '158', '630', '388', '044']);

/** @param {Window[]} windows @param {[number, number]} at @returns km */
function toleranceAt(windows, at) {
	return Math.min(
		...windows.map(({ at: centre, near, far, from, to }) => {
			const km = geoDistance(centre, at) * EARTH_KM;
			const share = Math.min(1, Math.max(0, (km - from) / (to - from)));
			return near + (far - near) * share;
		})
	);
}

/**
 * The source cuts what lies across the antimeridian, and not quite at the same latitudes on both sides. One
 * name for the line, and a grid of 0.01° (1 km) on it, let the halves share their edge and be joined again.
 * @param {number[]} point
 */
const onAntimeridian = ([lon, lat]) =>
	Math.abs(lon) === 180 ? [-180, Math.round(lat * 100) / 100] : [lon, lat];

/**
 * The source as plain polygons; rings that claim the whole sphere are wound the wrong way and turned.
 * `island`: shares no border and is not half of something, so that it can go without leaving a hole or a cut.
 */
function readCountries() {
	const source = JSON.parse(readFileSync('node_modules/world-atlas/countries-10m.json', 'utf8'));
	/** Three Maldives rings of 2.0.2 each cover the sphere; so would any other that is wound wrongly. */
	const repair = (/** @type {number[][][]} */ polygon) =>
		geoArea({ type: 'Polygon', coordinates: polygon }) > 2 * Math.PI
			? polygon.map((ring) => [...ring].reverse())
			: polygon;
	/** @param {number[][]} ring */
	const tidy = (ring) =>
		ring.map(onAntimeridian).filter((at, i, all) => i === 0 || String(at) !== String(all[i - 1]));
	/** @param {any} geometry */
	const nameOf = ({ id, properties }) => id ?? properties.name.replaceAll(' ', '_');
	const owner = new Map(
		Object.entries(MERGED).flatMap(([id, parts]) => parts.split(' ').map((part) => [part, id]))
	);
	/** @type {any[]} */
	const geometries = source.objects.countries.geometries;
	const merged = Object.keys(MERGED).map((id) => ({
		...mergeArcs(
			source,
			geometries.filter((geometry) => owner.get(nameOf(geometry)) === id)
		),
		id
	}));
	const states = [...merged, ...geometries.filter((geometry) => !owner.has(nameOf(geometry)))];
	/** @param {any} geometry @returns {number[][][]} arcs of rings of polygons */
	const arcsOf = ({ type, arcs }) => (type === 'Polygon' ? [arcs] : arcs);
	const uses = new Map();
	for (const arc of states.flatMap(arcsOf).flat(2)) {
		const i = arc < 0 ? ~arc : arc;
		uses.set(i, (uses.get(i) ?? 0) + 1);
	}
	return states.map((geometry) => ({
		id: String(geometry.id ?? ''),
		polygons: arcsOf(geometry).map((arcs) => {
			const rings = repair(feature(source, { type: 'Polygon', arcs }).geometry.coordinates).map(
				tidy
			);
			const alone = arcs.flat().every((arc) => uses.get(arc < 0 ? ~arc : arc) === 1);
			return {
				rings,
				island: alone && !rings[0].some((/** @type {number[]} */ [lon]) => lon === -180)
			};
		})
	}));
}

/** @param {'world' | 'detail'} name @param {number} quantization */
function build(name, quantization) {
	const windows = WINDOWS[name];
	const countries = readCountries()
		.map(({ id, polygons }) => {
			const kept = polygons.filter(({ island, rings }) => {
				const km2 = geoArea({ type: 'Polygon', coordinates: rings }) * EARTH_KM ** 2;
				const tolerance = toleranceAt(windows, rings[0][0]);
				const least =
					KEEP.has(id) && polygons.length < 40 ? 12 : (name === 'world' ? 2.6 : 3) * tolerance ** 2;
				return !island || km2 >= least;
			});
			const largest = [...polygons].sort(
				(a, b) =>
					geoArea({ type: 'Polygon', coordinates: b.rings }) -
					geoArea({ type: 'Polygon', coordinates: a.rings })
			)[0];
			const shown = kept.length > 0 ? kept : KEEP.has(id) ? [largest] : [];
			return {
				type: 'Feature',
				id,
				properties: {},
				geometry: { type: 'MultiPolygon', coordinates: shown.map(({ rings }) => rings) }
			};
		})
		.filter(({ geometry }) => geometry.coordinates.length > 0);
	const cut = topology({ countries: { type: 'FeatureCollection', features: countries } });
	/** Joined where two halves share an edge, and cut into arcs anew, so that the join leaves no fixed point. */
	const joined = cut.objects.countries.geometries.map((/** @type {any} */ geometry) => ({
		type: 'Feature',
		id: geometry.id,
		properties: {},
		geometry: merge(cut, [geometry])
	}));
	const raw = topology({ countries: { type: 'FeatureCollection', features: joined } });
	/** Weight of a point: its triangle, as a multiple of the square of what may be lost there. */
	const weighed = presimplify(raw, (triangle) => {
		const km2 = sphericalTriangleArea(triangle) * EARTH_KM ** 2;
		return km2 / toleranceAt(windows, triangle[1]) ** 2;
	});
	const simple = simplify(weighed, 0.5);
	const geometries = simple.objects.countries.geometries
		.map((/** @type {any} */ geometry) => sound(simple, geometry))
		.filter(Boolean);
	const land = sound(simple, mergeArcs(simple, geometries));
	const final = requantize(
		{ ...simple, objects: { countries: { type: 'GeometryCollection', geometries }, land } },
		quantization
	);
	const json = JSON.stringify(final);
	writeFileSync(`src/lib/globe/data/${name}.json`, json);
	const points = final.arcs.reduce(
		(/** @type {number} */ sum, /** @type {any[]} */ arc) => sum + arc.length,
		0
	);
	const brotli = brotliCompressSync(json).length;
	console.log(
		`${name}: ${points} points, ${final.arcs.length} arcs, ${json.length} bytes, ${brotli} with brotli`
	);
}

/**
 * Drops rings that simplification emptied (less than 0.04 km², an outer ring or a hole) and polygons it turned
 * inside out.
 */
function sound(/** @type {any} */ world, /** @type {any} */ geometry) {
	const areaOf = (/** @type {any} */ arcs) => geoArea(feature(world, { type: 'Polygon', arcs }));
	const empty = (/** @type {any} */ ring) => {
		const area = areaOf([ring]);
		return Math.min(area, 4 * Math.PI - area) < 1e-9;
	};
	const arcs = geometry.arcs
		.filter((/** @type {any} */ [outer]) => !empty(outer))
		.map((/** @type {any} */ rings) => rings.filter((/** @type {any} */ ring) => !empty(ring)))
		.filter((/** @type {any} */ rings) => areaOf(rings) < 2 * Math.PI);
	return arcs.length ? { type: 'MultiPolygon', id: geometry.id, arcs } : null;
}

/** Quantizes, and drops arcs that no geometry uses. @param {any} world @param {number} steps */
function requantize(world, steps) {
	const used = new Map();
	const renumber = (/** @type {any} */ node) =>
		Array.isArray(node)
			? node.map(renumber)
			: ((i) => {
					if (!used.has(i)) used.set(i, used.size);
					return node < 0 ? ~used.get(i) : used.get(i);
				})(node < 0 ? ~node : node);
	const objects = {
		countries: {
			type: 'GeometryCollection',
			geometries: world.objects.countries.geometries.map((/** @type {any} */ g) => ({
				type: g.type,
				id: g.id,
				arcs: renumber(g.arcs)
			}))
		},
		land: { type: 'MultiPolygon', arcs: renumber(world.objects.land.arcs) }
	};
	const scale = [360 / (steps - 1), 180 / (steps - 1)];
	const translate = [-180, -90];
	const arcs = [...used.keys()].map((i) => {
		let [px, py] = [0, 0];
		const out = [];
		for (const [lon, lat] of world.arcs[i]) {
			const [x, y] = [Math.round((lon + 180) / scale[0]), Math.round((lat + 90) / scale[1])];
			if (out.length === 0 || x !== px || y !== py) out.push([x - px, y - py]);
			[px, py] = [x, y];
		}
		if (out.length === 1) out.push([0, 0]);
		return out;
	});
	return { type: 'Topology', transform: { scale, translate }, objects, arcs };
}

build('world', 8192);
build('detail', 65536);
