import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '$lib/model/languages';
import { fromParent, heightMessages, HeightTeller, ours, readMessage } from './messages';
import type { FromHost } from './messages';
import { nonsense } from './nonsense.fixture';

const from1856 = (fields: object) => ({ app: 'telegram1856', v: 1, ...fields });

/** True for nothing but a message that a frame can obey as it is. */
function inBounds(message: FromHost): boolean {
	const between = (least: number, value: number, most: number) => least <= value && value <= most;
	switch (message.type) {
		case 'hello':
		case 'ask-height':
			return true;
		case 'width':
			return between(0, message.width, 10_000);
		case 'position':
			return (
				between(0, message.viewport.width, 10_000) &&
				between(0, message.viewport.height, 20_000) &&
				Object.values(message.frame).every((edge) => between(-1e7, edge, 1e7))
			);
		case 'scroll':
			return between(0, message.scroll, 20_000);
		case 'progress':
			return between(0, message.p, 1) && between(1, message.vh, 20_000);
		case 'goto':
			return /^[a-z0-9-]{1,80}$/.test(message.to);
		case 'theme':
			return ['light', 'dark', 'auto'].includes(message.theme);
		case 'lang':
			return LANGUAGES.includes(message.lang);
		case 'motion':
			return ['reduce', 'full'].includes(message.motion);
		case 'mode':
			return ['step', 'scroll'].includes(message.mode);
	}
}

describe('what a host page says', () => {
	it.each<[string, unknown, FromHost]>([
		['pym width', 'pymxPYMxfoo-1xPYMxwidthxPYMx640', { type: 'width', width: 640 }],
		[
			'pym position',
			'pymxPYMxfoo-1xPYMxviewport-iframe-positionxPYMx1280 720 -90.5 1.1e-13 470 900',
			{
				type: 'position',
				viewport: { width: 1280, height: 720 },
				frame: { top: -90.5, left: 1.1e-13, bottom: 470, right: 900 }
			}
		],
		['frames-init', { sentinel: 'amp', type: 'frames-init' }, { type: 'ask-height' }],
		[
			'Guardian, object',
			{ kind: 'interactive:scroll', scroll: 300 },
			{ type: 'scroll', scroll: 300 }
		],
		['Guardian, text', '{"kind":"interactive:scroll","scroll":-4}', { type: 'scroll', scroll: 0 }],
		['hello', from1856({ type: 'hello' }), { type: 'hello' }],
		[
			'progress',
			from1856({ type: 'progress', p: 1.5, vh: 800 }),
			{ type: 'progress', p: 1, vh: 800 }
		],
		['goto', from1856({ type: 'goto', to: 'p05' }), { type: 'goto', to: 'p05' }],
		['theme', from1856({ type: 'theme', theme: 'dark' }), { type: 'theme', theme: 'dark' }],
		['lang', from1856({ type: 'lang', lang: 'en' }), { type: 'lang', lang: 'en' }],
		[
			'motion',
			from1856({ type: 'motion', motion: 'reduce' }),
			{ type: 'motion', motion: 'reduce' }
		],
		['mode', from1856({ type: 'mode', mode: 'scroll' }), { type: 'mode', mode: 'scroll' }]
	])('understands %s', (_, data, message) => {
		expect(readMessage(data, 'foo-1')).toEqual(message);
	});

	it.each<[string, unknown]>([
		['pym for another frame', 'pymxPYMxfoo-12xPYMxwidthxPYMx640'],
		['five numbers', 'pymxPYMxfoo-1xPYMxviewport-iframe-positionxPYMx1 2 3 4 5'],
		['a number that is none', 'pymxPYMxfoo-1xPYMxviewport-iframe-positionxPYMx1 2 3 4 5 NaN'],
		['navigateTo', 'pymxPYMxfoo-1xPYMxnavigateToxPYMxhttps://example.org'],
		['another version', { app: 'telegram1856', v: 2, type: 'hello' }],
		['another app', { app: 'other', v: 1, type: 'hello' }],
		['progress that is no number', from1856({ type: 'progress', p: '0.5', vh: 800 })],
		['progress to nowhere', from1856({ type: 'progress', p: NaN, vh: 800 })],
		['an address as an id', from1856({ type: 'goto', to: 'https://example.org' })],
		['an id of 81', from1856({ type: 'goto', to: 'a'.repeat(81) })],
		['a language we do not have', from1856({ type: 'lang', lang: 'tlh' })],
		['null', null]
	])('ignores %s', (_, data) => {
		expect(readMessage(data, 'foo-1')).toBeNull();
	});

	it('ignores pym when the address gave no name', () => {
		expect(readMessage('pymxPYMxnullxPYMxwidthxPYMx640', null)).toBeNull();
	});

	it('never throws, and understands nothing that is out of bounds', () => {
		let understood = 0;
		fc.assert(
			fc.property(nonsense, fc.constantFrom('foo-1', null), (data, childId) => {
				const message = readMessage(data, childId);
				if (message) understood += 1;
				return message === null || inBounds(message);
			}),
			{ numRuns: 5000 }
		);
		// Some of it is nearly right: otherwise the bounds were never tried.
		expect(understood).toBeGreaterThan(50);
	});

	it('keeps what is in bounds', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: 1, max: 20_000 }),
				fc.stringMatching(/^[a-z0-9-]{1,80}$/),
				fc
					.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 })
					.filter((name) => !name.includes('xPYMx')),
				(p, vh, to, childId) => {
					const progress = from1856({ type: 'progress', p, vh });
					expect(readMessage(progress, childId)).toEqual({ type: 'progress', p, vh });
					const goto = from1856({ type: 'goto', to });
					expect(readMessage(goto, childId)).toEqual({ type: 'goto', to });
					const width = ['pym', childId, 'width', vh].join('xPYMx');
					if (vh <= 10_000) {
						expect(readMessage(width, childId)).toEqual({ type: 'width', width: vh });
					}
				}
			),
			{ numRuns: 2000 }
		);
	});

	it('listens to the host page alone', () => {
		const host = {} as Window;
		const frame = { parent: host } as Window;
		expect(fromParent({ source: host }, frame)).toBe(true);
		expect(fromParent({ source: frame }, frame)).toBe(false);
		expect(fromParent({ source: null }, frame)).toBe(false);
		// The page opened by itself: its parent is the page.
		const alone: { parent?: Window } = {};
		alone.parent = alone as Window;
		expect(fromParent({ source: alone.parent }, alone as Window)).toBe(false);
	});
});

describe('what the frame says', () => {
	const names = { id: 'story', childId: 'foo-1' };

	it('says its height in four dialects', () => {
		expect(heightMessages(811.2, names)).toEqual([
			'pymxPYMxfoo-1xPYMxheightxPYMx812',
			{ sentinel: 'amp', type: 'embed-size', height: 812 },
			'{"kind":"interactive:height","height":812}',
			{ app: 'telegram1856', v: 1, id: 'story', type: 'height', height: 812 }
		]);
	});

	it('speaks pym only to pym', () => {
		const messages = heightMessages(10, { ...names, childId: null });
		expect(messages.filter((message) => String(message).startsWith('pym'))).toEqual([]);
		expect(messages).toHaveLength(3);
	});

	it('never asks for room that is none, or without end', () => {
		expect(heightMessages(0, names)).toEqual([]);
		expect(heightMessages(NaN, names)).toEqual([]);
		expect(heightMessages(1e9, names)[1]).toMatchObject({ height: 20_000 });
	});

	it('signs its own messages', () => {
		expect(ours('story', 'step', { index: 2, of: 12, beat: 'bases' })).toEqual({
			app: 'telegram1856',
			v: 1,
			id: 'story',
			type: 'step',
			index: 2,
			of: 12,
			beat: 'bases'
		});
	});
});

describe('the height teller', () => {
	function setUp() {
		let height = 500.4;
		let ring: () => void = () => undefined;
		let watching = 0;
		const posted: unknown[] = [];
		const teller = new HeightTeller({
			element: { getBoundingClientRect: () => ({ height }) } as Element,
			names: { id: 'story', childId: null },
			post: (message) => posted.push(message),
			Observer: class {
				constructor(callback: () => void) {
					ring = callback;
				}
				observe() {
					watching += 1;
				}
				disconnect() {
					watching -= 1;
				}
			}
		});
		return {
			teller,
			posted,
			watching: () => watching,
			become: (px: number) => {
				height = px;
				ring();
			}
		};
	}

	it('tells a change of a whole pixel, once', () => {
		const { posted, become } = setUp();
		become(500.4);
		expect(posted).toHaveLength(3);
		become(500.9);
		expect(posted).toHaveLength(3);
		become(501.1);
		expect(posted).toHaveLength(6);
		expect(posted.at(-1)).toMatchObject({ type: 'height', height: 502 });
	});

	it('says nothing while the frame is not shown, and tells the height again when it is', () => {
		const { posted, become } = setUp();
		become(500);
		become(0);
		expect(posted).toHaveLength(3);
		become(500);
		expect(posted).toHaveLength(6);
	});

	it('answers whoever asks, and stops', () => {
		const { teller, posted, become, watching } = setUp();
		become(500);
		teller.tell();
		expect(posted).toHaveLength(6);
		teller.dispose();
		expect(watching()).toBe(0);
	});
});
