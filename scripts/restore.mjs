/**
 * `npm run restore -- FILE.zip`: puts a backup into a database that is empty, or does not exist yet.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/restore.ts', process.argv.slice(2)));
