import 'server-only';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { type Outline, readBoundaries } from './boundary-file';
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
  const outlines = await readOutlines(scope);
  return outlines && drawUnits(outlines, frame);
}

/**
 * Units anywhere within a scope as SVG paths, in the frame that fits the scope: each from the boundary file of
 * the division that it hangs on (`parentId`). Null = there is no boundary file for the scope, or none of the
 * units. Not kept in memory. Throws when a file is there but cannot be read.
 */
export async function shapesWithin(
  scopeCode: string,
  units: readonly { id: string; parentId: string | null }[],
  frame: Frame,
): Promise<UnitShapes | null> {
  const area = await readOutlines(scopeCode);
  if (!area) return null;
  const wanted = new Map<string, Set<string>>();
  for (const { id, parentId } of units)
    if (parentId !== null) wanted.set(parentId, (wanted.get(parentId) ?? new Set()).add(id));
  const outlines: Outline[] = [];
  for (const [parent, ids] of wanted)
    outlines.push(...((await readOutlines(parent)) ?? []).filter(({ code }) => ids.has(code)));
  return outlines.length > 0 ? drawUnits(outlines, frame, area) : null;
}

/** The outlines in the boundary file of a scope; null = there is none, or the code is not one of a scope. */
async function readOutlines(scope: string): Promise<Outline[] | null> {
  if (!scopePattern.test(scope)) return null;
  for (const path of filesOf(scope)) {
    try {
      return readBoundaries(await readFile(path, 'utf8'));
    } catch (thrown) {
      if (!isMissing(thrown)) throw unreadable(scope, thrown);
    }
  }
  return null;
}

/** The text of the boundary file of a scope, read at once; null = there is none, or the code is not one of a scope. */
export function readBoundaryText(scope: string): string | null {
  if (!scopePattern.test(scope)) return null;
  for (const path of filesOf(scope)) {
    try {
      return readFileSync(path, 'utf8');
    } catch (thrown) {
      if (!isMissing(thrown)) throw unreadable(scope, thrown);
    }
  }
  return null;
}

/** Where the boundary file of a scope may lie; the first that is there counts. */
function filesOf(scope: string): string[] {
  const folders = [overrideFolder(), join(/* turbopackIgnore: true */ process.cwd(), 'public', 'geo')];
  return folders
    .filter((folder) => folder !== null)
    .map((folder) => join(/* turbopackIgnore: true */ folder, `${scope}.json`));
}

const unreadable = (scope: string, cause: unknown) =>
  new AppError('internal', faults.noBoundaries(scope), { cause });

/** The folder whose files go before our own; null = none is set. */
function overrideFolder(): string | null {
  return process.env.DAYBOOK_GEO_DIR || null;
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
