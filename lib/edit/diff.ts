import type { FieldChange } from './types';

/** The fields that two versions of a record differ in, with what each was and became. Lists are compared whole. Pure. */
export function diffRecords<Edited extends object>(
  before: Edited,
  after: Edited,
): Partial<Record<keyof Edited & string, FieldChange>> {
  const changes: Partial<Record<keyof Edited & string, FieldChange>> = {};
  for (const key of Object.keys(after) as (keyof Edited & string)[]) {
    const [from, to] = [before[key], after[key]];
    if (canonical(from) !== canonical(to)) changes[key] = { from, to };
  }
  return changes;
}

/** A value as text, whatever the order of the keys of its objects. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
