import { diffIncidents } from './diff';
import type { EditedIncident } from './types';

type FieldKey = keyof EditedIncident;
export type Side = 'mine' | 'theirs';

/** A field that two versions differ in. `by`: who changed it since the version that both began with. */
export type Conflict = { field: FieldKey; mine: unknown; theirs: unknown; by: Side | 'both'; take: Side };

/**
 * The fields in which what somebody typed differs from what was saved meanwhile. What was typed is kept where it differs
 * from the version that was opened, else what was saved is taken. Pure.
 */
export function findConflicts(
  opened: EditedIncident,
  mine: EditedIncident,
  theirs: EditedIncident,
): Conflict[] {
  const [byMe, byThem] = [diffIncidents(opened, mine), diffIncidents(opened, theirs)];
  return (Object.keys(diffIncidents(theirs, mine)) as FieldKey[]).map((field) => ({
    field,
    mine: mine[field],
    theirs: theirs[field],
    by: field in byMe ? (field in byThem ? 'both' : 'mine') : 'theirs',
    take: field in byMe ? 'mine' : 'theirs',
  }));
}

/** What was saved meanwhile, with what was typed in the fields for which that was chosen. Pure. */
export function mergeVersions(
  mine: EditedIncident,
  theirs: EditedIncident,
  take: Partial<Record<FieldKey, Side>>,
): EditedIncident {
  const kept = (Object.keys(take) as FieldKey[]).filter((field) => take[field] === 'mine');
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
}
