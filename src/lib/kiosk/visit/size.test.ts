import { describe, expect, it } from 'vitest';
import { chartScale, freeOf, kioskSizes } from './size';

/** Cap height of Courier Prime as a share of the font size, and the telegram's smallest size in rem (src/lib/kiosk/tokens.css). */
const COURIER_CAP = 1187 / 2048;
const TELEGRAM_REM = 1.05 * 0.905;

describe('kioskSizes', () => {
	const screens = [
		[1080, 1920],
		[1920, 1080],
		[2160, 3840],
		[3840, 2160]
	] as const;

	it.each(
		screens.flatMap(([w, h]) => [24, 32, 43, 55, 65].map((inches) => [w, h, inches] as const))
	)('%d × %d at %d inches: touched things are 20 mm, capitals 4.8 mm', (width, height, inches) => {
		const sizes = kioskSizes({ width, height }, { width, height }, inches);
		expect(sizes.target / sizes.pxPerMm).toBeCloseTo(20, 5);
		expect((sizes.rem * TELEGRAM_REM * COURIER_CAP) / sizes.pxPerMm).toBeGreaterThanOrEqual(4.8);
	});

	it('gives the same millimetres whatever the resolution', () => {
		const full = kioskSizes({ width: 1080, height: 1920 }, { width: 1080, height: 1920 }, 32);
		const fine = kioskSizes({ width: 2160, height: 3840 }, { width: 2160, height: 3840 }, 32);
		expect(fine.rem / fine.pxPerMm).toBeCloseTo(full.rem / full.pxPerMm, 5);
	});

	it('still fits on a laptop and a phone, scaled', () => {
		for (const [width, height] of [
			[1440, 900],
			[390, 844]
		] as const) {
			const { rem, target } = kioskSizes({ width, height }, { width, height }, 13);
			expect(rem).toBeLessThanOrEqual(Math.min(width, height) / 26);
			expect(target).toBeLessThanOrEqual(Math.min(width, height) / 9);
		}
	});

	it('measures by the screen when the page is a window on it', () => {
		const screen = { width: 1920, height: 1080 };
		expect(kioskSizes({ width: 900, height: 700 }, screen, 24).pxPerMm).toBe(
			kioskSizes(screen, screen, 24).pxPerMm
		);
	});

	it('survives a window without size', () => {
		const sizes = kioskSizes({ width: 0, height: 0 }, { width: 0, height: 0 }, 32);
		expect(Object.values(sizes).every((size) => Number.isFinite(size) && size > 0)).toBe(true);
	});
});

describe('freeOf', () => {
	const map = { width: 1080, height: 800 };

	it('lies within the map, and leaves the loop’s words more room than a visit’s', () => {
		for (const portrait of [true, false]) {
			const [visit, loop] = [freeOf(map, false, portrait), freeOf(map, true, portrait)];
			for (const free of [visit, loop]) {
				expect(free?.x).toBeGreaterThan(0);
				expect(free?.y).toBeGreaterThan(0);
				expect((free?.x ?? 0) + (free?.width ?? 0)).toBeLessThan(map.width);
				expect((free?.y ?? 0) + (free?.height ?? 0)).toBeLessThan(map.height);
			}
			const side = portrait ? 'height' : 'width';
			expect(loop?.[side]).toBeLessThan(visit?.[side] ?? 0);
		}
	});

	it('is not known before the map has a size', () => {
		expect(freeOf({ width: 0, height: 0 }, false, true)).toBeNull();
	});
});

describe('chartScale', () => {
	it('leaves a chart as it is where there is room, and makes it smaller by what is missing', () => {
		expect(chartScale(1200, 30)).toBe(1);
		expect(chartScale(300, 30)).toBeCloseTo(chartScale(600, 60), 5);
		expect(chartScale(300, 30)).toBeLessThan(0.6);
	});
});
