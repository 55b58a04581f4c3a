import type { Position } from 'geojson';
import type { Camera } from '../camera/camera';
import { DEGREES, type Size } from '../camera/geometry';

/**
 * Paths of coasts, borders and graticule, fast. A frame of a flight has a few milliseconds, and most of them
 * went into d3-geo's stream of one small array per point (measured, `docs/decisions/0005`). Here every point
 * is a unit vector made once; a frame is nine multiplications a point and one string.
 *
 * What it gives up: edges are straight on the picture instead of bent with the earth (ours are short), and a
 * coast that crosses the limb is pressed against it instead of being cut there, which looks the same.
 */

/** Points on the unit sphere, in runs. */
export interface Vectors {
	/** x, y, z of all points. */
	readonly xyz: Float32Array;
	/** Where each run begins, in points, and one entry more for the end. */
	readonly starts: Uint32Array;
	/** For each run the cap that holds it: x, y, z of its middle and its angular radius. */
	readonly caps: Float32Array;
	/** Rings of polygons rather than lines. */
	readonly closed: boolean;
}

/** Along the limb no step is longer than this; radians. */
const LIMB_STEP = 0.1;
/** Beyond the edge of the picture by this much nothing needs its true shape; CSS px. */
const BLEED = 24;

type Vector = readonly [x: number, y: number, z: number];

/** x to the Gulf of Guinea, y to 90° E, z to the North Pole. */
function unit([lon = 0, lat = 0]: Position): Vector {
	const flat = Math.cos(lat / DEGREES);
	return [flat * Math.cos(lon / DEGREES), flat * Math.sin(lon / DEGREES), Math.sin(lat / DEGREES)];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * @param runs rings or lines, degrees, longitude first
 * @param closed true for rings
 */
export function vectorsOf(runs: readonly Position[][], closed: boolean): Vectors {
	const total = runs.reduce((sum, run) => sum + run.length, 0);
	const xyz = new Float32Array(3 * total);
	const starts = new Uint32Array(runs.length + 1);
	const caps = new Float32Array(4 * runs.length);
	let at = 0;
	runs.forEach((run, i) => {
		starts[i] = at;
		const units = run.map(unit);
		const middle = [0, 0, 0];
		for (const vector of units) {
			xyz.set(vector, 3 * at);
			for (const k of [0, 1, 2] as const) middle[k] = (middle[k] ?? 0) + vector[k];
			at += 1;
		}
		const length = Math.hypot(...middle) || 1;
		const axis = middle.map((value) => value / length) as unknown as Vector;
		const cosine = units.reduce((least, vector) => Math.min(least, dot(axis, vector)), 1);
		caps.set([...axis, Math.acos(Math.max(-1, cosine))], 4 * i);
	});
	starts[runs.length] = at;
	return { xyz, starts, caps, closed };
}

/** Which sides of the picture a point lies beyond: four bits. */
const beyond = (x: number, y: number, right: number, bottom: number): number =>
	(x < -BLEED ? 1 : x > right ? 2 : 0) | (y < -BLEED ? 4 : y > bottom ? 8 : 0);

/** Numbers with one decimal as text, kept: a flight writes the same few thousand over and over. */
const texts: string[] = [];
/** So many, in tenths of a CSS px: what does not fit is written anew. */
const KEPT = 16_000;

const tenths = (value: number): string => {
	const whole = Math.round(value * 10);
	if (whole >= 0 && whole < KEPT) return (texts[whole] ??= String(whole / 10));
	return String(whole / 10);
};

/** The pieces of the path that is being written: kept, so that a frame makes no garbage. */
const parts: string[] = [];

/** An angle as a turn of at most half a circle, radians. */
const shortest = (angle: number): number => {
	const turn = (angle + Math.PI) % (2 * Math.PI);
	return (turn < 0 ? turn + 2 * Math.PI : turn) - Math.PI;
};

/**
 * The path of all runs that can be seen.
 *
 * @param size of the stage, CSS px
 * @param near points nearer than this to the one before are left out, CSS px
 * @returns an SVG path in CSS px; empty when nothing is in sight
 */
export function quickPath(vectors: Vectors, camera: Camera, size: Size, near = 0.7): string {
	const { xyz, starts, caps, closed } = vectors;
	const { radius, x: x0, y: y0 } = camera;
	const [cx, cy, cz] = unit([camera.lon, camera.lat]);
	const [lon, lat] = [camera.lon / DEGREES, camera.lat / DEGREES];
	// East and north of the point in the middle of the picture.
	const [ex, ey] = [-Math.sin(lon), Math.cos(lon)];
	const [nx, ny, nz] = [
		-Math.sin(lat) * Math.cos(lon),
		-Math.sin(lat) * Math.sin(lon),
		Math.cos(lat)
	];
	const right = size.width + BLEED;
	const bottom = size.height + BLEED;
	const far = Math.hypot(
		Math.max(x0, size.width - x0) + BLEED,
		Math.max(y0, size.height - y0) + BLEED
	);
	const sight = far < radius ? Math.asin(far / radius) : Math.PI / 2;
	parts.length = 0;

	// The run that is being written: the last point, and one beyond the picture that is written only if the next
	// is not beyond the same side.
	let begun = false;
	let px = 0;
	let py = 0;
	let pside = 0;
	let held = false;
	let hx = 0;
	let hy = 0;
	let hside = 0;
	const write = (x: number, y: number, side: number) => {
		parts.push(begun ? 'L' : 'M', tenths(x), ' ', tenths(y));
		begun = true;
		px = x;
		py = y;
		pside = side;
	};
	const hold = (x: number, y: number, side: number) => {
		held = true;
		hx = x;
		hy = y;
		hside = side;
	};
	const add = (x: number, y: number, last: boolean) => {
		const side = beyond(x, y, right, bottom);
		if (held) {
			if ((side & hside & pside) !== 0 && !last) {
				hold(x, y, side & hside);
				return;
			}
			held = false;
			write(hx, hy, hside);
		}
		if (begun && (side & pside) !== 0 && !last) hold(x, y, side);
		else if (!begun || last || Math.abs(x - px) + Math.abs(y - py) >= near) write(x, y, side);
	};

	for (let run = 0; run + 1 < starts.length; run += 1) {
		const c = 4 * run;
		const nearness =
			(caps[c] as number) * cx + (caps[c + 1] as number) * cy + (caps[c + 2] as number) * cz;
		const off = Math.acos(Math.min(1, Math.max(-1, nearness)));
		const reach = caps[c + 3] as number;
		if (off - reach > sight) continue;
		// Only a ring round the point behind the earth needs its turns counted.
		const behind = closed && Math.PI - off < reach;
		const from = starts[run] as number;
		const to = starts[run + 1] as number;
		const before = parts.length;
		begun = held = false;
		let seen = false;
		let wasHidden = false;
		let angle = 0;
		let turns = 0;
		let heading = NaN;

		for (let i = from; i < to; i += 1) {
			const x = xyz[3 * i] as number;
			const y = xyz[3 * i + 1] as number;
			const z = xyz[3 * i + 2] as number;
			let east = x * ex + y * ey;
			let north = x * nx + y * ny + z * nz;
			const hidden = x * cx + y * cy + z * cz < 0;
			const last = i + 1 === to;
			seen ||= !hidden;
			if (behind) {
				const now = Math.atan2(north, east);
				if (!Number.isNaN(heading)) turns += shortest(now - heading);
				heading = now;
			}
			if (hidden) {
				if (!closed) {
					begun = held = false;
					continue;
				}
				const length = Math.hypot(east, north) || 1;
				east /= length;
				north /= length;
				const next = Math.atan2(north, east);
				if (wasHidden) {
					// Pressed against the limb, two neighbours can be far apart: the path follows the limb.
					const turn = shortest(next - angle);
					const steps = Math.floor(Math.abs(turn) / LIMB_STEP);
					for (let k = 1; k <= steps; k += 1) {
						const a = angle + (turn * k) / (steps + 1);
						add(x0 + radius * Math.cos(a), y0 - radius * Math.sin(a), false);
					}
				}
				angle = next;
			}
			wasHidden = hidden;
			add(x0 + radius * east, y0 - radius * north, last);
		}
		// All of it is behind the earth: what was pressed against the limb is no coast.
		if (!seen) {
			parts.length = before;
			continue;
		}
		if (closed && begun) parts.push('Z');
		// A ring that goes round the point behind the earth was pressed against the whole limb: what it encloses
		// and what it does not have changed places, and a disc changes them back. No land is wider than half the
		// earth, so a full turn means the point behind, not the point in front.
		const full = Math.round(turns / (2 * Math.PI));
		if (full !== 0 && off > Math.PI / 2) {
			const [a, b, r] = [tenths(x0 - radius), tenths(x0 + radius), tenths(radius)];
			const [y, sweep] = [tenths(y0), full > 0 ? 1 : 0];
			parts.push(`M${a} ${y}A${r} ${r} 0 0 ${sweep} ${b} ${y}A${r} ${r} 0 0 ${sweep} ${a} ${y}Z`);
		}
	}
	return parts.join('');
}
