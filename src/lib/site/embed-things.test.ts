import { describe, expect, it } from 'vitest';
import { thingsOf } from './embed-things';

const things = thingsOf('en');
const thing = (id: string) => things.find((other) => other.id === id);

describe('what can be embedded', () => {
	it('says what it is about in two or three whole sentences of the content', () => {
		for (const { id, sentences } of things) {
			expect(sentences, id).toHaveLength(2);
			for (const sentence of sentences) expect(sentence, id).toMatch(/^[\p{Lu}“\d].{12,}[.?!”]$/u);
		}
		expect(thing('rumour')?.sentences).toEqual([
			'Mikoyan says the zone without nuclear weapons matters to Cuba more than to Moscow.',
			'South America and the Caribbean, with Paraguay hatched and a question mark on it, because the base is only a rumour.'
		]);
		expect(thing('person-guevara')?.sentences[1]).toBe(
			'In this telegram: In the room; raises the rumour of a base.'
		);
	});

	it('tells how long it is: a section is its passages, a map one window, the story everything', () => {
		const pages = (id: string) => thing(id)?.pages ?? 0;
		const section = things.filter(
			({ kind, section }) => kind === 'beat' && section === 'The base in Paraguay'
		);
		expect(section.length).toBeGreaterThan(2);
		expect(pages('s03')).toBe(section.reduce((sum, beat) => sum + beat.pages, 0));
		expect(pages('map-rumour')).toBe(1);
		expect(pages('')).toBeGreaterThan(40);
		expect(pages('')).toBeLessThanOrEqual(500);
	});

	it('has a picture of a beat: what it opens with, and for a map the map', () => {
		const beats = things.filter(({ kind }) => kind === 'beat').map(({ id }) => id);
		for (const { id, pictured } of things) {
			if (id.startsWith('map-')) expect(pictured.replace('map-', '')).toBe(id.replace('map-', ''));
			else expect(beats).toContain(pictured);
		}
		expect(thing('fifty')).toMatchObject({
			pictured: 'fifty',
			pictureAlt: 'Picture: Fifty of them'
		});
		expect(thing('map-fifty')).toMatchObject({
			pictured: 'map-fifty',
			pictureAlt: 'Map: Fifty of them'
		});
		expect(thing('map-rumour')?.pictured).toBe('rumour');
	});
});
