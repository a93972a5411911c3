import 'server-only';
import { readFileSync } from 'node:fs';

let known: string | null | undefined;

/** The name that Next gave this build; null = there is none, as while developing. */
export function buildId(): string | null {
  known ??= readBuildId();
  return known;
}

function readBuildId(): string | null {
  const folder = process.env.NEXT_DIST_DIR ?? '.next';
  try {
    return readFileSync(/* turbopackIgnore: true */ `${folder}/BUILD_ID`, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
