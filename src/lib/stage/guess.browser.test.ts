import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { guess } from './guess';

const answers = ['yes', 'no'];

/** A page that asks, with the last passage that says the guess again; nothing is taken up before `attach`. */
function page() {
	document.body.innerHTML = `<main>
		<div class="space"></div>
		${answers.map((id) => `<button data-guess="${id}" aria-pressed="false" disabled>${id}</button>`).join('')}
		<div role="status">${answers.map((id) => `<p data-reply="${id}" hidden>You said ${id}.</p>`).join('')}</div>
		<button data-guess-undo hidden>Take back</button>
		<div data-answer hidden="until-found"><div style="height: 700px">What happened</div></div>
		<article aria-current="step" style="height: 3000px"><div data-guessed hidden><a href="#">Again</a></div></article>
	</main>`;
	const find = (what: string) => document.querySelector<HTMLElement>(what);
	const root = find('main') as HTMLElement;
	/** What the stage was told last. */
	let told: boolean | null = null;
	return {
		find,
		attach: () => guess((answered) => (told = answered))(root),
		/** What a reader sees of the guess. */
		seen: () => ({
			staged: told ?? false,
			pressed: [...root.querySelectorAll<HTMLElement>('[aria-pressed="true"]')].map(
				({ dataset }) => dataset.guess
			),
			said: find('[role="status"] :not([hidden])')?.textContent ?? null,
			answered: !find('[data-answer]')?.hasAttribute('hidden'),
			again: find('[data-guessed]:not([hidden]) [data-reply]:not([hidden])')?.textContent ?? null
		})
	};
}

const UNASKED = { staged: false, pressed: [], said: null, answered: false, again: null };

let detach: unknown;
beforeEach(() => localStorage.clear());
afterEach(() => {
	if (typeof detach === 'function') detach();
	vi.restoreAllMocks();
	document.body.replaceChildren();
});

it('answers what was chosen and says it again at the end; another choice takes its place', () => {
	const { attach, find, seen } = page();
	detach = attach();
	expect(seen()).toEqual(UNASKED);
	find('[data-guess="no"]')?.click();
	expect(seen()).toEqual({
		staged: true,
		pressed: ['no'],
		said: 'You said no.',
		answered: true,
		again: 'You said no.'
	});
	find('[data-guess="yes"]')?.click();
	expect(seen()).toEqual({
		staged: true,
		pressed: ['yes'],
		said: 'You said yes.',
		answered: true,
		again: 'You said yes.'
	});
	expect(document.querySelectorAll('[data-guessed] [data-reply]')).toHaveLength(1);
});

it('says it again in the words that a translator has put there', () => {
	const { attach, find, seen } = page();
	detach = attach();
	const reply = find('[data-reply="no"]');
	if (reply) reply.innerHTML = '<font>Usted dijo que no.</font>';
	find('[data-guess="no"]')?.click();
	expect(seen().again).toBe('Usted dijo que no.');
});

it('is remembered until it is taken back, and the keyboard stays where it can choose again', () => {
	const first = page();
	(first.attach() as () => void)();
	const second = page();
	const leave = second.attach() as () => void;
	second.find('[data-guess="no"]')?.click();
	leave();
	const third = page();
	detach = third.attach();
	expect(third.seen()).toMatchObject({ staged: true, pressed: ['no'], answered: true });
	third.find('[data-guess-undo]')?.focus();
	third.find('[data-guess-undo]')?.click();
	expect(third.seen()).toEqual(UNASKED);
	expect(document.activeElement).toBe(third.find('[data-guess="no"]'));
	(detach as () => void)();
	const fourth = page();
	detach = fourth.attach();
	expect(fourth.seen()).toEqual(UNASKED);
});

it('makes nothing of an answer that the page no longer has', () => {
	localStorage.setItem('telegram-1856:guess', 'perhaps');
	const { attach, seen } = page();
	detach = attach();
	expect(seen()).toEqual(UNASKED);
});

it('answers without memory too', () => {
	vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
		throw new Error('blocked');
	});
	const { attach, find, seen } = page();
	detach = attach();
	find('[data-guess="yes"]')?.click();
	expect(seen().answered).toBe(true);
});

it('moves nothing under the eyes of who reads on below', () => {
	localStorage.setItem('telegram-1856:guess', 'no');
	const { attach, find } = page();
	const read = find('article') as HTMLElement;
	// As in a browser that does not anchor the scroll.
	document.documentElement.style.overflowAnchor = 'none';
	scrollTo(0, 900);
	const before = read.getBoundingClientRect().top;
	detach = attach();
	expect(find('[data-answer]')?.getBoundingClientRect().height).toBeGreaterThan(600);
	expect(read.getBoundingClientRect().top).toBeCloseTo(before, 0);
	document.documentElement.style.overflowAnchor = '';
});
