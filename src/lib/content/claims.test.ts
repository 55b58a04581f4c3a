import { expect, it } from 'vitest';
import type { Exchange } from '$lib/model/speech';
import { checkContent } from './check';
import { readContent } from './files';

/** What to do when a list has changed. */
const changed = (what: string, decision: string) =>
	`The list of decided ${what} has changed. If that is meant: \`npx vitest run --project unit src/lib/content/claims.test.ts -u\`, and give the reason in the commit (docs/decisions/${decision}).`;

/** Who does what to whom in a passage, in one line. */
const exchange = ({ from, to, act }: Exchange) => `${from} ${act} ${to}`;

// Who speaks to whom is a historian's decision too (docs/decisions/0018).
it('reports who speaks to whom as decided', () => {
	const exchanges = checkContent(readContent())
		.facts['story.yaml'].sections.flatMap(({ beats }) => beats)
		.filter(({ speech }) => speech.length > 0)
		.map(({ id, speech }) => `${id} · ${speech.map(exchange).join(' · ')}`);
	expect(exchanges.join('\n'), changed('exchanges', '0018')).toMatchInlineSnapshot(`
		"brazil-plan · mikoyan says cubans · cubans agrees mikoyan
		rumour · mikoyan says cubans · guevara says mikoyan
		fifty · guevara says mikoyan
		answer · mikoyan answers guevara
		europe-asia · mikoyan answers guevara
		important-information · mikoyan says cubans · mikoyan says cubans
		telephone · dorticos says soviets · dorticos telephones unstated · dorticos says soviets
		two-u2s · mikoyan asks guevara · guevara answers mikoyan · guevara says mikoyan
		afraid-of-what · mikoyan says cubans · guevara agrees mikoyan
		convenient-moment · mikoyan says cubans
		taiwan-1958 · mikoyan says cubans
		macao-goa · mikoyan says cubans
		hong-kong · mikoyan says cubans
		two-ships · mikoyan says cubans
		donated-blood · mikoyan says cubans
		the-order · mikoyan says cubans
		pavlov · mikoyan says cubans
		all-their-blood · mikoyan says cubans · dorticos interrupts mikoyan
		the-question · dorticos asks mikoyan
		the-answer · mikoyan answers dorticos
		building-a-party · dorticos says unstated · aragones says unstated
		films · dorticos says unstated"
	`);
});

// A mark is a historian’s decision: changing one needs a reason in the commit (docs/decisions/0015).
it('weighs the claims as decided: quote, mark, how sure the note is', () => {
	const claims = Object.entries(checkContent(readContent()).facts['evidence.yaml']).map(
		([id, { beat, quote, mark, confidence }]) =>
			`${beat} · ${id} · “${quote}” · ${mark} · ${confidence}`
	);
	expect(claims.join('\n'), changed('claims', '0015')).toMatchInlineSnapshot(`
		"empty-chairs · raul-away · “Fidel and Raul were out of Havana” · probable · probable
		empty-chairs · fidel-away · “Fidel and Raul were out of Havana” · only-this-telegram · only-the-telegram
		brazil-plan · common-position · “They agreed to our considerations” · probable · probable
		common-tactics · joint-tactics · “coordinate common tactics” · confirmed · established
		rumour · base-in-paraguay · “building a base to launch missiles in Paraguay” · only-this-telegram · only-the-telegram
		fifty · fifty-bases · “around fifty of such bases” · only-this-telegram · only-the-telegram
		answer · destroying-the-us · “capable of striking and destroying the US” · disputed · established
		europe-asia · missiles-europe-asia · “their missiles in Europe and Asia” · confirmed · established
		they-did-not-argue · did-not-argue · “They did not argue with that.” · only-this-telegram · only-the-telegram
		important-information · il28-unnamed · “important information from Moscow” · probable · established
		telephone · no-contact · “he did not have any contact with Fidel” · only-this-telegram · disputed
		two-u2s · two-u2s-sunday · “only two overflights by U-2s at high altitude” · probable · probable
		bracket · guns-near-santiago · “they opened fire only today, at one American plane” · only-this-telegram · only-the-telegram
		bracket · first-time · “for the first time” · contradicted · established
		afraid-of-what · guevara-agreed · “Guevara agreed” · only-this-telegram · only-the-telegram
		convenient-moment · no-practical-help · “They do not render any practical assistance” · disputed · probable
		taiwan-1958 · nobody-knows · “nobody knows for what reason” · contradicted · established
		macao-goa · goa-taken · “like Nehru had done when he captured Goa” · confirmed · established
		two-ships · late-shipments · “they are even late with the shipments” · only-this-telegram · only-the-telegram
		donated-blood · blood-donors · “donating blood, for which there is no need whatsoever” · only-this-telegram · only-the-telegram
		the-order · threat-of-attack · “which contained the threat of an attack on Cuba” · disputed · established
		the-order · readiness · “all the armed forces and missile launchers” · disputed · established
		the-order · upon-learning · “upon learning about Kennedy’s declaration” · contradicted · established
		pavlov · order-to-pavlov · “to give orders to cde. Pavlov” · confirmed · probable
		all-their-blood · thousands-in-cuba · “Thousands of Soviet people stationed in Cuba” · confirmed · established
		great-impression · impression · “a great impression on them” · only-this-telegram · only-the-telegram
		no-need · converged · “Our points of view on this issue converged” · only-this-telegram · probable
		midnight · back-at-midnight · “At midnight it became known that Fidel had just arrived” · only-this-telegram · only-the-telegram
		three-thirty · afternoon · “they want to meet at 3:30” · probable · probable"
	`);
});
