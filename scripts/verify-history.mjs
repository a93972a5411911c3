/**
 * `npm run verify-history`: reads the whole history in the database that the app uses, running or not, and tells
 * whether all of it is as it was written. `-- --head SEQ:HASH` also looks for an entry that was published earlier.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/verify-history.ts', process.argv.slice(2)));
