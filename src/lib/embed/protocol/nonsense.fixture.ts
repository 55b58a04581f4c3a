import fc from 'fast-check';

/** Objects that object to being read, as no structured clone would hand them over. */
const hostile = fc.constantFrom<() => unknown>(
	() =>
		new Proxy(
			{},
			{
				get: () => {
					throw new Error('no');
				}
			}
		),
	() => {
		const cyclic: Record<string, unknown> = { app: 'telegram1856', v: 1, type: 'goto' };
		cyclic.to = cyclic;
		return cyclic;
	},
	() => ({
		get app(): string {
			throw new Error('no');
		}
	}),
	() => ({ app: 'telegram1856', v: 1, type: 'progress', p: 1n, vh: 10n }),
	() => ({ app: 'telegram1856', v: 1, type: { toString: () => 'goto' }, to: ['p01'] }),
	() => ({ app: 'telegram1856', v: 1, type: Symbol('goto') }),
	() => Object.create(null),
	() => () => 'goto',
	() => 'pym'.repeat(100_000),
	() => '{'.repeat(100_000),
	() => ({ app: 'telegram1856', v: 1, type: 'goto', to: 'a'.repeat(1_000_000) }),
	() => ({ app: 'telegram1856', v: 1, id: 'x', type: 'step', index: 0, of: 1, beat: 'a\nb' })
);

const TYPES = [
	...['hello', 'progress', 'goto', 'theme', 'lang', 'motion', 'mode', 'height', 'ready', 'step'],
	...['complete', 'goto-request', 'error', '__proto__', 'constructor', 'toString']
];

const value = fc.oneof(
	fc.anything({ withBigInt: true, withDate: true, withSparseArray: true, withNullPrototype: true }),
	fc.double(),
	fc.integer(),
	fc.string({ maxLength: 200 }),
	fc.constantFrom('light', 'dark', 'en', 'reduce', 'full', 'step', 'scroll', 'p05', NaN, Infinity)
);

const number = fc.oneof(
	fc.double(),
	fc.double({ min: -1, max: 2, noNaN: true }),
	fc.integer({ min: -10, max: 600 }),
	value
);
const word = fc.oneof(
	fc.constantFrom('light', 'dark', 'en', 'reduce', 'full', 'step', 'scroll', 'p05', 'x y', ''),
	value
);
const each = <T>(names: readonly string[], arbitrary: T) =>
	Object.fromEntries(names.map((name) => [name, arbitrary]));

/** Nearly right: the right names, with wrong values under some of them. */
const nearly = fc.record({
	app: fc.oneof({ weight: 9, arbitrary: fc.constant('telegram1856') }, value),
	v: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, value),
	id: fc.oneof({ weight: 9, arbitrary: fc.constant('story') }, value),
	type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...TYPES) }, value),
	...each(['p', 'vh', 'height', 'steps', 'pages', 'index', 'of', 'scroll'], number),
	...each(['to', 'theme', 'lang', 'motion', 'mode', 'beat', 'message'], word)
});

const dialects = fc.oneof(
	fc.record({ sentinel: fc.constant('amp'), type: value, height: value }),
	fc.record({ kind: fc.constantFrom('interactive:scroll', 'interactive:height'), scroll: value }),
	fc
		.array(fc.oneof(fc.constantFrom('pym', 'foo-1', 'width', 'xPYMx'), fc.string()), {
			maxLength: 6
		})
		.map((parts) => parts.join('xPYMx')),
	fc
		.tuple(
			fc.constantFrom('width', 'viewport-iframe-position', 'height', 'navigateTo'),
			fc.array(fc.oneof(fc.double().map(String), fc.string()), { maxLength: 7 })
		)
		.map(([type, numbers]) => `pymxPYMxfoo-1xPYMx${type}xPYMx${numbers.join(' ')}`)
);

/** Whatever might come through `postMessage`, and a little more. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
	hostile.map((make) => make()),
	value,
	nearly,
	nearly,
	nearly.map((message) => {
		try {
			return JSON.stringify(message);
		} catch {
			return '{"app":';
		}
	}),
	dialects,
	fc.json()
);
