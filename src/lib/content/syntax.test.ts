import { describe, expect, it } from 'vitest';
import { syntaxProblems } from './syntax';
import { YamlFile } from './yaml-file';

const problemsOf = (text: string) => syntaxProblems(new YamlFile('en/ui.yaml', text)).problems;
/** What the YAML library's manual calls things, and no historian does. */
const JARGON =
	/implicit|mapping|sequence|scalar|flow|token|node|document|directive|alias|anchor|resolve|reserved/i;

describe('what YAML cannot read', () => {
	it.each<[string, text: string, line: number, RegExp]>([
		[
			'a tab in braces',
			'a: {\n\tb: 1,\n\tc: 2\n}\n',
			2,
			/^A tab stands here \(and in one more line\)/
		],
		['a tab in a long text', 'a: >-\n  one\n\ttwo\n', 3, /^A tab stands here;/],
		[
			'a space that does not break',
			'a: 1\nb:\u00a0two\nc: 3\n',
			2,
			/^A non-breaking space stands here;/
		],
		['a name with an @', 'a: @name\n', 1, /cannot begin with “@”; put quotes/],
		['a percentage sign first', 'a: 1\nb: %5\n', 2, /cannot begin with “%”; put quotes/],
		['a backslash', 'a: "C:\\qq"\n', 1, /“\\q” means nothing between double quotes/],
		['a name of its own kind', 'a: !name b\n', 1, /begins with “!name”/],
		['a name that is taken for another', 'a: *name\n', 1, /begins with “\*name”/],
		['a greater than', 'a: > 5 km\nb: 1\n', 1, /After > or \| a text begins in the next line/],
		[
			'words in brackets first',
			'a: [sic] he said\n',
			1,
			/begins with \[ or \{ is taken for a list/
		],
		['words after quotes', 'a: "He" said\n', 1, /Words follow where the quotes are closed/],
		[
			'quotes without an end',
			"a: 1\nb: 'open\nc: 2\n",
			2,
			/quotes that open here are never closed/
		],
		['a list without an end', 'a: [one, two\nb: 1\n', 2, /bracket \[ or \{ .* is not closed/],
		['a colon', 'a: He said: no\n', 1, /second colon/],
		[
			'a text that is not indented',
			'a: >-\none two\nb: 1\n',
			2,
			/neither a field nor part of a text/
		],
		['a text that is cut and goes on', 'a: one\n  two #3\n  four\n', 2, /ends before “#3”/],
		['a list that is cut', 'a: [one #3, two]\nb: 1\n', 1, /ends before “#3, two\]”/],
		['a key twice', 'a: 1\nb: 2\na: 3\n', 3, /“a” stands twice/],
		['a list instead of fields', '- a\n- b\n', 0, /This file has no fields/],
		['nothing', '# all gone\n', 0, /This file has no fields/]
	])('%s is one sentence without jargon', (_, text, line, sentence) => {
		const problems = problemsOf(text);
		expect(problems).toHaveLength(1);
		expect(problems[0]?.line ?? 0).toBe(line);
		expect(problems[0]?.sentence).toMatch(sentence);
		expect(problems[0]?.sentence).not.toMatch(JARGON);
	});

	it('is told for every line that can be told apart', () => {
		const text = 'a: So: one\nb: 1\nb: 2\nc: @three\n';
		expect(problemsOf(text).map(({ line }) => line)).toEqual([1, 3, 4]);
	});

	it('is not what a comment says on its own line, or after quotes', () => {
		expect(
			problemsOf("# one\na: 'two' # three\nb: # four\n  - five\n  # six\nc: { d: 7 } # eight\n")
		).toEqual([]);
	});
});
