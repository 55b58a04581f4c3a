import { expect, it } from 'vitest';
import { namesOf } from './names-of';

const person = {
	name: 'Fidel Castro',
	surname: 'Fidel C.',
	post: '',
	life: '',
	office: '',
	role: '',
	sentence: '',
	bio: '',
	inTelegram: [],
	humanDetail: '',
	cautions: []
};
const names = namesOf(
	{
		'people.yaml': {
			fidel_castro: {
				seat: 'chair',
				initials: 'FC',
				spellings: ['Fidel'],
				confidence: 'established',
				sources: ['GK'],
				humanDetailSources: []
			}
		}
	},
	{
		'people.yaml': { fidel_castro: person },
		'places.yaml': {
			moscow: { name: 'Moscow (the Kremlin)', label: 'Moscow', status: '', why: '' },
			usa: {
				name: 'United States',
				label: 'Washington',
				named: ['America'],
				status: '',
				why: ''
			}
		},
		'glossary.yaml': {
			marxist: { term: 'Marxist / Marxist-Leninist', plain: '' },
			brackets: { term: 'Square brackets [ ]', plain: '' },
			line: { term: 'Line', named: [], plain: '' }
		}
	}
);

it('looks for the name of an entry, and for the spellings of a person', () => {
	expect(names.get('person-fidel_castro')).toEqual(['Fidel Castro', 'Fidel C.', 'Fidel']);
	expect(names.get('place-moscow')).toContain('Moscow');
});

it('looks for what the content says instead of the name', () => {
	expect(names.get('place-usa')).toEqual(['America']);
	expect(names.get('term-line')).toEqual([]);
});

it('looks for each name of a term, at the beginning of a sentence and within one', () => {
	expect(names.get('term-marxist')).toEqual([
		'Marxist',
		'marxist',
		'Marxist-Leninist',
		'marxist-Leninist'
	]);
	expect(names.get('term-brackets')).toEqual(['Square brackets', 'square brackets']);
});
