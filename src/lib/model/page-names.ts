/** The pages beside the story in the order of menus, each with the key of its name in `ui.yaml`. */
export const PAGE_NAMES = [
	{ page: 'people/', word: 'pagePeople' },
	{ page: 'places/', word: 'pagePlaces' },
	{ page: 'panels/', word: 'pagePanels' },
	{ page: 'glossary/', word: 'pageGlossary' },
	{ page: 'timeline/', word: 'pageTimeline' },
	{ page: 'sources/', word: 'pageSources' },
	{ page: 'map/', word: 'mapPageLink' }
] as const;
