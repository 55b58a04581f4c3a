/**
 * Lettering of every beat in every layout: nothing lies on anything. The same rules are checked in the browser at one
 * size (`tests/story/every-beat.spec.ts`), which also proves that the widths of texts are as computed here.
 */
import { describe, expect, it } from 'vitest';
import { checkContent } from '$lib/content/check';
import { readContent } from '$lib/content/files';
import { buildStory } from '$lib/content/story';
import { fitView } from '$lib/globe/camera/camera';
import { freeSpace } from '$lib/globe/camera/free-space';
import { distance, overlaps, type Rect } from '$lib/globe/camera/geometry';
import { projectionFor } from '$lib/globe/camera/projection';
import { drawScene, type Drawing } from '$lib/globe/drawing/draw-scene';
import type { DrawnMark } from '$lib/globe/drawing/drawn-mark';
import { LETTERING } from '$lib/globe/drawing/text-width';
import { exploreScene } from '$lib/globe/explore/explore-scene';
import type { MapScene, View } from '$lib/model/map-scene';
import { sceneAt } from '$lib/model/scene';
import type { Beat, Scene } from '$lib/model/story';
import { byDistance } from '$lib/ruler/distance';
import { drawRuler } from '$lib/ruler/draw-ruler';
import { spanView, underRuler, withPlaces } from '$lib/ruler/under-ruler';
import { boxesOf, LAYOUTS } from './map-layouts.fixture';

const story = buildStory(checkContent(readContent()), 'en');
const scenes = story.beats.map((_, beat) => sceneAt(story, { beat, progress: 0 }));

type Named = Rect & { readonly name: string };
type Layout = (typeof LAYOUTS)[number];

const square = (name: string, { x, y }: { x: number; y: number }, half: number): Named => ({
	name,
	x: x - half,
	y: y - half,
	width: 2 * half,
	height: 2 * half
});
/** Half of what is drawn of a mark, CSS px at scale 1 (see `MarkSign`). */
const half = ({ kind, focus }: DrawnMark) =>
	kind === 'rumour' ? 8 : focus ? 11 : kind === 'dismantled' ? 8 : 5.5;
const marksOf = ({ marks, markScale }: Drawing): Named[] =>
	marks.map((mark) => square(mark.place, mark, half(mark) * markScale));

/** What of a drawing lies on something it must keep off, in sentences. */
function faults(
	beat: string,
	drawing: Drawing,
	{ covers, subjects, marks }: { covers: Rect[]; subjects: Named[]; marks: Named[] }
): string[] {
	const { width, height } = drawing.size;
	const labels = drawing.labels.map(({ text, box }) => ({ name: text, ...box }));
	return [
		...[...labels, ...subjects].flatMap((item) => [
			...(item.x < -1 ||
			item.y < -1 ||
			item.x + item.width > width + 1 ||
			item.y + item.height > height + 1
				? [`${beat}: “${item.name}” is cut by the edge`]
				: []),
			...covers
				.filter((cover) => overlaps(item, cover))
				.map((cover) => `${beat}: “${item.name}” lies under ${JSON.stringify(cover)}`)
		]),
		...labels.flatMap((label, i) => [
			...labels
				.slice(i + 1)
				.filter((other) => overlaps(label, other))
				.map((other) => `${beat}: “${label.name}” and “${other.name}” overlap`),
			...marks
				.filter((mark) => overlaps(label, mark))
				.map((mark) => `${beat}: “${label.name}” lies on ${mark.name}`)
		])
	];
}

function draw({ stage }: Layout, covers: Rect[], scene: MapScene, view: View) {
	const camera = fitView(view, freeSpace({ x: 0, y: 0, ...stage }, covers));
	// Labels do not depend on the coasts.
	return {
		camera,
		drawing: drawScene(scene, null, camera, stage, { obstacles: covers, moving: false })
	};
}

/** What can lie over the map at a beat; each is one case. */
function casesOf(layout: Layout, { sectionNumber, index, chart, panel }: Scene): Rect[][] {
	const found = sectionNumber
		? [layout.passage, layout.away, ...(chart ? [layout[chart.kind]] : [])]
		: [index === 0 ? layout.opening : layout.prologue];
	const card = panel && layout.panel ? boxesOf(layout.panel) : [];
	return found.map((boxes) => [...boxesOf(boxes), ...card]);
}

describe.each(LAYOUTS)('the map at $name', (layout) => {
	it('keeps labels off labels, marks, cards and the edge, and its subject under no card', () => {
		let labels = 0;
		const wrong = scenes.flatMap((scene) =>
			casesOf(layout, scene).flatMap((covers) => {
				const { drawing } = draw(layout, covers, scene.map, scene.map.view);
				const marks = marksOf(drawing);
				labels += drawing.labels.length;
				const inFocus = new Set(
					drawing.marks.filter(({ focus }) => focus).map(({ place }) => place)
				);
				const subjects = marks.filter(({ name }) => inFocus.has(name));
				return faults(scene.beat, drawing, { covers, subjects, marks });
			})
		);
		// Most beats have several labels; a map without any would pass everything above.
		expect(labels).toBeGreaterThan(100);
		expect(wrong).toEqual([]);
	});

	it('names what the passage is about', () => {
		let wanted = 0;
		const missing = scenes.flatMap((scene) =>
			casesOf(layout, scene).flatMap((covers) => {
				const { drawing } = draw(layout, covers, scene.map, scene.map.view);
				const named = new Set(drawing.labels.map(({ id }) => id));
				const must = [
					...scene.map.marks.filter(({ focus }) => focus).map(({ place }) => place),
					...scene.map.names
						.filter(({ focus, keep = false }) => focus || keep)
						.map(({ id }) => `name-${id}`)
				];
				wanted += must.length;
				return must.filter((id) => !named.has(id)).map((id) => `${scene.beat}: ${id}`);
			})
		);
		expect(wanted).toBeGreaterThan(2 * scenes.length);
		expect([...new Set(missing)]).toEqual([]);
	});

	it('writes a country on its land, or beside it with a short leader', () => {
		const wrong = scenes.flatMap((scene) =>
			casesOf(layout, scene).flatMap((covers) => {
				const { drawing, camera } = draw(layout, covers, scene.map, scene.map.view);
				const project = projectionFor(camera, layout.stage);
				return drawing.labels.flatMap(({ id, lettering, box, leader, onInk }) => {
					const name = scene.map.names.find((one) => `name-${one.id}` === id);
					if (!name || lettering !== 'country' || onInk) return [];
					const points = [name.at, ...(name.or ?? [])].map(
						(at) => project([...at]) ?? ([NaN, NaN] as const)
					);
					const away = Math.min(...points.map(([x, y]) => distance(box, { x, y })));
					const most = leader ? 40 : 0.8 * LETTERING.country.height * drawing.scale;
					return away <= most
						? []
						: [`${scene.beat}: ${name.text} stands ${Math.round(away)} px off`];
				});
			})
		);
		expect([...new Set(wrong)]).toEqual([]);
	});

	it('says what its lines and rings say', () => {
		const silent = scenes.flatMap(({ beat, map }) => {
			const { drawing } = draw(layout, boxesOf(layout.passage), map, map.view);
			const named = new Set(drawing.labels.map(({ id }) => id));
			return [
				...map.lines.filter(({ label }) => label).map(({ id }) => `line-${id}`),
				...map.rings.map(({ id }) => `ring-${id}`)
			]
				.filter((id) => !named.has(id))
				.map((id) => `${beat}: ${id}`);
		});
		expect(silent).toEqual([]);
	});

	it('keeps labels off the ends of the open ruler as well', () => {
		const { places } = story.ruler;
		const at = (id: string) => places.find((place) => place.id === id);
		let [rulers, labels] = [0, 0];
		const wrong = story.beats.flatMap((beat: Beat) => {
			const from = at(beat.ruler?.from ?? '');
			if (!from) return [];
			rulers += 1;
			// The end where the passage lays it, then where it lies closest to everything.
			return [at(beat.ruler?.to ?? ''), byDistance(from, places)[0]].flatMap((to) => {
				if (!to) throw new Error(`The ruler of ${beat.id} has no end.`);
				const line = { from: from.at, to: to.at };
				const scene = underRuler(
					withPlaces(beat.map, [from.id, to.id], story.atlas.places),
					line.from,
					line.to
				);
				const covers = boxesOf(layout.ruler);
				const { camera, drawing } = draw(layout, covers, scene, spanView(line.from, line.to));
				const { scale, size } = drawing;
				const { start, handle } = drawRuler(line, camera, size, scale);
				const ends = [
					...(start ? [square('the start', start, 7.5 * scale)] : []),
					square('the knob', handle, 14.5 * scale)
				];
				labels += drawing.labels.length;
				const marks = [...marksOf(drawing), ...ends];
				return faults(beat.id, drawing, { covers, subjects: ends, marks });
			});
		});
		expect(rulers).toBeGreaterThan(3);
		expect(labels).toBeGreaterThan(2 * rulers);
		expect(wrong).toEqual([]);
	});
});

describe('the territories of 1962', () => {
	const stage = { width: 1440, height: 852 };

	it('are each named by the explorer where it is looked at', () => {
		const { atlas, beats } = story;
		const [cover] = beats;
		if (!cover) throw new Error('The story has no beat.');
		const scene = exploreScene(cover.map, atlas);
		// A territory that is a place too has its name at the mark.
		const alone = atlas.territories.filter(({ id }) => !atlas.places[id]);
		expect(alone.length).toBeGreaterThan(50);
		const silent = alone.filter(({ id, at, widest }) => {
			const across = Math.min(widest, 1000);
			const camera = fitView({ center: at, km: [across, across] }, { x: 0, y: 0, ...stage });
			const { labels } = drawScene(scene, null, camera, stage, {
				obstacles: [],
				moving: false,
				thin: true
			});
			return !labels.some((label) => label.id === `territory-${id}`);
		});
		expect(silent.map(({ id }) => id)).toEqual([]);
	});

	it('are named on the map of a passage only where it asks for them, after all of its own names', () => {
		const asking = scenes.filter(({ map }) => map.territories.length > 0).map(({ beat }) => beat);
		expect(asking).toEqual(['brazil-plan', 'macao-goa']);
		for (const layout of LAYOUTS) {
			for (const { beat, map } of scenes) {
				const covers = boxesOf(layout.passage);
				const ids = ({ drawing }: ReturnType<typeof draw>) =>
					drawing.labels.map(({ id }) => id).filter((id) => !id.startsWith('territory-'));
				const without = draw(layout, covers, { ...map, territories: [] }, map.view);
				expect(ids(draw(layout, covers, map, map.view)), `${beat}, ${layout.name}`).toEqual(
					ids(without)
				);
			}
		}
	});
});
