/**
 * `npm run import -- FILE … --dataset SLUG`: imports files into a data set of the database that the app uses, running
 * or not, by the same engine as the pages. docs/guides/import.md explains the arguments.
 */
import { importHeap, install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/import.ts', process.argv.slice(2), { heap: importHeap }));
