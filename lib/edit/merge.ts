import { diffRecords } from './diff';

export type Side = 'mine' | 'theirs';

/** A field that two versions differ in. `by`: who changed it since the version that both began with. */
export type Conflict = { field: string; mine: unknown; theirs: unknown; by: Side | 'both'; take: Side };

/**
 * The fields in which what somebody typed differs from what was saved meanwhile. What was typed is kept where it differs
 * from the version that was opened, else what was saved is taken. Pure.
 */
export function findConflicts<Edited extends object>(
  opened: Edited,
  mine: Edited,
  theirs: Edited,
): Conflict[] {
  const [byMe, byThem] = [diffRecords(opened, mine), diffRecords(opened, theirs)];
  return (Object.keys(diffRecords(theirs, mine)) as (keyof Edited & string)[]).map((field) => ({
    field,
    mine: mine[field],
    theirs: theirs[field],
    by: field in byMe ? (field in byThem ? 'both' : 'mine') : 'theirs',
    take: field in byMe ? 'mine' : 'theirs',
  }));
}

/** What was saved meanwhile, with what was typed in the fields for which that was chosen. Pure. */
export function mergeVersions<Edited extends object>(
  mine: Edited,
  theirs: Edited,
  take: Partial<Record<string, Side>>,
): Edited {
  const kept = (Object.keys(take) as (keyof Edited & string)[]).filter((field) => take[field] === 'mine');
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
}
