import { expect, it } from 'vitest';
import { fitView } from '$lib/globe/camera/camera';
import { drawScene } from '$lib/globe/drawing/draw-scene';
import { framed, stillsOf } from './embed-stills';
import { mapOf } from './site';

/** The map of a still, and the ids of what it writes: its labels do not depend on the coasts. */
function written(name: string) {
	const [id = '', given = ''] = name.split('.');
	const shape = given.replace('map-', '');
	const map = mapOf('en', id)?.map;
	const frame = framed(shape);
	if (!map || !frame) throw new Error(`There is no still “${name}”.`);
	const { size, free, edges } = frame;
	const camera = fitView(map.view, free);
	const { labels } = drawScene(map, null, camera, size, { obstacles: edges, moving: false });
	return { map, ids: labels.map((label) => label.id) };
}

it('the still of a frame names what its passage is about, in both shapes', () => {
	const names = stillsOf('en');
	expect(names.length).toBeGreaterThan(60);
	const missing = names.flatMap((name) => {
		const { map, ids } = written(name);
		const must = [
			...map.marks.filter(({ focus }) => focus).map(({ place }) => place),
			...map.names.filter(({ focus, keep = false }) => focus || keep).map(({ id }) => `name-${id}`)
		];
		return must.filter((id) => !ids.includes(id)).map((id) => `${name}: ${id}`);
	});
	expect(missing).toEqual([]);
	expect(written('cover.wide').ids).toContain('name-united_states');
});
