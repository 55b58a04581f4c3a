import type { Page } from '@playwright/test';

/** What is not in the language of the page: the telegram, quotations of it, code, works, addresses, and names. */
const NOT_OURS = [
	'[data-telegram]',
	'q',
	'code',
	'pre',
	'textarea',
	'.sources li',
	'.behind li',
	'.works > li > p',
	'[translate="no"]',
	'[data-qr]',
	'[rel="external"]',
	':not(html)[lang]'
].join();
/** What stands beside a work in our own words. */
const OURS = '.cited';
/** English that `Intl` writes in a language it does not know: months and days, “and”, Greenwich time. */
const BY_INTL = String.raw`\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sep(tember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?|and|UTC|(Mon|Tue|Wed|Thu|Fri|Sat|Sun|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b`;
/** Titles that stand whole in the words: here they end with an ellipsis where there is no room. */
const REPEATED = '[data-header] .title, [data-frame]:not([data-kind="person"]) [data-top] h1';
/** Words in columns, one of which is seen: the others are pages that are turned to. */
const PAGED = '[data-frame] [data-words]';
/** Parts of a page whose texts must not lie over each other. */
const ROWS = [
	'[data-header]',
	'[data-table]',
	'[data-clock]',
	'.foot > .tools',
	'.explorer .tools',
	'[data-controls]',
	'[data-openers]',
	'.chart'
].join();

/**
 * What a reader of a translation would see as broken in the window as it is: text that is cut off, that leaves its
 * button or the window, or lies over other text in a row; and text without an accent, which nobody has translated.
 *
 * @param within looks there alone; everywhere when left out
 * @returns a sentence for each fault, each once
 */
export const faultsOf = (page: Page, within = 'body'): Promise<string[]> =>
	page.evaluate(
		({ within, notOurs, ours, rows, byIntl, repeated, paged }) => {
			/** CSS px: less is not visible. */
			const HAIR = 1.5;
			const faults = new Set<string>();
			const accented = /[áçéíķñóú]/i;
			const isForeign = (text: string) =>
				/[a-z]{2}/.test(text.replace(new RegExp(byIntl, 'g'), '')) && !accented.test(text);
			const isOurs = (element: Element) =>
				element.closest(ours) !== null || element.closest(notOurs) === null;
			/** Not drawn (a group of a picture), or only for screen readers (see `.visually-hidden`). */
			const isHidden = (element: Element | null): boolean => {
				if (!element) return false;
				const { display, clipPath } = getComputedStyle(element);
				return display === 'none' || clipPath === 'inset(50%)' || isHidden(element.parentElement);
			};
			const nameOf = (element: Element) =>
				element.tagName.toLowerCase() +
				(element.id && `#${element.id}`) +
				[...element.classList].map((name) => (/^s-/.test(name) ? '' : `.${name}`)).join('');
			const empty = new Set(document.querySelectorAll(paged));
			const shown = new Map<Element, { text: string; box: DOMRect; node: Node }[]>();

			/** Whether a line of text is seen whole. */
			function look(element: Element, box: DOMRect, says: string): void {
				let [free, low] = [false, false];
				for (let around: Element | null = element; around; around = around.parentElement) {
					const { overflowX, overflowY, position, flexWrap } = getComputedStyle(around);
					const isRoot = around === document.documentElement || around === document.body;
					const { left, right, top, bottom } = isRoot
						? new DOMRect(0, 0, innerWidth, innerHeight)
						: around.getBoundingClientRect();
					const beyondX = box.left < left - HAIR || box.right > right + HAIR;
					const beyondY = box.top < top - box.height / 4 || box.bottom > bottom + box.height / 4;
					if (around.matches(paged)) {
						if (box.left >= right || box.right <= left) return;
						empty.delete(around);
					}
					// Wrapped to a line that is not seen: left out whole, not cut.
					if (flexWrap === 'wrap' && /hidden|clip/.test(overflowY) && box.top >= bottom - 1) return;
					if (!free && /hidden|clip/.test(overflowX) && beyondX) {
						return void faults.add(`cut off by ${nameOf(around)}: ${says}`);
					}
					if (!low && /hidden|clip/.test(overflowY) && beyondY) {
						return void faults.add(`cut off below or above by ${nameOf(around)}: ${says}`);
					}
					free ||= /auto|scroll/.test(overflowX);
					low ||= /auto|scroll/.test(overflowY);
					if (
						position === 'fixed' &&
						!low &&
						(box.bottom > innerHeight + HAIR || box.top < -HAIR)
					) {
						return void faults.add(`above or below the window: ${says}`);
					}
				}
				const button = element.closest('button, summary, .press, .chip')?.getBoundingClientRect();
				if (
					button &&
					(box.left < button.left - HAIR ||
						box.right > button.right + HAIR ||
						box.top < button.top - box.height / 3 ||
						box.bottom > button.bottom + box.height / 3)
				) {
					faults.add(`leaves its button: ${says}`);
				}
				if (!free && (box.left < -HAIR || box.right > innerWidth + HAIR)) {
					faults.add(`beside the window: ${says}`);
				}
			}

			for (const root of document.querySelectorAll(within)) {
				const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
				while (walker.nextNode()) {
					const node = walker.currentNode;
					const element = node.parentElement;
					const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
					if (!element || text === '') continue;
					if (element.tagName === 'NOSCRIPT') continue;
					if (element.closest('script, style, template, title, option')) continue;
					if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
						continue;
					const says = `“${text.slice(0, 50)}” in ${nameOf(element)}`;
					if (isOurs(element) && isForeign(text)) faults.add(`not translated: ${says}`);
					if (element.closest(`[data-map], .map-drawing, .skip, ${repeated}`) || isHidden(element))
						continue;
					const range = document.createRange();
					range.selectNodeContents(node);
					for (const box of range.getClientRects()) {
						if (box.width < 1 || box.height < 1) continue;
						look(element, box, says);
						const row = element.closest(rows);
						if (row) shown.set(row, [...(shown.get(row) ?? []), { text, box, node }]);
					}
				}
				for (const element of root.querySelectorAll(
					'[aria-label], [alt], [title], [placeholder]'
				)) {
					if (!isOurs(element) || !element.checkVisibility()) continue;
					for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
						const text = element.getAttribute(name) ?? '';
						if (isForeign(text))
							faults.add(`not translated: ${name} “${text}” of ${nameOf(element)}`);
					}
				}
			}
			for (const pages of empty) faults.add(`nothing on this page of ${nameOf(pages)}`);
			for (const texts of shown.values()) {
				for (const [i, a] of texts.entries()) {
					for (const b of texts.slice(i + 1)) {
						const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
						const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
						if (a.node !== b.node && wide > HAIR && high > a.box.height / 3) {
							faults.add(`“${a.text.slice(0, 30)}” lies over “${b.text.slice(0, 30)}”`);
						}
					}
				}
			}
			if (document.documentElement.scrollWidth > innerWidth + HAIR) {
				faults.add(`the page is ${document.documentElement.scrollWidth} px wide`);
			}
			return [...faults];
		},
		{
			within,
			notOurs: NOT_OURS,
			ours: OURS,
			rows: ROWS,
			byIntl: BY_INTL,
			repeated: REPEATED,
			paged: PAGED
		}
	);
