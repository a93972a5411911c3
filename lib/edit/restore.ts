import { withLinks } from './links';
import type { FieldChange } from './types';

/** A change of the history, as far as it is walked back. */
type Change = { version: number; changes: Record<string, FieldChange> };

/**
 * A record as it was at a version: the present one with every later change taken back, the newest first. Fields of
 * the changes that are not edited (`status` …) are passed over. `links`: the field of links that the forms of other
 * records change too; only what this record's own changes did to it is taken back. Pure.
 */
export function recordAt<Edited extends object>(
  present: Edited,
  changes: readonly Change[],
  version: number,
  links: (keyof Edited & string) | null,
): Edited {
  const later = changes.filter((change) => change.version > version).sort((a, b) => b.version - a.version);
  const back = { ...present } as Record<string, unknown>;
  for (const { changes: fields } of later)
    for (const [field, { from, to }] of Object.entries(fields)) {
      if (!Object.hasOwn(present, field)) continue;
      back[field] =
        field === links ? withLinks(back[field] as string[], to as string[], from as string[]) : from;
    }
  return back as Edited;
}
