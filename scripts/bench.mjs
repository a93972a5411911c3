/** `npm run bench -- NAME [options]`: measures one thing and prints ratios; without a name it lists what there is. */
import { importHeap, install, requireNode, runTypeScript } from './steps/install.mjs';

requireNode();
install();
const args = process.argv.slice(2);
// Imports are measured with the heap that they have.
process.exit(await runTypeScript('scripts/bench.ts', args, { heap: args[0] === 'import' ? importHeap : 0 }));
