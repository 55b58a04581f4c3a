/**
 * Brings an embedded frame to life: steps and pages, keys and swipes, the messages to and from the host page.
 * The markup is `Frame.svelte`'s; without this script everything can still be read in it. Over 300 lines: place, pages and
 * messages change each other.
 */
import type { Cards } from '$lib/model/card';
import type { FrameKind, LiveData } from '$lib/model/embed';
import { enumeration } from '$lib/model/intl';
import type { Pictures } from '$lib/model/pictures';
import { fill } from '$lib/model/words';
import { jsonFile } from '$lib/ui/json-file';
import { isLeftward, sideways } from '$lib/ui/keyboard';
import { readParameters } from '../protocol/address';
import { pageOf, pagesOf, showPage } from './columns';
import { FrameStage, type Shown } from './frame-stage';
import { openLinks } from './links';
import { breakAtSentences } from './page-breaks';
import {
	fromParent,
	HeightTeller,
	ours,
	readMessage,
	type Fields,
	type FromHost
} from '../protocol/messages';
import { MAX_STEPS } from '../host/read-frame';
import { kept, placeAt, shareOf, turn, type Place } from './place';
import type { Mode, Motion, Theme } from '../protocol/protocol';
import { Sheet } from './sheet';
import { listenForSwipes } from './swipe';

/** Less than this for the words between bar and buttons, and the frame asks for more height; CSS px. */
const LEAST_FOR_WORDS = 340;

/** Stills stand in for what takes longer. */
const LIVE_TIMEOUT_MS = 20_000;
/** A reader waits for a card; then its entry opens. */
const CARDS_TIMEOUT_MS = 4000;

const found = document.querySelector<HTMLElement>('[data-frame]');
if (found) start(found);

function start(frame: HTMLElement): void {
	const part = (name: string) => frame.querySelector<HTMLElement>(`[data-${name}]`);
	const steps = [...frame.querySelectorAll<HTMLElement>('[data-step]')];
	/** The words of each step, in columns; above them stands what they belong to. */
	const columns = steps.map((step) => step.querySelector<HTMLElement>('[data-pages]') ?? step);
	const heads = steps.map((step) => step.querySelector('[data-running]'));
	const headings = heads.map((head) => head?.textContent ?? '');
	const [words, place, next, back, said, wanted] = [
		part('words'),
		part('place'),
		part('next'),
		part('back'),
		part('said'),
		part('wanted')
	];
	const { what = '', live = '', pictures, cards = '', lang = '' } = frame.dataset;
	const given = readParameters(location.search);
	const root = document.documentElement;

	let at: Place = { step: 0, page: 0 };
	let pages = steps.map(() => 1);
	/** True only where a host script has prepared the page: without one, messages of the buttons have no receiver. */
	let mode: Mode = 'step';
	/** The reader has asked for a page that the host page has not scrolled to yet. */
	let asked = false;
	let completed = false;
	/** The page that is open tells what became of the passage's question. */
	let told = false;

	const post = (message: unknown) => {
		// A frame opened as a page has no host. The host's origin is unknown, and the message contains nothing about the reader.
		if (parent !== window) parent.postMessage(message, '*');
	};
	const tell = <T extends keyof Fields>(type: T, fields: Fields[T]) =>
		post(ours(what, type, fields));

	const loadLive = jsonFile<LiveData>(live, LIVE_TIMEOUT_MS);
	const loadPictures = pictures ? jsonFile<Pictures>(pictures, LIVE_TIMEOUT_MS) : () => null;
	const load = async () => {
		const [data, drawn] = await Promise.all([loadLive(), loadPictures()]);
		return { live: data, pictures: drawn };
	};
	const shownIn = (step: HTMLElement, answered: boolean): Shown => ({
		beat: step.id,
		kind: (step.dataset.shows as FrameKind | undefined) ?? 'map',
		says: step.querySelector('.map-says')?.textContent ?? '',
		answered
	});
	const stage = new FrameStage(frame, steps[0] ? shownIn(steps[0], false) : null, load, (message) =>
		tell('error', { message })
	);

	/* --- where the reader is ----------------------------------------------------------------- */

	function show(to: Place): void {
		const moved = to.step !== at.step;
		if (moved && words?.contains(document.activeElement)) next?.focus({ preventScroll: true });
		at = kept(pages, to);
		for (const [index, step] of steps.entries()) step.hidden = index !== at.step;
		const [step, column, head] = [steps[at.step], columns[at.step], heads[at.step]];
		if (!step || !column) return;
		showPage(column, at.page);
		// Each page has a heading: the passage's own, and where that has been turned away, its name.
		const title = step.querySelector('.title')?.textContent?.trim() ?? '';
		if (head) head.textContent = at.page === 0 ? (headings[at.step] ?? '') : title;
		write();
		const happened = column.querySelector('.happened');
		const tells = happened !== null && pageOf(column, happened) <= at.page;
		if (moved || tells !== told) stage.show(shownIn(step, tells));
		told = tells;
		if (moved) {
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
				...(steps.length > 1
					? [fill(wordsPlace, { n: at.step + 1, total: steps.length }, lang)]
					: []),
				...(count > 1 ? [fill(wordsPage, { n: at.page + 1, total: count }, lang)] : [])
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
		stage.wake();
		turnTo(to);
	}

	/** The reader wants to be there. */
	function turnTo(to: Place): void {
		asked = mode === 'scroll';
		if (asked) return tell('goto-request', { p: shareOf(pages, to) });
		const { step } = at;
		show(to);
		announce(at.step !== step);
	}

	/** Announces to screen readers where the reader is: the title of a new step, the number of a page. */
	function announce(moved: boolean): void {
		if (!said) return;
		const spans = [...(place?.children ?? [])].map(({ textContent }) => textContent ?? '');
		said.textContent = moved
			? (steps[at.step]?.getAttribute('aria-label') ?? '')
			: enumeration(lang).format(spans);
	}

	/** Counts the pages of every step; afterwards the reader is where they were. */
	function measure(): void {
		if (!words || words.clientWidth === 0) return;
		pages = steps.map((step, i) => {
			const column = columns[i] ?? step;
			const { hidden } = step;
			step.hidden = false;
			breakAtSentences(column, lang);
			const count = pagesOf(column);
			step.hidden = hidden;
			return count;
		});
		show(at);
	}

	/* --- links, keys, fingers ----------------------------------------------------------------- */

	const sheet = new Sheet(frame);
	openLinks(frame, {
		sheet,
		load: jsonFile<Cards>(cards, CARDS_TIMEOUT_MS),
		turnTo: (id) => {
			const step = stepOf(id);
			if (step >= 0) turnTo({ step, page: 0 });
			return step >= 0;
		}
	});

	/** The step that a beat's or a paragraph's id names; -1 when it is not in this frame. */
	function stepOf(id: string): number {
		return steps.findIndex(
			(step) => step.id === id || step.dataset.paragraphs?.split(' ').includes(id)
		);
	}
	for (const kind of ['pointerdown', 'keydown'] as const)
		addEventListener(kind, () => stage.wake(), { once: true });
	next?.addEventListener('click', () => go(1));
	back?.addEventListener('click', () => go(-1));
	addEventListener('keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || sheet.isOpen) return;
		const by = sideways(event.key, isLeftward());
		if (by === 0) return;
		event.preventDefault();
		go(by);
	});
	listenForSwipes(frame, (way) => {
		if (!sheet.isOpen) go((way === 'left') === isLeftward() ? -1 : 1);
	});
	// A link on another page that gets the focus turns to that page.
	words?.addEventListener('focusin', ({ target }) => {
		const column = columns[at.step];
		if (!column || !(target instanceof Element) || !column.contains(target)) return;
		const page = pageOf(column, target);
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
		stage.calm = motion === 'reduce';
	}

	function present(): void {
		const total = pages.reduce((sum, count) => sum + count, 0);
		tell('ready', { steps: steps.length, pages: Math.min(total, MAX_STEPS), mode });
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
				if (message.p > 0) stage.wake();
				const { step, page } = at;
				if (to.step !== step || to.page !== page) show(to);
				if (asked) announce(at.step !== step);
				asked = false;
				break;
			}
			case 'goto': {
				const step = stepOf(message.to);
				if (step < 0) break;
				stage.wake();
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
	frame.toggleAttribute('data-alone', parent === window);
	frame.dataset.alive = '';
	want();
	measure();
	const watch = new ResizeObserver(() => {
		want();
		measure();
	});
	watch.observe(frame);
	// Each time that letters have come which were not there: some faces are first used on a later step.
	document.fonts.addEventListener('loadingdone', measure);
	const teller = wanted
		? new HeightTeller({ element: wanted, names: { id: what, childId: given.childId }, post })
		: null;
	present();
	if (given.lang) changeLanguage(given.lang);
}
