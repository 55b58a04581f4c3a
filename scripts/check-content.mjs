import { checkContentNow } from './vite-content.mjs';

try {
	console.log(await checkContentNow());
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
