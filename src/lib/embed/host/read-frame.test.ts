import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightMessages, ours } from '../protocol/messages';
import { nonsense } from '../protocol/nonsense.fixture';
import { readFrame, type FromFrame } from './read-frame';

const ID = /^[a-z0-9-]{1,80}$/;
const whole = (least: number, value: number, most: number) =>
	Number.isInteger(value) && least <= value && value <= most;

/** True for nothing but a message that a host page can pass on as it is. */
function inBounds(message: FromFrame): boolean {
	if (!ID.test(message.id)) return false;
	switch (message.type) {
		case 'ready':
			return (
				whole(1, message.steps, 500) &&
				whole(1, message.pages, 500) &&
				['step', 'scroll'].includes(message.mode)
			);
		case 'height':
			return whole(120, message.height, 20_000);
		case 'step':
			return (
				whole(1, message.of, 500) &&
				whole(0, message.index, message.of - 1) &&
				ID.test(message.beat)
			);
		case 'complete':
			return Object.keys(message).length === 2;
		case 'goto-request':
			return 0 <= message.p && message.p <= 1;
		case 'error':
			return message.message.length <= 300;
	}
}

describe('what a frame says, read by the host page', () => {
	it('is what our frame sends', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(ID),
				fc.integer({ min: 1, max: 500 }),
				fc.integer({ min: 0, max: 499 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: 120, max: 20_000 }),
				(id, of, at, p, height) => {
					const index = at % of;
					const keeps = (sent: Parameters<typeof readFrame>[0], read: FromFrame) =>
						expect(readFrame(structuredClone(sent))).toEqual(read);
					keeps(ours(id, 'ready', { steps: of, pages: of, mode: 'step' }), {
						...{ id, type: 'ready', steps: of, pages: of, mode: 'step' }
					});
					keeps(ours(id, 'step', { index, of, beat: id }), {
						id,
						type: 'step',
						index,
						of,
						beat: id
					});
					keeps(ours(id, 'complete', {}), { id, type: 'complete' });
					keeps(ours(id, 'goto-request', { p }), { id, type: 'goto-request', p });
					keeps(ours(id, 'error', { message: 'No.' }), { id, type: 'error', message: 'No.' });
					keeps(heightMessages(height, { id, childId: null }).at(-1), {
						id,
						type: 'height',
						height
					});
				}
			),
			{ numRuns: 500 }
		);
	});

	it.each<[string, unknown]>([
		['a message without an id', { app: 'telegram1856', v: 1, type: 'complete' }],
		['a later version', { app: 'telegram1856', v: 2, id: 'story', type: 'complete' }],
		['a step beyond the last', ours('story', 'step', { index: 3, of: 3, beat: 'a' })],
		['half a step', ours('story', 'step', { index: 0.5, of: 3, beat: 'a' })],
		['no steps', ours('story', 'ready', { steps: 0, pages: 1, mode: 'step' })],
		['a height that is none', ours('story', 'height', { height: NaN })],
		['an order to go elsewhere', 'pymxPYMxfoo-1xPYMxnavigateToxPYMxhttps://example.org'],
		['text', JSON.stringify(ours('story', 'complete', {}))]
	])('is not %s', (_, data) => {
		expect(readFrame(data)).toBeNull();
	});

	it('moves heights into their limits and cuts long words', () => {
		expect(readFrame(ours('a', 'height', { height: 3 }))).toMatchObject({ height: 120 });
		expect(readFrame(ours('a', 'height', { height: 1e12 }))).toMatchObject({ height: 20_000 });
		const long = readFrame(ours('a', 'error', { message: 'x'.repeat(100_000) }));
		expect(long).toMatchObject({ message: 'x'.repeat(300) });
	});

	it('never throws, and understands nothing that is out of bounds', () => {
		let understood = 0;
		fc.assert(
			fc.property(nonsense, (data) => {
				const message = readFrame(data);
				if (message) understood += 1;
				return message === null || inBounds(message);
			}),
			{ numRuns: 5000 }
		);
		// Some of it is nearly right: otherwise the bounds were never tried.
		expect(understood).toBeGreaterThan(50);
	});
});
