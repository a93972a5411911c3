import path from 'node:path';
import { bundle } from './steps/bundle';
import { runCommand } from './steps/lifecycle';
import { buildFolder } from './steps/prepare';

/** `npm run bundle`: the set-up of the database and the workers of imports and columns, each as one file, for images. */
async function bundleAll(): Promise<number> {
  for (const name of ['setup', 'import-worker', 'columns-worker'])
    await bundle(path.join('scripts', `${name}.ts`), path.join(buildFolder, `${name}.mjs`));
  return 0;
}

await runCommand(bundleAll);
