import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import Drawing from '$lib/globe/drawing/Drawing.svelte';
import { decodeBasemap, type Basemap } from '$lib/globe/drawing/basemap';
import { fitView } from '$lib/globe/camera/camera';
import { needsDetail } from '$lib/globe/camera/view';
import { drawScene } from '$lib/globe/drawing/draw-scene';
import type { Rect, Size } from '$lib/globe/camera/geometry';
import mapCss from '$lib/globe/drawing/map.css?inline';
import tokens from '$lib/globe/drawing/tokens.css?inline';
import type { MapScene } from '$lib/model/map-scene';
import { plainCss } from './plain-css';

/** The size of a still map that stands for a lost map on a large stage, CSS px. */
export const STILL: Size = { width: 720, height: 540 };

/** The size of a still in the words, CSS px, in the same shape: its letters of 13 px are as large on a phone and on paper. */
export const STILL_IN_WORDS: Size = { width: 352, height: 264 };

/** The size of a map beside an entry, CSS px: labels of about 12 px where it is as wide as a phone. */
export const SMALL_STILL: Size = { width: 440, height: 300 };

const style = plainCss(mapCss, tokens);
const levels = new Map<string, Basemap>();

function basemap(name: 'world' | 'detail'): Basemap {
	const known = levels.get(name);
	if (known) return known;
	const map = decodeBasemap(JSON.parse(readFileSync(`src/lib/globe/data/${name}.json`, 'utf8')));
	levels.set(name, map);
	return map;
}

/**
 * One scene as an SVG file of its own: for readers without JavaScript, for print, for share images. The same
 * `drawScene` and the same component as in the browser draw it.
 *
 * @param size CSS px
 * @param sentence what the map shows; the file says it too
 * @param free the part that the scene must fit into, CSS px; all of it when left out
 * @param obstacles boxes that labels keep out of, CSS px
 */
export function renderScene(
	scene: MapScene,
	size: Size,
	sentence: string,
	free: Rect = { x: 0, y: 0, ...size },
	obstacles: readonly Rect[] = []
): string {
	const camera = fitView(scene.view, free);
	const map = basemap(needsDetail(scene.view, camera.radius) ? 'detail' : 'world');
	const drawing = drawScene(scene, map, camera, size, { obstacles, moving: false });
	const body = render(Drawing, { props: { drawing, fitted: true } }).body.replace(
		/<!--[\s\S]*?-->/g,
		''
	);
	const { width, height } = size;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escape(sentence)}</title><style>${style}</style>${body}</svg>\n`;
}

/** Text as it stands in XML. */
export const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
