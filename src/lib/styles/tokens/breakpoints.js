/**
 * Where layouts change. Media queries cannot read custom properties, and custom media are in no browser yet: a name
 * for them would need another build step in every sheet and component. So the queries say the number, and stylelint
 * refuses any other than these. They are in em, that is 16 px at the reader's usual size of letters: with letters half as
 * large again a window has the layout of one that is a third smaller, as with the browser's zoom.
 */
export const BREAKPOINTS = {
	width: {
		'23.75em': '380 px. The smallest phones: the header and the ruler leave out words.',
		'35em': '560 px. A phone on its side: words and still map stand side by side.',
		'43.75em':
			'700 px. From here on words and stage stand side by side; below, the stage lies over the words.',
		'56.25em': '900 px. Buttons on the map show their words.',
		'68.75em': '1100 px. Table and ruler have two columns.',
		'80em': '1280 px. The header has room for date and title.',
		'118.75em': '1900 px. Large screens: the column of words grows with them.',
		'40em': 'Frames in articles: words and map side by side, at any size of letters.'
	},
	height: {
		'340px': 'A frame in an article that is lower than any should be.',
		'18em': 'A low frame with large letters: the map goes.',
		'30em': '480 px. A phone on its side, or 400 % zoom: still maps beside the words, no stage.',
		'40em': '640 px. Low windows: charts stand among the words, panels are short.',
		'41.25em': '660 px. Short phones: cards and band leave the picture above them its height.',
		'48.75em':
			'780 px. Cards and table have room one above the other, and a phone for a chart; below, the open ruler leaves out its hint.',
		'62.5em': '1000 px. Table and open ruler have room one above the other; the header is higher.'
	}
};
