import { LINK, LINK_KINDS } from './prose';

/** How much of the words in question is shown, in characters. */
const SHOWN = 60;

/** Marks that no reader should see. */
export interface MarkupMistake {
	/** As written, white space folded; its line is looked for by them. */
	readonly words: string;
	readonly sentence: string;
}

const KINDS = LINK_KINDS.join(', ').replace(/, (?=\w+$)/, ' or ');
const FORM = '[words](person:id)';
/** Stands in the place of a sound link while others are looked for. */
const SOUND = '\0';

/** What looks like a link and is none, the clearest first. */
const NEAR_LINKS: readonly {
	readonly pattern: RegExp;
	/** `target` is what stands between the parentheses. */
	readonly sentence: (words: string, target: string) => string;
}[] = [
	{
		pattern: /(?:\[[^[\]\0]*)?\]\s+\((\s*[a-z]+\s*:[^()\0]*)\)?/i,
		sentence: (words) => `The link “${words}” has a space before the parenthesis; take it out.`
	},
	{
		pattern: /(?:\[[^[\]\0]*|[^\s[\]\0]*)\]\(\s*((?:https?:|www\.)[^()\s\0]*)\)?/i,
		sentence: (words) =>
			`“${words}” leads to a web address; words link to people, places and terms alone, and works are cited in sources.yaml.`
	},
	{
		pattern: /(?:\[[^[\]\0]*|[^\s[\]\0]*)\]\(([^()\0]*)\)/,
		sentence: (words, target) => `The link “${words}” ${faultOf(words, target)}`
	},
	{
		pattern: /(?:\[[^[\]\0]*|[^\s[\]\0]*)\]\(\s*([\w:-]*)/,
		sentence: (words) => `The link “${words}” is not closed; put “)” after the id.`
	},
	{
		// After a blank only what is surely no sentence: “(term:il-28)”.
		pattern: new RegExp(
			`(?:\\[[^[\\]()\\0]*|[^\\s[\\]()\\0]+)\\(\\s*(?:${LINK_KINDS.join('|')})\\s*:[^()\\s\\0]*\\)?|\\((?:${LINK_KINDS.join('|')}):[\\w-]+\\)?`,
			'i'
		),
		sentence: (words) => `The link “${words}” lacks a bracket; write ${FORM}.`
	}
];

function faultOf(words: string, target: string): string {
	const [, kind = '', id = ''] = /^(\w*):(.*)$/.exec(target) ?? [];
	if (!/^\[[^[\]]+\]/.test(words)) return 'has no words between [ and ].';
	if (!LINK_KINDS.some((known) => known === kind)) {
		return `is of no kind that there is: write ${KINDS} before the colon, in small letters and without spaces.`;
	}
	return `has no id: “${id}” should be small letters a–z without accents, digits, - and _, without spaces.`;
}

/** Marks of other kinds of text: nothing here makes letters bold or slanted. */
const FOREIGN: readonly (readonly [pattern: RegExp, what: string])[] = [
	[
		/\*\*[^*]*(?:\*\*)?|\*[^\s*][^*]*\*/,
		'stars mark a phrase in telegram.md and nothing anywhere else'
	],
	[/<\/?[a-z]+[^<>]*>/i, 'there is no HTML in the content'],
	[/&(?:#\d+|#x[\da-f]+|[a-z]+);/i, 'write the character itself'],
	[/\{\s*\w+\s*\}/, 'only sentences of ui.yaml are filled in']
];

/** Without one of these a text has no markup, sound or not. */
const MARKS = /[[\](*<&{]/;

/** Mistakes in a text that may have links: narration, biographies, panels. */
export function mistakesInProse(text: string): MarkupMistake[] {
	return text.split(/\n\s*\n/).flatMap((paragraph) => {
		const rest = folded(paragraph).replace(LINK, SOUND);
		const near = nearLinks(rest);
		const stray =
			near.length === 0 ? /\[[^[\]\0]*\]|[^\s[\]\0]*[[\]][^\s[\]\0]*/.exec(rest)?.[0] : undefined;
		return [
			...near,
			...(stray
				? [
						{
							words: stray,
							sentence: `The bracket in “${stray}” belongs to no link; write ${FORM}, or round brackets.`
						}
					]
				: []),
			...foreign(rest)
		];
	});
}

/** Mistakes in a text without any markup: labels, titles, notes, cards. */
export function mistakesInPlain(text: string): MarkupMistake[] {
	if (!MARKS.test(text)) return [];
	const whole = folded(text);
	const links = [
		...[...whole.matchAll(LINK)].map(([words]) => words),
		...nearLinks(whole.replace(LINK, SOUND)).map(({ words }) => words)
	];
	return [
		...links.map((words) => ({
			words,
			sentence: `This text has no links, and “${cut(words)}” would be shown as it is written; write the words alone.`
		})),
		...foreign(whole)
	];
}

/** Mistakes in the words of one beat of the telegram, which has links, phrases and the translator's own brackets. */
export function mistakesInTelegram(text: string): MarkupMistake[] {
	const whole = folded(text);
	const crossed = [...whole.matchAll(LINK)].find(([words]) => words.includes('**'))?.[0];
	if (crossed) {
		const sentence = `A phrase begins or ends inside the link “${cut(crossed)}”; put ** before [ or after ).`;
		return [{ words: crossed, sentence }];
	}
	const parts = whole.split('**');
	const mistakes = parts.flatMap((part) => nearLinks(part.replace(LINK, SOUND)));
	if (parts.length % 2 === 0) {
		const at = whole.lastIndexOf('**');
		const words = whole.slice(whole.length - at > 2 ? at : Math.max(0, at - 30)).slice(0, 40);
		mistakes.push({
			words,
			sentence: `An odd number of ** stands in this beat, the last at “${words}”; a phrase has ** before and after it, within one beat.`
		});
	}
	return mistakes;
}

function nearLinks(text: string): MarkupMistake[] {
	const mistakes: MarkupMistake[] = [];
	let rest = text;
	for (const { pattern, sentence } of NEAR_LINKS) {
		for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
			const words = match[0].trim();
			mistakes.push({ words, sentence: sentence(cut(words), match[1] ?? '') });
			rest = rest.slice(0, match.index) + SOUND + rest.slice(match.index + match[0].length);
		}
	}
	return mistakes;
}

const foreign = (text: string): MarkupMistake[] =>
	FOREIGN.flatMap(([pattern, what]) => {
		const words = pattern.exec(text)?.[0];
		return words
			? [{ words, sentence: `“${cut(words)}” would be shown as it is written: ${what}.` }]
			: [];
	});

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const cut = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);
