import { expect, it } from 'vitest';
import { sitemap } from './sitemap';

const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at);

it('names each public page once, by its whole address', () => {
	const found = addresses(sitemap(['en']));
	expect(new Set(found).size).toBe(found.length);
	expect(found).toContainEqual(expect.stringMatching(/^https?:\/\/.+\/people\/$/));
	expect(sitemap(['en'])).not.toContain('hreflang');
});

it('names the versions of a page in all languages, each with all others', () => {
	const xml = sitemap(['en', 'es']);
	expect(addresses(xml)).toContainEqual(expect.stringMatching(/\/es\/glossary\/$/));
	for (const url of xml.match(/<url>.*<\/url>/g) ?? []) {
		expect([...url.matchAll(/hreflang="([^"]+)"/g)].map(([, lang]) => lang)).toEqual([
			'en',
			'es',
			'x-default'
		]);
	}
});
