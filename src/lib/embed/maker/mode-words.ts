import type { UiKey } from '$lib/model/ui-keys';
import type { SnippetMode } from './snippet';

/** What the ways of embedding are called: keys of `ui.yaml`; with `Hint` behind them, what each is for. */
export const MODE_WORDS = {
	step: 'embedModeStep',
	scroll: 'embedModeScroll',
	static: 'embedModeStatic'
} as const satisfies Record<SnippetMode, UiKey>;
