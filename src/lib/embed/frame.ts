/**
 * Brings an embedded frame to life: steps and pages, keys and swipes, the messages to and from the host page.
 * The markup is `Frame.svelte`'s; without this script everything can still be read in it.
 */
import { readParameters } from './address';
import { pageOf, pagesOf, showPage } from './columns';
import {
	fromParent,
	HeightTeller,
	ours,
	readMessage,
	type Fields,
	type FromHost
} from './messages';
import { kept, placeAt, shareOf, turn, type Place } from './place';
import type { Motion, Theme } from './protocol';
import { Sheet } from './sheet';
import { listenForSwipes } from './swipe';
import type { LiveData } from '../server/embeds';
import type { Showing } from './live.svelte';

/** Less than this for the words between bar and buttons, and the frame asks for more height; CSS px. */
const LEAST_FOR_WORDS = 340;

const found = document.querySelector<HTMLElement>('[data-frame]');
if (found) start(found);

function start(frame: HTMLElement): void {
	const part = (name: string) => frame.querySelector<HTMLElement>(`[data-${name}]`);
	const steps = [...frame.querySelectorAll<HTMLElement>('[data-step]')];
	const [words, place, next, back, said, still, wanted] = [
		part('words'),
		part('place'),
		part('next'),
		part('back'),
		part('said'),
		frame.querySelector<HTMLImageElement>('img[data-still]'),
		part('wanted')
	];
	const tall = frame.querySelector('[data-tall]');
	const read = part('read-on')?.innerHTML ?? '';
	const {
		what = '',
		live: liveAddress = '',
		geo = '',
		stills = '',
		canonical = ''
	} = frame.dataset;
	const given = readParameters(location.search);
	const root = document.documentElement;

	let at: Place = { step: 0, page: 0 };
	let pages = steps.map(() => 1);
	let mode = given.mode;
	let completed = false;
	let showing: Showing | null = null;

	const post = (message: unknown) => {
		// Alone in a window there is nobody to tell. The origin of the host is unknown, and nothing of the reader is in it.
		if (parent !== window) parent.postMessage(message, '*');
	};
	const tell = <T extends keyof Fields>(type: T, fields: Fields[T]) =>
		post(ours(what, type, fields));

	/* --- where the reader is ----------------------------------------------------------------- */

	function show(to: Place): void {
		const moved = to.step !== at.step;
		if (moved && words?.contains(document.activeElement)) next?.focus({ preventScroll: true });
		at = kept(pages, to);
		for (const [index, step] of steps.entries()) step.hidden = index !== at.step;
		const step = steps[at.step];
		if (!step) return;
		showPage(step, at.page);
		write();
		if (moved) {
			showMap(step.id);
			tell('step', { index: at.step, of: steps.length, beat: step.id });
		}
		if (!turn(pages, at, 1) && !completed) {
			completed = true;
			tell('complete', {});
		}
	}

	/** Where the reader is, in words, and which of the buttons lead anywhere. */
	function write(): void {
		if (place) {
			const { wordsPlace = '', wordsPage = '' } = place.dataset;
			const count = pages[at.step] ?? 1;
			const lines = [
				...(steps.length > 1 ? [fill(wordsPlace, at.step + 1, steps.length)] : []),
				...(count > 1 ? [fill(wordsPage, at.page + 1, count)] : [])
			];
			place.replaceChildren(
				...lines.map((line) => Object.assign(document.createElement('span'), { textContent: line }))
			);
		}
		next?.setAttribute('aria-disabled', String(!turn(pages, at, 1)));
		back?.setAttribute('aria-disabled', String(!turn(pages, at, -1)));
		frame.dataset.single = String(pages.length === 1 && pages[0] === 1);
	}

	function go(by: 1 | -1): void {
		const to = turn(pages, at, by);
		if (!to) return;
		wake();
		if (mode === 'scroll') return tell('goto-request', { p: shareOf(pages, to) });
		const moved = to.step !== at.step;
		show(to);
		if (said) {
			said.textContent = moved
				? (steps[at.step]?.getAttribute('aria-label') ?? '')
				: (place?.textContent ?? '');
		}
	}

	/** Counts the pages of every step; afterwards the reader is where they were. */
	function measure(): void {
		if (!words || words.clientWidth === 0) return;
		pages = steps.map((step) => {
			const { hidden } = step;
			step.hidden = false;
			const count = pagesOf(step);
			step.hidden = hidden;
			return count;
		});
		show(at);
	}

	/* --- the map ------------------------------------------------------------------------------ */

	let data: Promise<LiveData> | null = null;
	const liveData = () =>
		(data ??= fetch(liveAddress).then((answer) => {
			if (!answer.ok) throw new Error(`${liveAddress} answered ${answer.status}.`);
			return answer.json() as Promise<LiveData>;
		}));

	const calm = () => root.dataset.motion === 'reduce';

	function showMap(beat: string): void {
		if (showing) showing.beat = beat;
		else if (still && beat) {
			still.src = `${stills}${beat}.wide.svg`;
			tall?.setAttribute('srcset', `${stills}${beat}.tall.svg`);
			still.alt = steps[at.step]?.querySelector('.map-says')?.textContent ?? '';
		}
	}

	let awake = false;
	/** The reader steps or touches for the first time: now the live map is worth its weight. */
	function wake(): void {
		if (awake) return;
		awake = true;
		const target = part('map-place');
		if (!target) return;
		Promise.all([liveData(), import('./live.svelte')]).then(
			([live, { mountLive, Showing }]) => {
				showing = new Showing(live, steps[at.step]?.id ?? '', calm());
				mountLive(target, showing, { geoBase: geo, stills });
			},
			// The still maps go on showing every step.
			(error: unknown) => tell('error', { message: `The live map did not load: ${String(error)}` })
		);
	}

	/* --- links, keys, fingers ----------------------------------------------------------------- */

	const sheet = new Sheet(frame);
	frame.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		if (!link) return;
		event.preventDefault();
		const card = new URL(link.href).hash.slice(1);
		liveData()
			.then(({ cards }) => cards[card] ?? null)
			.catch(() => null)
			.then((text) => {
				if (text) return sheet.open(text);
				// A sandbox may forbid windows of our own; then the address can be copied.
				const address = link.host === location.host ? canonical : link.href;
				if (window.open(address, '_blank', 'noopener')) return;
				sheet.open({ title: link.textContent ?? '', kicker: '', text: `${read} ${address}` });
			});
	});
	for (const kind of ['pointerdown', 'keydown'] as const)
		addEventListener(kind, wake, { once: true });
	next?.addEventListener('click', () => go(1));
	back?.addEventListener('click', () => go(-1));
	addEventListener('keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || sheet.isOpen) return;
		const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined;
		if (!by) return;
		event.preventDefault();
		go(by);
	});
	listenForSwipes(frame, (by) => {
		if (!sheet.isOpen) go(by);
	});
	// Whoever tabs to a link on another page turns to that page.
	words?.addEventListener('focusin', ({ target }) => {
		const step = steps[at.step];
		if (!step || !(target instanceof Element) || target === step) return;
		const page = pageOf(step, target);
		if (page === at.page) return;
		if (mode === 'scroll') tell('goto-request', { p: shareOf(pages, { ...at, page }) });
		show({ ...at, page });
	});
	// Folded sources that open take up room.
	frame.addEventListener('toggle', measure, { capture: true });

	/* --- the host ----------------------------------------------------------------------------- */

	const setTheme = (theme: Theme) => (root.dataset.theme = theme);
	function setMotion(motion: Motion): void {
		root.dataset.motion = motion;
		if (showing) showing.still = motion === 'reduce';
	}

	function present(): void {
		const total = pages.reduce((sum, count) => sum + count, 0);
		tell('ready', { steps: steps.length, pages: total, mode });
	}

	function hear(message: FromHost): void {
		switch (message.type) {
			case 'hello':
				present();
				teller?.tell();
				break;
			case 'ask-height':
				teller?.tell();
				break;
			case 'progress': {
				if (mode !== 'scroll') break;
				const to = placeAt(pages, message.p);
				if (message.p > 0) wake();
				if (to.step !== at.step || to.page !== at.page) show(to);
				break;
			}
			case 'goto': {
				const step = steps.findIndex(
					({ id, dataset }) =>
						id === message.to || dataset.paragraphs?.split(' ').includes(message.to)
				);
				if (step < 0) break;
				wake();
				const to = { step, page: 0 };
				if (mode === 'scroll') tell('goto-request', { p: shareOf(pages, to) });
				else show(to);
				break;
			}
			case 'theme':
				setTheme(message.theme);
				break;
			case 'motion':
				setMotion(message.motion);
				break;
			case 'mode':
				mode = message.mode;
				frame.dataset.mode = mode;
				break;
			case 'lang':
				changeLanguage(message.lang);
				break;
			// The frame has one height at every width and place: there is nothing to do with these.
			case 'width':
			case 'position':
			case 'scroll':
				break;
		}
	}

	function changeLanguage(lang: string): void {
		if (lang === frame.dataset.lang) return;
		const link = document.querySelector<HTMLLinkElement>(
			`link[rel='alternate'][hreflang='${lang}']`
		);
		if (link) location.replace(link.href + location.search);
	}

	addEventListener('message', (event) => {
		if (!fromParent(event, window)) return;
		const message = readMessage(event.data, given.childId);
		if (message) hear(message);
	});

	/** The height that was agreed on, or more where bar and buttons leave the words too little. */
	function want(): void {
		const used = (part('top')?.offsetHeight ?? 0) + (part('controls')?.offsetHeight ?? 0);
		const least = Math.max(given.height, used + LEAST_FOR_WORDS);
		wanted?.style.setProperty('--wanted', `${least}px`);
	}

	setTheme(given.theme);
	if (given.motion) setMotion(given.motion);
	frame.dataset.mode = mode;
	frame.dataset.alive = '';
	want();
	measure();
	const watch = new ResizeObserver(() => {
		want();
		measure();
	});
	watch.observe(frame);
	void document.fonts.ready.then(measure);
	const teller = wanted
		? new HeightTeller({ element: wanted, names: { id: what, childId: given.childId }, post })
		: null;
	present();
	if (given.lang) changeLanguage(given.lang);
}

/** Fills {n} and {total}. */
function fill(sentence: string, n: number, total: number): string {
	return sentence.replace('{n}', String(n)).replace('{total}', String(total));
}
