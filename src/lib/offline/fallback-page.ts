/** What the fallback page says, in one language. */
export interface FallbackWords {
	/** Language code, and the site's title in it. */
	readonly lang: string;
	readonly title: string;
	/** To a reader, and to a visitor in front of a museum's screen. */
	readonly reader: string;
	readonly kiosk: string;
	/** Name of the button. */
	readonly retry: string;
}

/** Time until the page reloads by itself, ms. */
const RELOAD_MS = 20_000;

/** Against burn-in on a screen that shows the page for days: with every load the words stand elsewhere, round once in half an hour. */
const DRIFT = `
const turn=Date.now()/286000;
document.documentElement.style.overflow='hidden';
document.querySelector('main').style.translate=5*Math.sin(turn)+'vmin '+5*Math.cos(turn)+'vmin';
addEventListener('contextmenu',(event)=>event.preventDefault());`;

const STYLE = `
html,body{height:100%;margin:0;background:#1d1a17;color:#d8cdb6;font-family:Georgia,'Liberation Serif','DejaVu Serif',serif}
main{display:flex;flex-direction:column;justify-content:center;align-items:center;gap:5vmin;min-height:100%;text-align:center}
p{max-width:22em;margin:0 1em;font-size:max(1.2rem,4vmin);line-height:1.4;text-wrap:balance}
button{min-width:44px;min-height:max(44px,9vmin);padding:0 1.5em;border:2px solid;border-radius:0;background:none;color:inherit;font:inherit;font-size:max(1.1rem,3.4vmin)}
button:focus-visible{outline:3px solid;outline-offset:4px}
`;

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The page that stands in for one that is neither cached nor on the network: one sentence in every language, and a
 * button. It reloads by itself, and needs no other file.
 *
 * @param words at least one language
 * @param path of the page that was asked for
 * @returns HTML
 */
export function fallbackPage(words: readonly FallbackWords[], path: string): string {
	const kiosk = /\/kiosk\//.test(path);
	const said = words.map((in_) => {
		const lang = `lang="${escaped(in_.lang)}"`;
		return `<p ${lang}>${escaped(kiosk ? in_.kiosk : in_.reader)}</p><button ${lang}>${escaped(in_.retry)}</button>`;
	});
	return `<!doctype html><html lang="${escaped(words[0]?.lang ?? 'en')}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words[0]?.title ?? '')}</title><style>${STYLE}</style><main data-fallback>${said.join('')}</main><script>
const again=()=>location.reload();
addEventListener('click',(event)=>{if(event.target.closest('button'))again()});
addEventListener('online',again);${kiosk ? DRIFT : ''}
setTimeout(again,${RELOAD_MS});
</script></html>`;
}
