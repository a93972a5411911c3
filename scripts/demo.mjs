/**
 * `npm run demo -- --incidents 20000`: makes the synthetic data set `demo` anew in the database that the app uses,
 * running or not. `--seed N` makes another one, `--remove` removes it.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/demo.ts', process.argv.slice(2)));
