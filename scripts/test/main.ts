import { runCommand } from '../steps/lifecycle';
import { prepareFonts, preparePrisma } from '../steps/prepare';
import type { Count } from './reports';
import { stages } from './stages';

/** Runs the stages one after another, whatever fails, and ends with the sum on a line of its own. */
async function main(): Promise<number> {
  const wanted = wantedStages(process.argv.slice(2));
  await prepareFonts();
  await preparePrisma();
  const sum = { passed: 0, failed: 0 };
  for (const name of wanted) {
    const { passed, failed } = await timed(name);
    sum.passed += passed;
    sum.failed += failed;
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

function wantedStages(args: readonly string[]): string[] {
  const [flag, name = ''] = args;
  if (flag === undefined) return Object.keys(stages);
  if (flag === '--only' && name in stages && args.length === 2) return [name];
  throw new Error(`Usage: npm test [-- --only ${Object.keys(stages).join('|')}]`);
}

async function timed(name: string): Promise<Count> {
  const stage = stages[name];
  const start = Date.now();
  let result: Count = { passed: 0, failed: 1, skipped: 0 };
  try {
    if (stage) result = await stage.run();
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown);
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  console.log(`${stage?.title}: ${result.passed} passed, ${result.failed} failed${skipped} in ${seconds} s`);
  return result;
}

await runCommand(main);
