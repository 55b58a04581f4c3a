import { meetsFloor } from '$lib/start/floor';

/** A browser below the floor keeps the complete page, which nothing hydrates. */
export const init = (): Promise<void> | void => (meetsFloor() ? undefined : new Promise(() => {}));
