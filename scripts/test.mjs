/**
 * `npm test`: installs what is missing and runs every test: unit tests in three time zones, database tests on a
 * throw-away Postgres, and the built app in a real browser. `--only unit|db|e2e` runs one part.
 * The last line is the sum: `N passed, N failed`.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
process.exit(await runTypeScript('scripts/test/main.ts', process.argv.slice(2)));
