import {
	easePolyInOut,
	geoDistance,
	geoInterpolate,
	interpolateZoom,
	type ZoomInterpolator
} from 'd3';
import type { Camera } from './camera';

/** A way from one camera to another. */
export interface Flight {
	/** 0 when there is nothing to fly. */
	readonly durationMs: number;
	/** @param t time as a share of the duration, 0 to 1, clamped */
	at(t: number): Camera;
}

/** Flights last 0.8–1.6 s by distance (ART-DIRECTION). */
const SHORTEST_MS = 800;
const LONGEST_MS = 1600;
/** Milliseconds a flight gets for each unit of van Wijk and Nuij's path length. */
const MS_PER_UNIT = 420;
/** No flight turns the globe faster about the vertical, degrees a frame: it takes longer instead. */
const MOST_TURN = 2.99;
const FRAME_MS = 1000 / 60;
/** How strongly long flights zoom out; 1.41 is van Wijk and Nuij's own choice, less is calmer. */
const CURVATURE = 1.15;
/** A gentle start and end; a stronger one makes the middle of a long flight too fast to follow. */
const ease = easePolyInOut.exponent(1.2);
/** North-up, a path nearer to the pole than this makes the globe spin (ARCHITECTURE). */
const NORTHMOST = 60;

/** `interpolateZoom.rho` (d3-interpolate 2.0) is not in the types. */
const curved = (
	interpolateZoom as unknown as {
		rho(value: number): (from: View, to: View) => ZoomInterpolator;
	}
).rho;
type View = [x: number, y: number, width: number];

type Path = (share: number) => [lon: number, lat: number];

/** The great circle; where it passes too near a pole, the way of even longitude and latitude. */
function pathBetween(from: Camera, to: Camera): { path: Path; angle: number } {
	const [a, b]: [[number, number], [number, number]] = [
		[from.lon, from.lat],
		[to.lon, to.lat]
	];
	const circle = geoInterpolate(a, b);
	const steps = Array.from({ length: 11 }, (_, i) => i / 10);
	const limit = Math.max(NORTHMOST, Math.abs(a[1]), Math.abs(b[1]));
	if (steps.every((share) => Math.abs(circle(share)[1]) <= limit + 1e-6)) {
		return { path: circle, angle: geoDistance(a, b) };
	}
	const turn = ((b[0] - a[0] + 540) % 360) - 180;
	const even: Path = (share) => [
		((a[0] + turn * share + 540) % 360) - 180,
		a[1] + (b[1] - a[1]) * share
	];
	const angle = steps
		.slice(1)
		.reduce((sum, share) => sum + geoDistance(even(share - 0.1), even(share)), 0);
	return { path: even, angle };
}

/**
 * Plans a flight: over the great circle, zooming out in proportion to the distance (van Wijk and Nuij,
 * “Smooth and efficient zooming and panning”, 2003, by way of `d3.interpolateZoom`, with angles on the
 * sphere for lengths on the plane).
 *
 * @param span the smaller side of the stage, CSS px: what “the width of the view” means here
 */
export function planFlight(from: Camera, to: Camera, span: number): Flight {
	const size = Math.max(1, Number.isFinite(span) ? span : 1);
	const { path, angle } = pathBetween(from, to);
	const distance = Math.max(angle, 1e-9);
	const zoom = curved(CURVATURE)([0, 0, size / from.radius], [distance, 0, size / to.radius]);
	// `duration` is the path's length, times 1000 and the curvature's own factor.
	const length = Math.abs(zoom.duration) / 1000;
	const moved = Math.hypot(to.x - from.x, to.y - from.y);
	const still = length < 1e-4 && moved < 0.5;
	const at = (t: number): Camera => {
		const time = Math.min(1, Math.max(0, Number.isFinite(t) ? t : 1));
		if (time === 0) return from;
		if (time === 1) return to;
		const eased = ease(time);
		const [along, , width] = zoom(eased);
		const [lon, lat] = path(Math.min(1, Math.max(0, along / distance)));
		return {
			lon,
			lat,
			radius: size / width,
			x: from.x + (to.x - from.x) * eased,
			y: from.y + (to.y - from.y) * eased
		};
	};
	const wanted = still ? 0 : Math.min(LONGEST_MS, SHORTEST_MS + MS_PER_UNIT * length);
	return { durationMs: wanted * Math.max(1, turnPerFrame(at, wanted) / MOST_TURN), at };
}

/** The most the globe turns about the vertical between two frames, degrees. */
function turnPerFrame(at: (t: number) => Camera, durationMs: number): number {
	const frames = Math.ceil(durationMs / FRAME_MS);
	let most = 0;
	for (let i = 1; i <= frames; i += 1) {
		const [before, next] = [at((i - 1) / frames), at(i / frames)];
		const turn = Math.abs(((next.lon - before.lon + 540) % 360) - 180);
		most = Math.max(most, turn * Math.sin((Math.abs(next.lat) * Math.PI) / 180));
	}
	return most;
}
