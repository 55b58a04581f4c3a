import { DEFAULT_LANGUAGE } from '../../model/languages';
import { HEIGHT, languageOf } from '../protocol/protocol';
import { Embed } from './embed';
import { on } from './page';
import { warn } from './say';
import { frameAddress, readWishes, type Wishes } from './wishes';

const TAG = 'telegram-1856';

/**
 * Defines `<telegram-1856>`, which only creates or finds its frame and has it served.
 *
 * @param site address of the site with the slash at its end; null when the script cannot know it
 */
export function define(site: string | null): void {
	/** Elements that were in the page, and perhaps drawn, before we came. */
	let upgrading = true;

	class TelegramElement extends HTMLElement {
		static readonly observedAttributes = ['mode', 'steps', 'theme', 'lang', 'motion'];

		#embed: Embed | null = null;
		#stop: (() => void) | null = null;

		connectedCallback(): void {
			if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
			if (this.#isWhole()) return this.#serve(!upgrading);
			// The parser has read the opening tag only: the frame may come with the next.
			const parser = new MutationObserver(() => {
				if (this.#isWhole()) this.#serve(true);
			});
			parser.observe(this.parentNode ?? this, { childList: true, subtree: true });
			const loaded = on(document, 'DOMContentLoaded', () => this.#serve(false));
			this.#stop = () => {
				parser.disconnect();
				loaded();
			};
		}

		disconnectedCallback(): void {
			this.#wait();
			this.#embed?.release();
			this.#embed = null;
		}

		attributeChangedCallback(): void {
			this.#embed?.wish(this.#wishes());
		}

		/** Whether all that matters of the element has been read. */
		#isWhole(): boolean {
			return (
				document.readyState !== 'loading' || !!this.nextSibling || !!this.querySelector('iframe')
			);
		}

		/** Ends the wait for the rest of the element. */
		#wait(): void {
			this.#stop?.();
			this.#stop = null;
		}

		#wishes(): Wishes {
			return readWishes((name) => this.getAttribute(name), warn);
		}

		#serve(fresh: boolean): void {
			this.#wait();
			const wishes = this.#wishes();
			const frame = this.querySelector('iframe') ?? this.#create(wishes);
			this.#embed = frame && new Embed(this, frame, wishes, fresh);
		}

		#create(wishes: Wishes): HTMLIFrameElement | null {
			if (!site) {
				warn(`the frame's address is not known: load the script with its own <script src="...">.`);
				return null;
			}
			const around = this.closest('[lang]')?.getAttribute('lang') ?? '';
			const lang = languageOf(around.split('-')[0]?.toLowerCase()) ?? DEFAULT_LANGUAGE;
			const frame = document.createElement('iframe');
			frame.title = wishes.label ?? 'Telegram 1856';
			frame.loading = 'lazy';
			frame.setAttribute('sandbox', 'allow-scripts');
			frame.width = '100%';
			frame.height = `${wishes.height ?? HEIGHT}`;
			frame.style.border = '0';
			frame.style.display = 'block';
			// After `loading`, or some browsers do not wait.
			frame.src = frameAddress(site, wishes, lang, DEFAULT_LANGUAGE);
			this.append(frame);
			return frame;
		}
	}

	customElements.define(TAG, TelegramElement);
	upgrading = false;
}
