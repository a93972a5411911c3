import path from 'node:path';
import { bundle } from './bundle';
import { say } from './lifecycle';
import { programs, runProgram } from './programs';
import { hashOf, isFresh, leaveStamp } from './stamp';

const lockFile = 'package-lock.json';

/** Decodes the fonts of exported images when the packages or the script changed. */
export async function prepareFonts(): Promise<void> {
  const stamp = 'public/fonts/export/.stamp';
  const hash = hashOf(['scripts/fonts.ts', lockFile]);
  if (isFresh(stamp, hash)) return;
  say('Preparing the fonts of exported images …');
  await mustEnd('The fonts could not be prepared', '--import=tsx', ['scripts/fonts.ts']);
  leaveStamp(stamp, hash);
}

/** Writes Prisma's client when the data model or the packages changed. */
export async function preparePrisma(): Promise<void> {
  const stamp = 'prisma/generated/.stamp';
  const hash = hashOf(['prisma/schema.prisma', lockFile]);
  if (isFresh(stamp, hash)) return;
  // Generating needs no native engine, but looks for one and would download it; any file satisfies it.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  await mustEnd("Prisma's client could not be written", programs.prisma, ['generate'], env);
  leaveStamp(stamp, hash);
}

/** What the built app is made from. What is itself made from these is left out. */
const sources = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  path.join('scripts', 'import-worker.ts'),
  path.join('scripts', 'columns-worker.ts'),
  'next.config.ts',
  'tsconfig.json',
  lockFile,
];
const made = ['prisma/generated', path.join('public', 'fonts', 'export')];

/** Where Next puts the built app. */
export const buildFolder = process.env.NEXT_DIST_DIR ?? '.next';

/** Builds the app, and beside it the workers of imports and of columns, each as one file, when their sources changed. */
export async function prepareBuild(): Promise<void> {
  const stamp = path.join(buildFolder, 'daybook-build');
  const hash = hashOf(sources, made);
  if (isFresh(stamp, hash)) return;
  say('Building the app …');
  await mustEnd('The app could not be built', programs.next, ['build']);
  for (const name of ['import-worker', 'columns-worker'])
    await bundle(path.join('scripts', `${name}.ts`), path.join(buildFolder, `${name}.mjs`));
  leaveStamp(stamp, hash);
}

async function mustEnd(
  fault: string,
  script: string,
  args: readonly string[],
  env?: Record<string, string>,
): Promise<void> {
  const { code, output } = await runProgram(script, args, { quiet: true, env });
  if (code !== 0) throw new Error(`${fault}:\n${output.trim()}`);
}
