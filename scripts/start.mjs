/**
 * `npm start`: installs what is missing, prepares the database, builds the app if it changed, and serves it.
 * `npm run dev` (`--dev`) serves it for development instead, without a build.
 */
import { install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
process.exit(await runTypeScript('scripts/serve.ts', process.argv.slice(2)));
