/** What stands on the stage beside the map: fetched before a beat needs it, in one file. */
export { arrange } from './arrange';
export { default as Bar } from './Bar.svelte';
export { default as BandSigns } from '$lib/pictures/evening/BandSigns.svelte';
export { default as LegendSign } from '$lib/globe/drawing/LegendSign.svelte';
export { default as StagePictures } from './StagePictures.svelte';
