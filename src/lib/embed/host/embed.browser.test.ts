import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { cdp } from 'vitest/browser';
import { ours } from '../protocol/messages';
import { install } from './install';

/** Says what it is told to say, and passes on what it hears. */
const PARROT = `<!doctype html><script>
	onmessage = ({ data }) => parent.postMessage(data?.say ?? { heard: data }, '*');
	parent.postMessage({ up: true }, '*');
</script>`;

let heard: { from: MessageEventSource | null; type: string; [name: string]: unknown }[] = [];
const hear = ({ source, data }: MessageEvent) => {
	if (data?.heard?.app === 'telegram1856') heard.push({ ...data.heard, from: source });
};
let info: MockInstance;
let warn: MockInstance;
const said = (spy: MockInstance) => spy.mock.calls.flat().join('\n');

/** Waits until a frame's own script runs. */
async function up(frame: HTMLIFrameElement): Promise<void> {
	await vi.waitFor(() => {
		frame.contentWindow?.postMessage({ say: { here: true } }, '*');
		return new Promise<void>((done, fail) => {
			const timer = setTimeout(() => fail(new Error('The frame is not up.')), 100);
			addEventListener('message', function answer({ source, data }) {
				if (source !== frame.contentWindow || !data?.here) return;
				clearTimeout(timer);
				removeEventListener('message', answer);
				done();
			});
		});
	});
}

function say(frame: HTMLIFrameElement, message: unknown): void {
	frame.contentWindow?.postMessage({ say: message }, '*');
}

/** Puts HTML into the page; every `<iframe>` in it is a parrot. */
async function page(html: string) {
	const main = document.createElement('main');
	main.innerHTML = html;
	for (const frame of main.querySelectorAll('iframe')) {
		frame.setAttribute('sandbox', 'allow-scripts');
		frame.srcdoc = PARROT;
		frame.style.cssText = 'display: block; border: 0';
	}
	document.body.append(main);
	const frames = [...main.querySelectorAll<HTMLIFrameElement>('iframe[srcdoc]')];
	const shown = frames.filter((frame) => frame.getClientRects().length > 0);
	for (const frame of shown) await up(frame);
	const element = main.querySelector<HTMLElement>('telegram-1856') ?? main;
	const [frame = document.createElement('iframe')] = main.querySelectorAll('iframe');
	return { main, element, frame, frames };
}

const ready = (fields = {}) =>
	ours('story', 'ready', { steps: 12, pages: 14, mode: 'step', ...fields });
const lastProgress = () => heard.findLast(({ type }) => type === 'progress');
const lastMode = () => heard.findLast(({ type }) => type === 'mode')?.mode;
const motion = (value: string) =>
	cdp().send('Emulation.setEmulatedMedia', {
		features: [{ name: 'prefers-reduced-motion', value }]
	});
const LONG = '<p style="margin: 0; height: 3000px">Words of the article.</p>';
const stretch = (attributes = '', after = '') =>
	`${LONG}<telegram-1856 mode="scroll" steps="4" ${attributes}><iframe></iframe>${after}</telegram-1856>${LONG}`;

/** A long article with a frame that runs and has said so. */
async function article(html = stretch()) {
	const made = await page(html);
	say(made.frame, ready());
	await expect.poll(lastMode).toBeDefined();
	return made;
}

beforeEach(() => {
	document.body.style.margin = '0';
	heard = [];
	info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
	warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	install(new URL('/embed/v1.js', location.href).href);
	addEventListener('message', hear);
});

afterEach(async () => {
	document.body.replaceChildren();
	scrollTo(0, 0);
	removeEventListener('message', hear);
	vi.restoreAllMocks();
	vi.useRealTimers();
	await motion('no-preference');
});

describe('the element', () => {
	it('creates a frame that is lazy, sandboxed and has a title', async () => {
		const { frame } = await page('<telegram-1856 beat="bases" theme="dark"></telegram-1856>');
		expect(frame.getAttribute('sandbox')).toBe('allow-scripts');
		expect(frame.getAttribute('loading')).toBe('lazy');
		expect(frame.title).toBe('Telegram 1856');
		expect(frame.src).toBe(new URL('/embed/bases/?theme=dark', location.href).href);
		expect(frame.offsetHeight).toBe(600);
	});

	it('takes the frame that is in it, as it is', async () => {
		const { element, frame } = await page(
			'<telegram-1856><iframe title="Ours"></iframe></telegram-1856>'
		);
		expect(element.querySelectorAll('iframe')).toHaveLength(1);
		expect(frame.title).toBe('Ours');
		say(frame, ours('story', 'height', { height: 432 }));
		await expect.poll(() => frame.offsetHeight).toBe(432);
	});

	it('says what it cannot use and does without', async () => {
		const { frame } = await page('<telegram-1856 what="../x" height="9"></telegram-1856>');
		expect(frame.src).toBe(new URL('/embed/', location.href).href);
		expect(frame.offsetHeight).toBe(600);
		expect(said(warn)).toContain('what="../x" is not used');
		expect(said(warn)).toContain('height="9" is not used');
	});

	it('greets a frame that was there first, and settles it', async () => {
		const { frame } = await page(
			'<telegram-1856 theme="dark" motion="reduce"><iframe></iframe></telegram-1856>'
		);
		say(frame, ready());
		await expect.poll(() => heard.map(({ type }) => type)).toContain('motion');
		expect(lastMode()).toBe('step');
		expect(heard.find(({ type }) => type === 'theme')?.theme).toBe('dark');
		expect(heard.find(({ type }) => type === 'motion')?.motion).toBe('reduce');
	});

	it('passes a change of an attribute on', async () => {
		const { element, frame } = await page('<telegram-1856><iframe></iframe></telegram-1856>');
		element.setAttribute('theme', 'dark');
		await expect.poll(() => heard.findLast(({ type }) => type === 'theme')?.theme).toBe('dark');
		element.removeAttribute('theme');
		await expect.poll(() => heard.findLast(({ type }) => type === 'theme')?.theme).toBe('auto');
		expect(heard.every(({ from }) => from === frame.contentWindow)).toBe(true);
	});

	it('tells the host page of steps, once each', async () => {
		const { main, frame } = await page('<telegram-1856><iframe></iframe></telegram-1856>');
		const events: unknown[] = [];
		for (const name of ['ready', 'step', 'complete']) {
			main.addEventListener(`telegram1856:${name}`, (event) =>
				events.push([name, (event as CustomEvent).detail])
			);
		}
		say(frame, ready());
		say(frame, ready());
		say(frame, { ...ours('story', 'step', { index: 1, of: 12, beat: 'bases' }), secret: 'x' });
		say(frame, ours('story', 'step', { index: 40, of: 12, beat: 'bases' }));
		say(frame, ours('story', 'complete', {}));
		say(frame, ours('story', 'complete', {}));
		await expect.poll(() => events).toHaveLength(3);
		expect(events).toEqual([
			['ready', { id: 'story', steps: 12, pages: 14, mode: 'step' }],
			['step', { id: 'story', index: 1, of: 12, beat: 'bases' }],
			['complete', { id: 'story' }]
		]);
	});

	it('listens to its own frame alone', async () => {
		const { frame, frames } = await page(
			'<telegram-1856><iframe></iframe></telegram-1856><iframe></iframe>'
		);
		const [, stranger] = frames;
		if (stranger) say(stranger, ours('story', 'height', { height: 900 }));
		postMessage(ours('story', 'height', { height: 901 }), '*');
		say(frame, ours('story', 'height', { height: 432 }));
		await expect.poll(() => frame.offsetHeight).toBe(432);
		expect(stranger?.offsetHeight).toBe(150);
	});

	it('keeps two embeds apart', async () => {
		const one = '<telegram-1856><iframe></iframe></telegram-1856>';
		const { frames } = await page(one + one);
		frames.forEach((frame, at) => say(frame, ours('story', 'height', { height: 300 + at })));
		await expect.poll(() => frames.map((frame) => frame.offsetHeight)).toEqual([300, 301]);
	});

	it('moves to another place and works again', async () => {
		const { main, element, frame } = await page(
			'<telegram-1856><iframe></iframe></telegram-1856><section></section>'
		);
		main.querySelector('section')?.append(element);
		await up(frame);
		say(frame, ours('story', 'height', { height: 333 }));
		await expect.poll(() => frame.offsetHeight).toBe(333);
	});

	it('leaves no listener behind when it leaves', async () => {
		/** What was added and not removed: target, type and function. */
		const listening = new Set<string>();
		const numbers = new Map<object, number>();
		const number = (thing: object) => {
			if (!numbers.has(thing)) numbers.set(thing, numbers.size);
			return numbers.get(thing);
		};
		const key = (target: object, type: string, listener: object) =>
			`${number(target)} ${type} ${number(listener)}`;
		// The test's window has functions of its own.
		for (const target of [EventTarget.prototype, window]) {
			const { addEventListener: add, removeEventListener: remove } = target;
			vi.spyOn(target, 'addEventListener').mockImplementation(function (
				this: EventTarget,
				...[type, listener, options]: Parameters<typeof add>
			) {
				if (listener) listening.add(key(this, type, listener));
				add.call(this, type, listener, options);
			});
			vi.spyOn(target, 'removeEventListener').mockImplementation(function (
				this: EventTarget,
				...[type, listener, options]: Parameters<typeof remove>
			) {
				if (listener) listening.delete(key(this, type, listener));
				remove.call(this, type, listener, options);
			});
		}
		const watching = new Set<object>();
		for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
			const { prototype } = window[name];
			const observe = prototype.observe as (this: object, ...rest: unknown[]) => void;
			const disconnect = prototype.disconnect;
			vi.spyOn(prototype, 'observe').mockImplementation(function (
				this: object,
				...rest: unknown[]
			) {
				watching.add(this);
				observe.apply(this, rest);
			});
			vi.spyOn(prototype, 'disconnect').mockImplementation(function (this: object) {
				watching.delete(this);
				disconnect.call(this);
			});
		}
		const host = document.createElement('div');
		host.innerHTML = `<telegram-1856 mode="scroll" steps="3"><iframe></iframe></telegram-1856>
			<telegram-1856><iframe></iframe></telegram-1856>`;
		document.body.append(host);
		const types = [...listening].map((entry) => entry.split(' ')[1]);
		// One of each for both embeds.
		expect(types.filter((type) => type === 'message')).toHaveLength(1);
		expect(types.filter((type) => type === 'scroll')).toHaveLength(1);
		expect(watching.size).toBeGreaterThan(0);
		host.querySelector('telegram-1856')?.remove();
		expect([...listening].join('\n')).toContain(' message ');
		host.remove();
		expect([...listening]).toEqual([]);
		expect([...watching]).toEqual([]);
	});
});

describe('a plain frame', () => {
	it('is served when it says so, and let go when it has left', async () => {
		const { main, frame } = await page('<iframe data-telegram-1856></iframe>');
		window.telegram1856?.scan();
		const events: string[] = [];
		main.addEventListener('telegram1856:step', ({ type }) => events.push(type));
		say(frame, ours('story', 'height', { height: 432 }));
		say(frame, ours('story', 'step', { index: 0, of: 1, beat: 'bases' }));
		await expect.poll(() => events).toHaveLength(1);
		expect(frame.offsetHeight).toBe(432);

		const removed = vi.spyOn(window, 'removeEventListener');
		frame.remove();
		window.telegram1856?.scan();
		expect(removed.mock.calls.map(([type]) => type)).toContain('message');
		main.append(frame);
		window.telegram1856?.scan();
		await up(frame);
		say(frame, ours('story', 'height', { height: 433 }));
		await expect.poll(() => frame.offsetHeight).toBe(433);
	});

	it('is served once, however often the script comes', async () => {
		const { main, frame } = await page('<iframe data-telegram-1856></iframe>');
		const events: string[] = [];
		main.addEventListener('telegram1856:step', ({ type }) => events.push(type));
		for (let i = 0; i < 3; i += 1) install(new URL('/embed/v1.js', location.href).href);
		say(frame, ours('story', 'step', { index: 0, of: 1, beat: 'bases' }));
		say(frame, ours('story', 'step', { index: 1, of: 2, beat: 'bases' }));
		await expect.poll(() => events).toHaveLength(2);
	});
});

describe('scroll mode', () => {
	it('reserves its stretch before the frame has said a word', async () => {
		const { element } = await page(
			'<telegram-1856 mode="scroll" steps="4" what="bases"></telegram-1856>'
		);
		expect(element.offsetHeight).toBe(Math.round(innerHeight * (4 * 0.75 + 1)));
	});

	it('pins the frame to the window and tells how far the reader is', async () => {
		const { element, frame } = await article();
		const start = 3000;
		expect(frame.offsetHeight).toBe(innerHeight);
		scrollTo(0, start - 100);
		await expect.poll(() => lastProgress()?.p).toBe(0);
		expect(lastMode()).toBe('scroll');
		expect(lastProgress()?.vh).toBe(innerHeight);
		expect(frame.getBoundingClientRect().top).toBe(100);
		const range = element.offsetHeight - innerHeight;
		scrollTo(0, start + range / 2);
		await expect.poll(() => lastProgress()?.p).toBeCloseTo(0.5, 3);
		expect(frame.getBoundingClientRect().top).toBe(0);
		// A jump over all of it is told too.
		scrollTo(0, document.documentElement.scrollHeight);
		await expect.poll(() => lastProgress()?.p).toBe(1);
		scrollTo(0, 0);
		await expect.poll(() => lastProgress()?.p).toBe(0);
	});

	it('says nothing twice, and nothing while the reader is far away', async () => {
		await article();
		await expect.poll(() => lastProgress()?.p).toBe(0);
		const count = heard.length;
		for (const y of [10, 200, 40]) {
			scrollTo(0, y);
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
		}
		expect(heard.length).toBe(count);
	});

	it('stays under a header of the host page', async () => {
		const { frame } = await article(`<div style="--host-header: 64px">${stretch()}</div>`);
		expect(frame.offsetHeight).toBe(innerHeight - 64);
		scrollTo(0, 3000 - 64);
		await expect.poll(() => lastProgress()?.p).toBe(0);
		scrollTo(0, 3500);
		await expect.poll(() => lastProgress()?.p).toBeGreaterThan(0);
		expect(frame.getBoundingClientRect().top).toBe(64);
	});

	it('never covers the credit under the frame', async () => {
		const { element, frame } = await article(
			stretch('', '<p class="credit" style="margin: 0; height: 50px">Credit</p>')
		);
		const credit = element.querySelector('.credit');
		const range = element.offsetHeight - 50 - innerHeight;
		scrollTo(0, 3000 + range + 25);
		await expect.poll(() => lastProgress()?.p).toBe(1);
		const under = () => credit?.getBoundingClientRect().top;
		expect(under()).toBe(frame.getBoundingClientRect().bottom);
		expect(under()).toBeLessThan(innerHeight);
	});

	it('scrolls the page when the frame asks for it and the reader is there', async () => {
		const { element, frame } = await article();
		await expect.poll(() => lastProgress()?.p).toBe(0);
		say(frame, ours('story', 'goto-request', { p: 0.5 }));
		say(frame, ours('story', 'step', { index: 0, of: 1, beat: 'bases' }));
		await up(frame);
		expect(scrollY).toBe(0);
		scrollTo(0, 3100);
		await expect.poll(() => lastProgress()?.p).toBeGreaterThan(0);
		say(frame, ours('story', 'goto-request', { p: 0.75 }));
		await expect.poll(() => lastProgress()?.p).toBeCloseTo(0.75, 3);
		expect(scrollY).toBe(Math.round(3000 + 0.75 * (element.offsetHeight - innerHeight)));
	});

	it('does without inside an ancestor that cuts, and says which', async () => {
		const { element, frame } = await page(
			`<div class="wrap" style="overflow: hidden">${stretch()}</div>`
		);
		expect(element.offsetHeight).toBe(frame.offsetHeight);
		expect(said(info)).toMatch(/stays in step mode: <div class="wrap"> .*overflow: hidden/);
		say(frame, ready());
		await expect.poll(lastMode).toBe('step');
	});

	it('does not mind what only cuts sideways, nor what the window scrolls', async () => {
		document.body.style.overflowX = 'hidden';
		const { frame } = await page(`<div style="overflow-x: clip">${stretch()}</div>`);
		expect(frame.offsetHeight).toBe(innerHeight);
		document.body.style.overflowX = '';
	});

	it('does without when page and body both scroll', async () => {
		for (const { style } of [document.body, document.documentElement]) style.overflowX = 'hidden';
		const { frame } = await article();
		expect(frame.offsetHeight).toBe(150);
		expect(said(info)).toContain('<body>');
		for (const { style } of [document.body, document.documentElement]) style.overflowX = '';
	});

	it('goes when the reader asks for less motion, and the frame stays in view', async () => {
		const { element, frame } = await article();
		scrollTo(0, 4000);
		await expect.poll(() => lastProgress()?.p).toBeGreaterThan(0);
		await motion('reduce');
		await expect.poll(lastMode).toBe('step');
		expect(element.offsetHeight).toBe(frame.offsetHeight);
		await expect.poll(() => Math.round(frame.getBoundingClientRect().top)).toBe(0);
		expect(frame.style.position).toBe('');
	});

	it('does not begin for a reader who asks for less motion', async () => {
		await motion('reduce');
		const { frame } = await article();
		expect(frame.offsetHeight).toBe(150);
	});

	it('waits with its stretch until nothing in view is pushed away', async () => {
		const { main, frame } = await page(
			`<telegram-1856 mode="scroll"><iframe></iframe></telegram-1856>${LONG}`
		);
		await expect.poll(() => performance.getEntriesByName('first-contentful-paint').length).toBe(1);
		say(frame, ready());
		await expect.poll(lastMode).toBe('step');
		expect(frame.offsetHeight).toBe(150);
		main.insertAdjacentHTML('afterbegin', `<p style="height: ${innerHeight}px">More</p>`);
		scrollTo(0, 10);
		await expect.poll(() => frame.offsetHeight).toBe(innerHeight);
		await expect.poll(lastMode).toBe('scroll');
	});

	it('works in a tab that is shown later', async () => {
		const { main, frame } = await page(`<div hidden>${stretch()}</div>`);
		main.querySelector('div')?.removeAttribute('hidden');
		await up(frame);
		expect(frame.offsetHeight).toBe(innerHeight);
		scrollTo(0, 3500);
		await expect.poll(() => lastProgress()?.p).toBeGreaterThan(0);
	});

	it('is not printed as empty pages, and comes back after', async () => {
		const { element, frame } = await article();
		const tall = element.offsetHeight;
		scrollTo(0, 4000);
		dispatchEvent(new Event('beforeprint'));
		expect(element.offsetHeight).toBe(frame.offsetHeight);
		dispatchEvent(new Event('afterprint'));
		expect(element.offsetHeight).toBe(tall);
		expect(scrollY).toBe(4000);
	});

	it('goes when the frame has loaded and does not answer', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const main = document.createElement('main');
		main.innerHTML = stretch();
		const [frame] = main.getElementsByTagName('iframe');
		if (!frame) throw new Error('There is no frame.');
		frame.srcdoc = '<p>A page without our script</p>';
		frame.style.cssText = 'display: block; border: 0';
		const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
		document.body.append(main);
		await loaded;
		await new Promise(requestAnimationFrame);
		expect(frame.offsetHeight).toBe(innerHeight);
		vi.advanceTimersByTime(10_000);
		expect(frame.offsetHeight).toBe(150);
		expect(said(info)).toContain('does not answer');
	});

	it('follows its attributes', async () => {
		const { element, frame } = await article();
		element.setAttribute('steps', '2');
		expect(element.offsetHeight).toBe(Math.round(innerHeight * 2.5));
		element.setAttribute('mode', 'step');
		expect(frame.offsetHeight).toBe(150);
		await expect.poll(lastMode).toBe('step');
	});
});

/** Snippets whose frame does not answer: the present form, and the form before version 1.1. */
const SNIPPETS = {
	new: `<p><telegram-1856 what="rumour"><iframe height="600"></iframe><bdi class="telegram-1856-picture" hidden><a
		href="#"><img alt="Map" width="100%"></a></bdi> <span>Sentences</span></telegram-1856></p>`,
	old: `<style>telegram-1856 .telegram-1856-picture{display:none}</style><telegram-1856 what="rumour">
		<iframe height="600"></iframe><figure class="telegram-1856-picture"><img alt="Map" width="100%">
		<figcaption>Sentences</figcaption></figure></telegram-1856>`
};

describe('a frame that does not answer', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	});

	/** Puts a snippet into the page whose frame has loaded something that is not ours; some browsers do not say so. */
	async function blocked(html: string, { loads = true } = {}) {
		const main = document.createElement('main');
		main.innerHTML = html;
		const frame = main.querySelector('iframe') as HTMLIFrameElement;
		frame.setAttribute('sandbox', 'allow-scripts');
		frame.srcdoc = '<p>This content is blocked.</p>';
		const loaded = new Promise<void>((done) =>
			main.addEventListener(
				'load',
				(event) => {
					if (!loads) event.stopPropagation();
					done();
				},
				{ once: true, capture: true }
			)
		);
		document.body.append(main);
		await loaded;
		// What is in the window is known after the next picture.
		for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
		const shown = (part: string) => (main.querySelector(part)?.getClientRects().length ?? 0) > 0;
		return { main, frame, shown };
	}
	/** Its own script runs after all. */
	const answer = (frame: HTMLIFrameElement) => {
		frame.srcdoc = PARROT.replace('{ up: true }', JSON.stringify(ready()));
	};

	it.each(Object.entries(SNIPPETS))(
		'gives way to picture and sentences, and comes back when it answers after all: %s snippet',
		async (_, html) => {
			const { main, frame, shown } = await blocked(html);
			expect([shown('iframe'), shown('.telegram-1856-picture')]).toEqual([true, false]);
			vi.advanceTimersByTime(6000);
			expect([shown('iframe'), shown('.telegram-1856-picture')]).toEqual([false, true]);
			expect(main.innerText).toContain('Sentences');
			answer(frame);
			await expect.poll(() => shown('iframe')).toBe(true);
			expect(shown('.telegram-1856-picture')).toBe(false);
			expect(frame.offsetHeight).toBeGreaterThanOrEqual(600);
		}
	);

	it('gives way also where a blocked frame never loads, once the reader is there', async () => {
		const { shown } = await blocked(`${LONG}${SNIPPETS.new}`, { loads: false });
		vi.advanceTimersByTime(600_000);
		expect([shown('iframe'), shown('.telegram-1856-picture')]).toEqual([true, false]);
		scrollTo(0, 3000);
		await expect
			.poll(() => {
				vi.advanceTimersByTime(6000);
				return shown('.telegram-1856-picture');
			})
			.toBe(true);
		expect(shown('iframe')).toBe(false);
	});

	it('gives its stretch of the page back', async () => {
		const { main, shown } = await blocked(
			SNIPPETS.new.replace('what="rumour"', 'mode="scroll" steps="4"') + LONG
		);
		const element = main.querySelector('telegram-1856') as HTMLElement;
		expect(element.offsetHeight).toBeGreaterThan(2 * innerHeight);
		vi.advanceTimersByTime(6000);
		expect(element.offsetHeight).toBeLessThan(innerHeight);
		expect(shown('.telegram-1856-picture')).toBe(true);
	});

	it('is as it was when the page takes the element out', async () => {
		const { main, frame, shown } = await blocked(SNIPPETS.new);
		const before = main.innerHTML;
		vi.advanceTimersByTime(6000);
		expect(main.innerHTML).not.toBe(before);
		main.querySelector('telegram-1856')?.remove();
		expect(shown('iframe')).toBe(false);
		expect(frame.style.display).toBe('');
	});
});
