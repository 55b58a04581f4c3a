import { describe, expect, it } from 'vitest';
import type { PersonToken } from '$lib/model/story';
import { checkContent } from './check';
import { readContent } from './files';
import { wordsOf } from './story';
import { whoSpeaks } from './who-speaks';

const ui = wordsOf(checkContent(readContent()), 'en')['ui.yaml'];
const people = [
	{ id: 'mikoyan', surname: 'Mikoyan' },
	{ id: 'guevara', surname: 'Guevara' }
] as unknown as readonly PersonToken[];

describe('who speaks, in words', () => {
	it('names persons and sides in the order of the words, and what they do', () => {
		const who = whoSpeaks(
			[
				{ from: 'mikoyan', to: 'cubans', act: 'says' },
				{ from: 'cubans', to: 'mikoyan', act: 'agrees' },
				{ from: 'guevara', to: 'mikoyan', act: 'interrupts' }
			],
			people,
			ui
		);
		expect(who).toBe(
			'Mikoyan to the Cubans, the Cubans to Mikoyan (agreement), Guevara to Mikoyan (interruption)'
		);
	});

	it('says once what happens twice, and invents nobody who is spoken to', () => {
		const said = { from: 'guevara', to: 'unstated', act: 'says' } as const;
		const who = whoSpeaks([said, { ...said, act: 'telephones' }, said], people, ui);
		expect(who).toBe(
			'Guevara (to whom is not said), Guevara on the telephone (to whom is not said)'
		);
		expect(whoSpeaks([], people, ui)).toBe('');
	});
});
