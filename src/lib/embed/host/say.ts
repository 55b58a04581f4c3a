/* eslint-disable no-console -- the console is where the host page's makers look */

const said = new Set<string>();

function once(channel: 'info' | 'warn', sentence: string): void {
	if (said.has(sentence)) return;
	said.add(sentence);
	console[channel](`telegram-1856: ${sentence}`);
}

/** Something is as it should not be, and the host page can mend it. Each sentence is said once. */
export const warn = (sentence: string): void => once('warn', sentence);

/** Something was decided that the host page's makers may wonder about. Each sentence is said once. */
export const inform = (sentence: string): void => once('info', sentence);
