import type { Basemap } from './basemap';
import { loadBasemap } from './load-basemap';
import { MAP_FILES } from './map-files';

/** The map data of one globe: coarse for the whole earth and for movement, detailed for near views at rest. */
export class Basemaps {
	world = $state.raw<Basemap | null>(null);
	detail = $state.raw<Basemap | null>(null);
	/** The coarse data could not be loaded: there is nothing to draw. */
	broken = $state(false);
	/** Detail was asked for, and has neither come nor failed yet. */
	awaited = $state(false);

	/** @param onbroken called when the coarse data cannot be loaded */
	async loadWorld(onbroken?: () => void): Promise<void> {
		try {
			this.world = await loadBasemap(MAP_FILES.world);
		} catch {
			this.broken = true;
			onbroken?.();
		}
	}

	/** Loads the detail once. Until it comes, or if it never does, the coarse data stands in. */
	async loadDetail(): Promise<void> {
		if (this.detail !== null || this.awaited) return;
		this.awaited = true;
		try {
			this.detail = await loadBasemap(MAP_FILES.detail);
		} catch {
			// The coarse map stays; the next scene asks again.
		}
		this.awaited = false;
	}
}
