import { describe, expect, it } from 'vitest';
import { fallbackPage } from './fallback-page';

const WORDS = [
	{
		lang: 'en',
		title: 'Site <1>',
		reader: 'Damaged & gone.',
		kiosk: 'This screen rests.',
		retry: 'Try again'
	},
	{
		lang: 'es',
		title: 'Sitio',
		reader: 'Dañada.',
		kiosk: 'Esta pantalla descansa.',
		retry: 'Otra vez'
	}
];

describe('the fallback page', () => {
	it('says one sentence in every language, each marked, with a button', () => {
		const html = fallbackPage(WORDS, '/map/');
		expect(html).toContain('<html lang="en">');
		expect(html).toContain('<title>Site &lt;1></title>');
		expect(html).toContain('<p lang="en">Damaged &amp; gone.</p>');
		expect(html).toContain('<p lang="es">Dañada.</p><button lang="es">Otra vez</button>');
		expect(html).not.toContain('rests');
	});

	it('speaks to a visitor on a museum’s screen, also below a folder and in another language', () => {
		for (const path of ['/kiosk/', '/es/kiosk/', '/folder/kiosk/health/']) {
			expect(fallbackPage(WORDS, path)).toContain('<p lang="es">Esta pantalla descansa.</p>');
		}
	});

	it('needs no other file', () => {
		expect(fallbackPage(WORDS, '/')).not.toMatch(/(src|href)=|url\(|import/);
	});
});
