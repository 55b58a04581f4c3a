import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraController } from './camera-controller.svelte';
import type { Flight } from './flight';

const FRAME_MS = 16;
let frames: Map<number, FrameRequestCallback>;
let now: number;

/** Runs the frames that are waiting; what they ask for waits for the next call. */
function nextFrame(): void {
	now += FRAME_MS;
	const due = [...frames.values()];
	frames.clear();
	for (const run of due) run(now);
}

beforeEach(() => {
	[frames, now] = [new Map(), 0];
	let last = 0;
	vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
		frames.set((last += 1), run);
		return last;
	});
	vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
	vi.stubGlobal('document', { hidden: false });
});
afterEach(() => vi.unstubAllGlobals());

const flight: Flight = {
	durationMs: 2 * FRAME_MS,
	at: (t) => ({ lon: Math.min(1, t), lat: 0, radius: 300, x: 0, y: 0 })
};

describe('a hold', () => {
	it('in the frame in which the flight lands leaves the map at rest, with its lettering', () => {
		const controller = new CameraController();
		controller.fly(flight);
		for (let i = 0; i < 3; i += 1) nextFrame();
		expect(controller.moving).toBe(false);
		controller.hold();
		nextFrame();
		expect(controller.resting).toBe(true);
		expect(controller.camera.lon).toBe(1);
	});

	it('in the air stops the flight, which counts as under way', () => {
		const controller = new CameraController();
		controller.fly(flight);
		nextFrame();
		nextFrame();
		controller.hold();
		for (let i = 0; i < 5; i += 1) nextFrame();
		expect(controller.camera.lon).toBe(0.5);
		expect([controller.moving, controller.resting]).toEqual([true, false]);
	});
});
