import { observeIframe } from '@newswire/frames';
import pym from 'pym.js';
import pymScript from 'pym.js/dist/pym.v1.min.js?raw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readParameters } from '../protocol/address';
import { heightMessages, readMessage } from '../protocol/messages';

/** A frame that says these messages, its address, and then whatever it hears. */
const frameSaying = (messages: readonly unknown[]) =>
	`data:text/html,${encodeURIComponent(`<script>
		for (const message of ${JSON.stringify(messages)}) parent.postMessage(message, '*');
		parent.postMessage({ address: location.href }, '*');
		onmessage = ({ data }) => parent.postMessage({ heard: data }, '*');
	</script>`)}`;

let heard: unknown[] = [];
let address = '';
const hear = ({ data }: MessageEvent) => {
	if (data?.heard) heard.push(data.heard);
	if (data?.address) address = data.address;
};
const height = () => document.querySelector('iframe')?.getAttribute('height');

beforeEach(() => {
	heard = [];
	address = '';
	document.body.innerHTML = '<div id="place" style="width: 640px"></div>';
	addEventListener('message', hear);
});
afterEach(() => {
	removeEventListener('message', hear);
	document.body.replaceChildren();
});

describe('hosts that are not ours', () => {
	it('pym gives the frame its height and is understood', async () => {
		const messages = heightMessages(811.2, { id: 'story', childId: 'place' });
		const parent = new pym.Parent('place', `${frameSaying(messages)}#`, { trackscroll: true });
		await expect.poll(height).toBe('812px');
		const { childId, initialWidth } = readParameters(new URL(address).search);
		expect({ childId, initialWidth }).toEqual({ childId: 'place', initialWidth: 640 });

		parent.sendWidth();
		parent.sendViewportAndIFramePosition();
		await expect.poll(() => heard.length).toBeGreaterThan(1);
		const [width, position] = heard.map((data) => readMessage(data, childId));
		expect(width).toEqual({ type: 'width', width: 640 });
		expect(position).toMatchObject({
			type: 'position',
			viewport: { width: innerWidth, height: innerHeight }
		});
		parent.remove();
	});

	it.each(['karte.1', 'node:23:field', 'the map', 'zürich-straße', '地図', 'x'.repeat(120)])(
		'pym gives it its height under the name “%s”, as it does to its own child',
		async (id) => {
			document.querySelector('#place')?.setAttribute('id', id);
			const child = `<body><p style="margin: 0; height: 300px"><script>${pymScript}</script><script>
				new pym.Child();
				parent.postMessage({ address: location.href }, '*');
			</script>`;
			const own = new pym.Parent(id, `data:text/html,${encodeURIComponent(child)}#`, {});
			await expect.poll(() => address).not.toBe('');
			expect(height()).toMatch(/^3\d\dpx$/);
			own.remove();

			address = '';
			const parent = new pym.Parent(id, `${frameSaying([])}#`, {});
			await expect.poll(() => address).not.toBe('');
			const { childId } = readParameters(new URL(address).search);
			for (const message of heightMessages(811, { id: 'story', childId }))
				postMessage(message, '*');
			await expect.poll(height).toBe('811px');
			parent.remove();
		}
	);

	it('@newswire/frames gives the frame its height and is understood', async () => {
		const frame = document.createElement('iframe');
		frame.src = frameSaying(heightMessages(811.2, { id: 'story', childId: null }));
		document.querySelector('#place')?.append(frame);
		const stop = observeIframe(frame);
		await expect.poll(height).toBe('812');
		stop();
		// A host whose script comes late asks.
		const stopLate = observeIframe(frame);
		await expect
			.poll(() => heard.map((data) => readMessage(data, null)))
			.toEqual([{ type: 'ask-height' }]);
		stopLate();
	});
});
