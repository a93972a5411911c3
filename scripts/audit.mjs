/**
 * `npm run audit`: looks whether the packages are pinned, locked and new enough, and asks the registry for known holes
 * that are high or critical. A registry that does not answer fails nothing, but is named.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
process.exit(await runTypeScript('scripts/audit.ts'));
