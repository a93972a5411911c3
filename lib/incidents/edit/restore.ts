import type { EditedIncident, FieldChange } from './types';

/** A change of the history, as far as it is walked back. */
type Change = { version: number; changes: Record<string, FieldChange> };

/**
 * An incident as it was at a version: the present one with every later change taken back, the newest first. Fields of
 * the changes that are not edited (`status` …) are passed over. Pure.
 */
export function incidentAt(
  present: EditedIncident,
  changes: readonly Change[],
  version: number,
): EditedIncident {
  const later = changes.filter((change) => change.version > version).sort((a, b) => b.version - a.version);
  const back = Object.assign({}, ...later.map(({ changes: fields }) => pick(fields, present)));
  return { ...present, ...back };
}

/** What the edited fields were before one change. */
function pick(changes: Record<string, FieldChange>, present: EditedIncident): Partial<EditedIncident> {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([field]) => Object.hasOwn(present, field))
      .map(([field, { from }]) => [field, from]),
  );
}
