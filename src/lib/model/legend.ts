/** What a legend can explain; each has its words in `ui.yaml` under `legend…`. */
export type LegendKey =
	| 'focus'
	| 'chosen'
	| 'named'
	| 'implied'
	| 'context'
	| 'dismantled'
	| 'rumour'
	| 'zone'
	| 'area'
	| 'great-circle'
	| 'arrow'
	| 'schematic'
	| 'route'
	| 'range'
	| 'quarantine'
	| 'hatch'
	| 'ruler'
	| 'territory';

/** Every sign of the map, in the order of the legend. */
export const LEGEND_KEYS: readonly LegendKey[] = [
	'focus',
	'chosen',
	'named',
	'implied',
	'context',
	'dismantled',
	'rumour',
	'zone',
	'area',
	'great-circle',
	'arrow',
	'schematic',
	'route',
	'range',
	'quarantine',
	'hatch',
	'ruler',
	'territory'
];
