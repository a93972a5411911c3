import { type CivilDate, dayNumber } from '@/lib/dates/civil';
import { type RelatedRecord, relations } from './types';

/** How many related records are shown. */
export const relatedShown = 5;

/** Each record once, by its strongest reason and then its distance in days. Pure. */
export function strongest(rows: RelatedRecord[], day: CivilDate): RelatedRecord[] {
  const distance = (row: RelatedRecord) => Math.abs(dayNumber(row.startsOn) - dayNumber(day));
  const sorted = [...rows].sort(
    (a, b) =>
      relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
      distance(a) - distance(b) ||
      a.ref.localeCompare(b.ref),
  );
  return sorted
    .filter((row, index) => sorted.findIndex(({ ref }) => ref === row.ref) === index)
    .slice(0, relatedShown);
}
