/** The parts of explore mode; fetched when it is first wanted. */
export { default as Explorer } from './Explorer.svelte';
export { exploreScene } from './explore-scene';
export { gestures } from './gestures';
export { turned, widthAt, zoomed } from './moves';
