/** Everything that is fetched when a reader first asks for the ruler. */
export { listRuler } from './list-ruler';
export { default as RangeBench } from './RangeBench.svelte';
export { default as RulerOnMap } from './RulerOnMap.svelte';
export { Ruler } from './ruler.svelte';
export { spanView, underRuler, withPlaces } from './under-ruler';
