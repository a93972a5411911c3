/**
 * `npm run export -- --format parquet --out incidents.parquet`: the records of a selection as a file, from the database that the
 * app uses, running or not. Without `--out` the file goes to the standard output: then `npm run --silent export`.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/export.ts', process.argv.slice(2)));
