import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Card, Cards } from '$lib/model/card';
import PersonWords from '$lib/prose/PersonWords.svelte';
import PlaceWords from '$lib/prose/PlaceWords.svelte';
import TermWords from '$lib/prose/TermWords.svelte';
import { slim } from './markup';
import { site } from './site';

/** The cards of people, places and terms, for story and frames. Their links lead from the page of the story. */
export function cardsOf(lang: string): Cards {
	const { flow, ui: words } = site(lang);
	const rendered = <Props extends Record<string, unknown>>(card: Component<Props>, props: Props) =>
		slim(render(card, { props }).body);
	const cards: [string, Card][] = [
		...flow.people.map((person): [string, Card] => [
			`person-${person.id}`,
			{
				title: person.name,
				kicker: person.office,
				text: person.sentence,
				html: rendered(PersonWords, { person, words })
			}
		]),
		...flow.places.map((place): [string, Card] => [
			`place-${place.id}`,
			{
				title: place.name,
				kicker: place.status,
				text: place.why,
				html: rendered(PlaceWords, { place, words })
			}
		]),
		...flow.terms.map((term): [string, Card] => [
			`term-${term.id}`,
			{ title: term.term, kicker: '', text: term.plain, html: rendered(TermWords, { term, words }) }
		])
	];
	return Object.fromEntries(cards);
}
