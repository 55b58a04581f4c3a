import type { Engine } from './engine';

/**
 * What of a chart lies outside of it or has no size, px; an empty list is a whole chart.
 *
 * @param chart of those that it matches, the ones that are shown
 */
export const brokenIn = (engine: Engine, chart: string) =>
	engine.evaluate((selector) => {
		const charts = [...document.querySelectorAll(selector)].filter(
			(found) => found.getBoundingClientRect().width > 100
		);
		if (charts.length === 0) return ['no chart'];
		return charts.flatMap((found) => {
			const frame = found.getBoundingClientRect();
			const shapes = [...found.querySelectorAll('svg :is(line, path, rect, circle, text)')];
			if (shapes.length < 10) return ['no shapes'];
			return shapes
				.filter((shape) => !shape.closest('defs'))
				.filter((shape) => {
					const { left, right, top, bottom, width, height } = shape.getBoundingClientRect();
					const inside =
						left >= frame.left - 3 &&
						right <= frame.right + 3 &&
						top >= frame.top - 3 &&
						bottom <= frame.bottom + 3;
					const shown = getComputedStyle(shape).display !== 'none';
					return shown && (!inside || Math.max(width, height) < 1);
				})
				.map((shape) => {
					const { x, y, width, height } = shape.getBoundingClientRect();
					return `${shape.outerHTML.slice(0, 60)} at ${[x - frame.x, y - frame.y, width, height].map(Math.round)} of ${[frame.width, frame.height].map(Math.round)}`;
				});
		});
	}, chart);
