/**
 * `npm run backup -- --out FILE.zip`: the whole database that the app uses, running or not, as one ZIP.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const generated = await runTypeScript('scripts/generate.ts', []);
if (generated !== 0) process.exit(generated);
process.exit(await runTypeScript('scripts/backup.ts', process.argv.slice(2)));
