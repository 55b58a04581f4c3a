import type { Rect, Size } from '$lib/globe/camera/geometry';

/** Boxes over the map, CSS px from the stage's top left corner: x, y, width and height of each, with commas between. */
type Boxes = string;

/** What lies over the map in a window, by what the beat has. */
interface Layout {
	/** Size of the window, CSS px. */
	readonly name: string;
	readonly stage: Size;
	/** The largest of the panels; null where panels do not lie over the map. */
	readonly panel: Boxes | null;
	/** The cover of the story. */
	readonly opening: Boxes;
	/** Before anybody sits at the table. */
	readonly prologue: Boxes;
	/** With the table, and the button of the ruler. */
	readonly passage: Boxes;
	/** With two people beside the table. */
	readonly away: Boxes;
	/** With each kind of chart, where charts stand on the stage. */
	readonly altitude: Boxes;
	readonly zones: Boxes;
	/** With the open ruler. */
	readonly ruler: Boxes;
}

/** Measured in Chromium, rounded. They need not follow each change of a style: labels keep off whatever there is. */
export const LAYOUTS: readonly Layout[] = [
	{
		name: '320 × 568',
		stage: { width: 320, height: 237 },
		panel: null,
		opening: '0 193 44 44',
		prologue: '205 193 115 44, 0 193 44 44, 52 193 44 44',
		passage: '205 124 115 44, 0 124 44 44, 52 124 44 44, 0 168 320 69',
		away: '0 124 44 44, 52 124 44 44, 0 168 320 69, 217 114 103 54',
		altitude: '0 124 44 44, 52 124 44 44, 0 168 320 69',
		zones: '0 124 44 44, 52 124 44 44, 0 168 320 69, 227 114 93 54',
		ruler: '205 124 115 44, 0 124 44 44, 52 124 44 44, 0 168 320 69'
	},
	{
		name: '390 × 844',
		stage: { width: 390, height: 375 },
		panel: null,
		opening: '0 331 44 44',
		prologue: '275 331 115 44, 0 331 44 44, 52 331 44 44',
		passage: '275 258 115 44, 0 258 44 44, 52 258 44 44, 0 302 390 73',
		away: '0 258 44 44, 52 258 44 44, 0 302 390 73, 278 243 112 59',
		altitude: '0 258 44 44, 52 258 44 44, 0 302 390 73',
		zones: '0 258 44 44, 52 258 44 44, 0 302 390 73, 287 243 103 59',
		ruler: '275 258 115 44, 0 258 44 44, 52 258 44 44, 0 302 390 73'
	},
	{
		name: '820 × 1180',
		stage: { width: 820, height: 1132 },
		panel: '594 31 210 317',
		opening: '16 0 353 1132, 381 1080 44 44',
		prologue: '16 0 353 1132, 559 1080 254 44, 381 1080 44 44, 433 1080 44 44',
		passage: '16 0 353 1132, 559 955 254 44, 381 955 44 44, 433 955 44 44, 381 1009 431 115',
		away: '16 0 353 1132, 381 955 44 44, 433 955 44 44, 381 1009 431 115, 685 946 127 66',
		altitude: '16 0 353 1132, 381 955 44 44, 433 955 44 44, 381 1009 431 115',
		zones: '16 0 353 1132, 381 955 44 44, 433 955 44 44, 381 1009 431 115, 697 946 115 66',
		ruler: '16 0 353 1132, 559 396 254 44, 381 440 431 684, 381 396 44 44, 433 396 44 44'
	},
	{
		name: '1440 × 900',
		stage: { width: 1440, height: 852 },
		panel: '1094 23 317 216',
		opening: '63 0 475 852, 1258 790 153 44',
		prologue: '63 0 475 852, 567 790 254 44, 1092 790 153 44, 1254 790 158 44',
		passage: '63 0 475 852, 567 639 254 44, 1092 639 153 44, 1254 639 158 44, 567 693 845 141',
		away: '63 0 475 852, 1092 639 153 44, 1254 639 158 44, 567 693 845 141',
		altitude: '63 0 475 852, 1092 639 153 44, 1254 639 158 44, 567 23 228 660, 567 693 845 141',
		zones: '63 0 475 852, 1092 308 153 44, 1254 308 158 44, 567 362 845 321, 567 693 845 141',
		ruler: '63 0 475 852, 567 364 254 44, 567 408 845 426, 1092 364 153 44, 1254 364 158 44'
	},
	{
		name: '1080 × 1920',
		stage: { width: 1080, height: 1872 },
		panel: '821 32 238 275',
		opening: '16 0 464 1872, 492 1820 153 44',
		prologue: '16 0 464 1872, 821 1820 254 44, 492 1820 153 44, 654 1820 158 44',
		passage: '16 0 464 1872, 821 1695 254 44, 492 1695 153 44, 654 1695 158 44, 492 1749 582 115',
		away: '16 0 464 1872, 492 1695 153 44, 654 1695 158 44, 492 1749 580 115, 945 1686 127 66',
		altitude: '16 0 464 1872, 492 1695 153 44, 654 1695 158 44, 492 1000 580 653, 492 1749 580 115',
		zones:
			'16 0 464 1872, 492 1695 153 44, 654 1695 158 44, 492 1332 580 321, 492 1749 580 115, 957 1686 115 66',
		ruler: '16 0 464 1872, 821 1122 254 44, 492 1166 582 698, 492 1122 153 44, 654 1122 158 44'
	},
	{
		name: '2560 × 1080',
		stage: { width: 2560, height: 1007 },
		panel: '2080 28 440 288',
		opening: '113 0 717 1007, 2303 922 217 63',
		prologue: '113 0 717 1007, 1142 922 364 63, 2069 922 217 63, 2294 922 226 63',
		passage: '113 0 717 1007, 1142 733 364 63, 2069 733 217 63, 2294 733 226 63, 1142 806 1378 179',
		away: '113 0 717 1007, 2069 733 217 63, 2294 733 226 63, 1142 806 1378 179',
		altitude: '113 0 717 1007, 2069 733 217 63, 2294 733 226 63, 857 28 356 957, 1225 806 1295 179',
		zones: '113 0 717 1007, 2069 264 217 63, 2294 264 226 63, 1142 337 1378 459, 1142 806 1378 179',
		ruler:
			'113 0 717 1007, 1142 186 364 63, 1142 249 1378 547, 2069 186 217 63, 2294 186 226 63, 1142 806 1378 179'
	},
	{
		name: '3840 × 2160',
		stage: { width: 3840, height: 2070 },
		panel: '3360 32 440 382',
		opening: '120 0 900 2070, 3538 1965 262 77',
		prologue: '120 0 900 2070, 2120 1965 444 77, 3254 1965 262 77, 3524 1965 276 77',
		passage:
			'120 0 900 2070, 2120 1746 444 77, 3254 1746 262 77, 3524 1746 276 77, 2120 1833 1680 210',
		away: '120 0 900 2070, 3254 1746 262 77, 3524 1746 276 77, 2120 1833 1680 210',
		altitude:
			'120 0 900 2070, 3254 1746 262 77, 3524 1746 276 77, 1048 32 434 2010, 2120 1833 1680 210',
		zones:
			'120 0 900 2070, 3254 1178 262 77, 3524 1178 276 77, 2120 1265 1680 558, 2120 1833 1680 210',
		ruler:
			'120 0 900 2070, 2120 1002 444 77, 2120 1079 1680 743, 3254 1002 262 77, 3524 1002 276 77, 2120 1833 1680 210'
	}
];

export const boxesOf = (boxes: Boxes): Rect[] =>
	boxes.split(', ').map((box) => {
		const [x = NaN, y = NaN, width = NaN, height = NaN] = box.split(' ').map(Number);
		return { x, y, width, height };
	});
