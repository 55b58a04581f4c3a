import type { Camera } from './camera';
import type { Flight } from './flight';

/** Milliseconds after the last gesture until the map counts as standing still. */
const REST_MS = 160;

/** Moves the camera: flights, cuts and gestures. It knows nothing of what is drawn. */
export class CameraController {
	camera = $state.raw<Camera>({ lon: -40, lat: 15, radius: 300, x: 0, y: 0 });
	/** True from the first frame of a movement to its last: then the map is drawn the fast way. */
	moving = $state(false);
	/** True from the frame after the last movement on: the lettering has a frame of its own. */
	resting = $state(true);
	#frame = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;

	/** Puts the camera there at once; whatever was under way ends. */
	cut(to: Camera): void {
		this.stop();
		this.camera = to;
	}

	/** Flies; a flight under way is taken over in the air, so plan from where the camera is now. */
	fly(flight: Flight): void {
		this.stop();
		if (flight.durationMs === 0 || document.hidden) {
			this.camera = flight.at(1);
			return;
		}
		this.#move();
		let begun: number | null = null;
		const step = (now: number) => {
			begun ??= now;
			const t = document.hidden ? 1 : (now - begun) / flight.durationMs;
			this.camera = flight.at(t);
			if (t < 1) this.#frame = requestAnimationFrame(step);
			else this.#land();
		};
		this.#frame = requestAnimationFrame(step);
	}

	/** Follows a gesture; a moment after the last call the map stands still. */
	steer(to: Camera): void {
		this.stop();
		this.#move();
		this.camera = to;
		this.#rest = setTimeout(() => this.#land(), REST_MS);
	}

	/**
	 * Stops a flight where it is; it counts as under way, and nothing is drawn until the next flight or cut. A flight that has
	 * landed is over: its last frame, which brings the lettering, still comes.
	 */
	hold(): void {
		if (this.moving) cancelAnimationFrame(this.#frame);
	}

	/** Ends whatever is under way, where it is. */
	stop(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#rest);
		this.moving = false;
		this.resting = true;
	}

	#move(): void {
		this.moving = true;
		this.resting = false;
	}

	#land(): void {
		this.moving = false;
		this.#frame = requestAnimationFrame(() => (this.resting = true));
	}
}
