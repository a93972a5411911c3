import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/errors';
import { readBoundaries } from './boundary-file';
import type { Frame } from './projection';
import { drawUnits, type UnitShapes } from './shapes';

export type { UnitShapes } from './shapes';

const scopePattern = /^(CN|\d{6})$/;
const cacheSize = 64;
const cache = new Map<string, Promise<UnitShapes | null>>();

/**
 * The units directly below a scope (`CN`, or the code of a province or prefecture) as SVG paths that fit a
 * frame of pixels. Boundaries come from `DAYBOOK_GEO_DIR/<code>.json` when there is one, else from
 * public/geo. Null = there is no boundary file for that scope, or the code is not one of a scope. Answers are
 * kept in memory; a changed file is read after a restart. Throws when a file is there but cannot be read.
 */
export async function unitShapes(scopeCode: string, frame: Frame): Promise<UnitShapes | null> {
  if (!scopePattern.test(scopeCode)) return null;
  const { width, height, padding } = frame;
  const key = `${scopeCode} ${width} ${height} ${padding} ${overrideFolder() ?? ''}`;
  const known = cache.get(key);
  if (known) cache.delete(key);
  const answer = known ?? load(scopeCode, frame);
  cache.set(key, answer);
  if (!known) {
    answer.catch(() => cache.delete(key));
    const oldest = cache.keys().next().value;
    if (cache.size > cacheSize && oldest !== undefined) cache.delete(oldest);
  }
  return answer;
}

async function load(scope: string, frame: Frame): Promise<UnitShapes | null> {
  const folders = [overrideFolder(), join(/* turbopackIgnore: true */ process.cwd(), 'public', 'geo')];
  for (const folder of folders) {
    if (folder === null) continue;
    const path = join(/* turbopackIgnore: true */ folder, `${scope}.json`);
    try {
      const text = await readFile(path, 'utf8');
      return drawUnits(readBoundaries(text), frame);
    } catch (thrown) {
      if (isMissing(thrown)) continue;
      throw new AppError('internal', `The boundaries of ${scope} cannot be read.`, { cause: thrown });
    }
  }
  return null;
}

/** The folder whose files go before our own; null = none is set. */
function overrideFolder(): string | null {
  return process.env.DAYBOOK_GEO_DIR || null;
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
