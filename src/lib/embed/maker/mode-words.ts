import type { SnippetMode } from './snippet';

/** What the ways of embedding are called: keys of `ui.yaml`; with `Hint` behind them, what each is for. */
export const MODE_WORDS: Readonly<Record<SnippetMode, string>> = {
	step: 'embedModeStep',
	scroll: 'embedModeScroll',
	static: 'embedModeStatic'
};
