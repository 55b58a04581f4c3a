import { expect, it } from 'vitest';
import type { FlowBeat } from '$lib/model/prose';
import { namesIn } from './names';

it('names every card of telegram, narration and map once, in the order of the words', () => {
	const beat = {
		passages: [
			{ runs: [{ text: 'Guevara', card: 'person-guevara' }, { text: ' said' }] },
			{ runs: [{ text: 'Che', card: 'person-guevara' }] }
		],
		narration: [[{ text: 'bombers', card: 'term-il-28' }]]
	} as unknown as FlowBeat;
	const names: Record<string, string> = { 'term-il-28': 'Il-28', 'place-havana': 'Havana' };
	expect(namesIn(beat, ['havana', 'nowhere', 'havana'], (card) => names[card])).toEqual([
		{ card: 'person-guevara', name: 'person-guevara' },
		{ card: 'term-il-28', name: 'Il-28' },
		{ card: 'place-havana', name: 'Havana' }
	]);
});
