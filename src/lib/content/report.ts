import { checkContent } from './check';
import { readContent } from './files';

/**
 * Checks the content folder and says what was checked, in one line.
 *
 * @throws ContentError with every problem
 */
export function report(folder?: string): string {
	const { facts, words, passages } = checkContent(readContent(folder));
	const beats = facts['story.yaml'].sections.flatMap((section) => section.beats);
	const count = (
		file: 'evidence.yaml' | 'topics.yaml' | 'people.yaml' | 'places.yaml' | 'glossary.yaml'
	) => Object.keys(facts[file]).length;
	return [
		`Content is sound: ${beats.length} beats, ${passages.length} passages`,
		`${count('evidence.yaml')} claims weighed, ${count('topics.yaml')} panels`,
		`${count('people.yaml')} people, ${count('places.yaml')} places, ${count('glossary.yaml')} terms`,
		`${Object.keys(facts['sources.yaml'].works).length} works, in ${[...words.keys()].join(', ')}.`
	].join('; ');
}
