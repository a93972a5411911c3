/**
 * `npm run check`: types, lint and format, dead code, direction of imports, unit tests. Changes nothing.
 * `--without-tests` leaves the unit tests out, where `npm test` follows.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
process.exit(await runTypeScript('scripts/check/main.ts', process.argv.slice(2)));
