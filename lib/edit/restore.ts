import type { FieldChange } from './types';

/** A change of the history, as far as it is walked back. */
type Change = { version: number; changes: Record<string, FieldChange> };

/**
 * A record as it was at a version: the present one with every later change taken back, the newest first. Fields of
 * the changes that are not edited (`status` …) are passed over. Pure.
 */
export function recordAt<Edited extends object>(
  present: Edited,
  changes: readonly Change[],
  version: number,
): Edited {
  const later = changes.filter((change) => change.version > version).sort((a, b) => b.version - a.version);
  const back = Object.assign({}, ...later.map(({ changes: fields }) => pick(fields, present)));
  return { ...present, ...back };
}

/** What the edited fields were before one change. */
function pick<Edited extends object>(changes: Record<string, FieldChange>, present: Edited): Partial<Edited> {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([field]) => Object.hasOwn(present, field))
      .map(([field, { from }]) => [field, from]),
  ) as Partial<Edited>;
}
