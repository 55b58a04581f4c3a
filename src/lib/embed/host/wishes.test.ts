import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../model/languages';
import { readParameters } from '../protocol/address';
import type { Language } from '../protocol/protocol';
import { frameAddress, NO_WISHES, readWishes } from './wishes';

const SITE = 'https://example.org/telegram/';

function read(attributes: Readonly<Record<string, string>>) {
	const sentences: string[] = [];
	const given = new Map(Object.entries(attributes));
	const wishes = readWishes(
		(name) => given.get(name) ?? null,
		(sentence) => sentences.push(sentence)
	);
	return { wishes, sentences };
}

describe('what the publisher wrote on the element', () => {
	it('is nothing, and nothing is said', () => {
		expect(read({})).toEqual({ wishes: NO_WISHES, sentences: [] });
		expect(read({ mode: '', lang: ' ' })).toEqual({ wishes: NO_WISHES, sentences: [] });
	});

	it('is read', () => {
		const { wishes, sentences } = read({
			...{ what: 'bases', mode: 'scroll', steps: '12', height: '600', theme: 'dark' },
			...{ lang: 'EN-gb', motion: 'reduce', label: 'The bases' }
		});
		expect(sentences).toEqual([]);
		expect(wishes).toEqual({
			...{ what: 'bases', mode: 'scroll', steps: 12, height: 600, theme: 'dark' },
			...{ lang: 'en', motion: 'reduce', label: 'The bases' }
		});
	});

	it('may name a beat', () => {
		expect(read({ beat: 'p05' }).wishes.what).toBe('p05');
		expect(read({ what: 'map', beat: 'p05' }).wishes.what).toBe('map');
	});

	it('is told in one sentence what is wrong', () => {
		const { wishes, sentences } = read({ what: '../admin', mode: 'fly', height: '5' });
		expect(wishes).toEqual(NO_WISHES);
		expect(sentences).toEqual([
			'what="../admin" is not used: it must be an id of at most 80 characters, a to z, 0 to 9 and hyphens.',
			'mode="fly" is not used: it must be one of step, scroll.',
			'height="5" is not used: it must be a whole number of pixels from 120 to 20000.'
		]);
	});
});

describe('the address of the frame', () => {
	const address = (wishes: object, lang: string = 'en') =>
		frameAddress(SITE, { ...NO_WISHES, ...wishes }, lang as Language, 'en');

	it('stands beside the script, whatever folder the site is in', () => {
		expect(address({})).toBe('https://example.org/telegram/embed/');
		expect(address({ what: 'story' })).toBe('https://example.org/telegram/embed/');
		expect(address({ what: 'p05' })).toBe('https://example.org/telegram/embed/p05/');
	});

	it('has a folder for every language but the first', () => {
		expect(address({ what: 'p05' }, 'es')).toBe('https://example.org/telegram/es/embed/p05/');
	});

	it('carries the theme to the frame', () => {
		const { search } = new URL(address({ theme: 'dark' }));
		expect(readParameters(search).theme).toBe('dark');
	});

	it('never leaves the folder of the embeds, whatever was written', { timeout: 60_000 }, () => {
		const name = fc.constantFrom(
			'what',
			'beat',
			'mode',
			'steps',
			'height',
			'theme',
			'lang',
			'motion'
		);
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.webUrl(),
			fc.constantFrom('..', '//evil.example', '%2e%2e', 'p05', 'dark', '-0', '1e9', '0x10')
		);
		fc.assert(
			fc.property(fc.dictionary(name, value), fc.constantFrom(...LANGUAGES), (attributes, lang) => {
				const { wishes } = read(attributes);
				const url = new URL(address(wishes, lang));
				expect(url.origin).toBe('https://example.org');
				expect(url.pathname).toMatch(/^\/telegram\/(\w\w\/)?embed\/([a-z0-9-]{1,80}\/)?$/);
				expect(url.hash).toBe('');
				expect(wishes.steps ?? 1).toBeGreaterThanOrEqual(1);
				expect(wishes.steps ?? 1).toBeLessThanOrEqual(500);
				expect(wishes.height ?? 120).toBeGreaterThanOrEqual(120);
				expect(wishes.height ?? 120).toBeLessThanOrEqual(20_000);
			}),
			{ numRuns: 5000 }
		);
	});
});
