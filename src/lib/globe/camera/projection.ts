import { geoOrthographic, type GeoProjection } from 'd3';
import type { Camera } from './camera';
import { DEGREES, type Size } from './geometry';

/** CSS px drawn beyond the edge of the stage, so that no outline runs along it. */
const BLEED = 24;

/**
 * The orthographic projection of a camera. Once the limb is off screen only the visible cap is projected:
 * half the time, and path strings a thousand times shorter (measured in ARCHITECTURE).
 *
 * @param moving true while flying: curves are not refined, which cannot be seen
 */
export function projectionFor(camera: Camera, size: Size, moving = false): GeoProjection {
	const { lon, lat, radius, x, y } = camera;
	const far = Math.hypot(Math.max(x, size.width - x) + BLEED, Math.max(y, size.height - y) + BLEED);
	const cap = far < radius ? Math.asin(far / radius) * DEGREES + 0.5 : 90;
	return geoOrthographic()
		.rotate([-lon, -lat])
		.scale(radius)
		.translate([x, y])
		.clipAngle(Math.min(90, cap))
		.clipExtent([
			[-BLEED, -BLEED],
			[size.width + BLEED, size.height + BLEED]
		])
		.precision(moving ? 0 : 0.4);
}
