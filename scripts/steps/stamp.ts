import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A hash over the names and the contents of files and folders; what does not exist is passed over. */
export function hashOf(places: readonly string[], exclude: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesIn(place, exclude)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether the work that left this stamp was done for the same hash. */
export function isFresh(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Notes that the work was done for the hash. Written last, so that half-done work leaves no stamp. */
export function leaveStamp(stamp: string, hash: string): void {
  writeFileSync(stamp, hash);
}

function filesIn(place: string, exclude: readonly string[]): string[] {
  if (!existsSync(place) || exclude.includes(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place).flatMap((name) => filesIn(path.join(place, name), exclude));
}
