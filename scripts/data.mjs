/**
 * `npm run data -- list | get NAME`: lists open data sets, or fetches one onto this machine and imports it into the
 * database that the app uses, running or not. docs/guides/public-data.md explains the arguments.
 */
import { importHeap, install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/data.ts', process.argv.slice(2), { heap: importHeap }));
