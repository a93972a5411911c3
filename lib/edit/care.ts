import { type FieldFindings, findInFields } from '@/lib/privacy/records';
import type { EditedClaim } from './types';

/** What in the texts of a record and of its evidence looks like personal data, by field (`claims.2.note`). Pure. */
export function careIn(
  texts: Record<string, string | null>,
  claims: readonly Pick<EditedClaim, 'printed' | 'note' | 'value' | 'locator'>[] = [],
): FieldFindings[] {
  const all = { ...texts };
  for (const [index, { printed, note, value, locator }] of claims.entries())
    Object.assign(all, {
      [`claims.${index}.value`]: value,
      [`claims.${index}.printed`]: printed,
      [`claims.${index}.locator`]: locator,
      [`claims.${index}.note`]: note,
    });
  return findInFields(all);
}
