import { describe, expect, it } from 'vitest';
import type { View } from '$lib/model/map-scene';
import { fitView } from './camera/camera';
import {
	afterGesture,
	afterHome,
	follow,
	NOT_STARTED,
	resumeAt,
	toPlace,
	type Steering,
	type Wanted
} from './steering';

const havana: View = { center: [-82, 23], km: [900, 900] };
const moscow: View = { center: [37, 55], km: [3000, 3000] };
const earth: View = { center: [-40, 20], km: [20_000, 20_000] };
const free = { x: 0, y: 0, width: 800, height: 600 };
const narrower = { x: 0, y: 0, width: 500, height: 600 };
const camera = { lon: 1, lat: 2, radius: 3000, x: 10, y: 20 };
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
	beat: 'first',
	view: havana,
	exploring: false,
	free,
	camera,
	moving: false,
	flies: true,
	...over
});
/** The state after the page has opened at Havana, with changes. */
const opened = (over: Partial<Steering> = {}): Steering => ({
	...follow(NOT_STARTED, wanted())[0],
	...over
});

describe('the first view', () => {
	it('is there at once', () => {
		const [state, move] = follow(NOT_STARTED, wanted());
		expect(move).toEqual({ kind: 'cut', to: fitView(havana, free) });
		expect(state.beat).toBe('first');
	});

	it('turns in from the east when it is the whole globe, unless motion is unwanted', () => {
		const [, move] = follow(NOT_STARTED, wanted({ view: earth }));
		expect(move).toMatchObject({ kind: 'enter', from: { lon: 15 }, to: { lon: -40 } });
		expect(follow(NOT_STARTED, wanted({ view: earth, flies: false }))[1].kind).toBe('cut');
	});
});

describe('reading on', () => {
	it('flies to the view of another passage', () => {
		const [state, move] = follow(opened(), wanted({ beat: 'next', view: moscow }));
		expect(move).toEqual({ kind: 'go', to: fitView(moscow, free) });
		expect(state.beat).toBe('next');
	});

	it('fits the same view into another size without a flight', () => {
		const [, move] = follow(opened(), wanted({ free: narrower }));
		expect(move).toEqual({ kind: 'cut', to: fitView(havana, narrower) });
	});

	it('aims a flight under way at the middle of the new size', () => {
		const [, move] = follow(opened(), wanted({ free: narrower, moving: true }));
		expect(move).toEqual({ kind: 'go', to: fitView(havana, narrower) });
	});
});

describe('explore mode', () => {
	const exploring = () => follow(opened(), wanted({ exploring: true }))[0];

	it('leaves the camera where a gesture put it, moved with the free part', () => {
		const state = afterGesture(exploring());
		const [, move] = follow(state, wanted({ exploring: true, free: narrower }));
		expect(move).toEqual({ kind: 'cut', to: { ...camera, x: 250, y: 300 } });
	});

	it('goes home on request, and stays there', () => {
		const state = afterHome(afterGesture(exploring()));
		const [, move] = follow(state, wanted({ exploring: true, free: narrower }));
		expect(move).toEqual({ kind: 'cut', to: fitView(havana, narrower) });
	});

	it('keeps a chosen place in view when the size changes, until a gesture', () => {
		const state = toPlace(exploring(), [-80, 22], 520);
		const [, move] = follow(state, wanted({ exploring: true, free: narrower }));
		expect(move.to).toEqual(fitView(state.sight, narrower));
		const [, after] = follow(afterGesture(state), wanted({ exploring: true, free: narrower }));
		expect(after.to).toMatchObject({ lon: camera.lon, radius: camera.radius });
	});

	it('ends with the view of the passage, whatever was turned', () => {
		const [state, move] = follow(afterGesture(exploring()), wanted());
		expect(move).toEqual({ kind: 'go', to: fitView(havana, free) });
		expect(state.steered).toBe(false);
	});

	it('begins where the reader had left it by a link, once', () => {
		const left = resumeAt(opened(), { ...camera, lon: 99 });
		const [state, move] = follow(left, wanted({ exploring: true }));
		expect(move).toMatchObject({ kind: 'cut', to: { lon: 99, radius: 3000, x: 400, y: 300 } });
		expect(state.resumeAt).toBeNull();
		const again = follow(follow(state, wanted())[0], wanted({ exploring: true }));
		expect(again[1].to).toEqual(fitView(havana, free));
	});
});
