/**
 * Where layouts change. Media queries cannot read custom properties, and custom media are in no browser yet: a name
 * for them would need another build step in every sheet and component. So the queries say the number, and stylelint
 * refuses any other than these.
 */
export const BREAKPOINTS = {
	width: {
		'380px': 'The smallest phones: the header and the ruler leave out words.',
		'560px': 'A phone on its side: words and still map stand side by side.',
		'700px':
			'From here on words and stage stand side by side; below, the stage lies over the words.',
		'900px': 'Buttons on the map show their words.',
		'1100px': 'Table and ruler have two columns.',
		'1280px': 'The header has room for date and title.',
		'1900px': 'Large screens: the column of words grows with them.',
		'40em': 'Frames in articles: words and map side by side, at any size of letters.'
	},
	height: {
		'340px': 'A frame in an article that is lower than any should be.',
		'18em': 'A low frame with large letters: the map goes.',
		'480px': 'A phone on its side, or 400 % zoom: still maps beside the words, no stage.',
		'640px': 'Low windows: charts stand among the words, panels are short.',
		'660px': 'Short phones: cards and band leave the picture above them its height.',
		'780px':
			'Cards and table have room one above the other, and a phone for a chart; below, the open ruler leaves out its hint.',
		'1000px': 'Table and open ruler have room one above the other; the header is higher.'
	}
};
