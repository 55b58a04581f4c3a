import { fitView } from '$lib/globe/camera/camera';
import { kmBetween } from '$lib/globe/camera/geodesy';
import type { Rect } from '$lib/globe/camera/geometry';
import type { MapScene } from '$lib/model/map-scene';
import { projectionFor } from '$lib/globe/camera/projection';
import type { Opening } from './unfold';

/** From farther away there is no landing: the picture is faded in, km. */
const FAR_KM = 3000;

/** What the stage showed, or shows. */
export interface Shown {
	readonly map: MapScene;
	/** No map is seen. */
	readonly whole: boolean;
}

/**
 * How the stage goes from one beat's pictures to the next: between map and plan a circle that opens from the plan's place on the
 * map, and closes there; a cross-fade between two plans, and from far away.
 *
 * @param before what was shown; null at first
 * @param free the part of the stage that nothing covers, CSS px
 * @param still cut instead of moving
 */
export function openingOf(before: Shown | null, now: Shown, free: Rect, still: boolean): Opening {
	const plan = now.whole ? now : before;
	const [mark] = plan?.map.marks ?? [];
	const far = !before || kmBetween(before.map.view.center, now.map.view.center) > FAR_KM;
	const radius = Math.hypot(free.x + free.width, free.y + free.height) * 2;
	const fades = far || before.whole === now.whole || !plan || !mark;
	const at = fades
		? null
		: projectionFor(fitView(plan.map.view, free), {
				width: free.x + free.width,
				height: free.y + free.height
			})([...mark.at]);
	return {
		from: at ? { x: at[0], y: at[1] } : null,
		radius,
		landing: now.whole && before?.map.view !== now.map.view,
		still
	};
}
