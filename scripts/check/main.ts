import { runCommand } from '../steps/lifecycle';
import { prepareFonts, preparePrisma } from '../steps/prepare';
import { programs, runProgram } from '../steps/programs';

type Check = { title: string; script: string; args: string[] };

/** Checks that take little and run side by side. */
const quick: Check[] = [
  { title: 'Types', script: programs.tsc, args: ['--noEmit', '--incremental', 'false'] },
  { title: 'Lint and format', script: programs.biome, args: ['check', '--error-on-warnings'] },
  { title: 'Dead code', script: programs.knip, args: [] },
  { title: 'Direction of imports', script: '--import=tsx', args: ['scripts/check-imports.ts'] },
];

const unitTests: Check = {
  title: 'Unit tests',
  script: programs.vitest,
  // Those that draw images and outlines take half a minute more; `npm test` runs them.
  args: ['run', '--project', 'unit', '--reporter=default'],
};

/**
 * Runs every check, whatever fails, and says of each how it went and how long it took. `--without-tests` leaves the
 * unit tests to `npm test`.
 */
async function main(): Promise<number> {
  const withoutTests = process.argv.includes('--without-tests');
  await prepareFonts();
  await preparePrisma();
  await runProgram(programs.next, ['typegen'], { quiet: true });
  const results = await Promise.all(quick.map(run));
  if (!withoutTests) results.push(await run(unitTests));
  const failed = results.filter((passed) => !passed).length;
  console.log(failed === 0 ? 'Everything is in order.' : `${failed} of ${results.length} checks failed.`);
  return failed === 0 ? 0 : 1;
}

async function run({ title, script, args }: Check): Promise<boolean> {
  const start = Date.now();
  const { code, output } = await runProgram(script, args, { quiet: true });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (code !== 0) console.log(output.trim());
  console.log(`${title}: ${code === 0 ? 'in order' : 'FAILED'} in ${seconds} s`);
  return code === 0;
}

await runCommand(main);
