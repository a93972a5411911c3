import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs tests/bench/NAME.ts, or lists them; see `scripts/bench.mjs`. */
const folder = 'tests/bench';
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'));
const [name] = process.argv.slice(2);
if (name && names.includes(name)) await import(pathToFileURL(path.resolve(folder, `${name}.ts`)).href);
else console.log(`Usage: npm run bench -- NAME [options], where NAME is one of: ${names.join(', ')}`);
