/**
 * `npm run check`: types, lint and format, dead code, direction of imports, unit tests. Changes nothing.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
process.exit(await runTypeScript('scripts/check/main.ts'));
