import type { ImportReport } from '@/lib/imports/report';
import type { LostText } from './place-choices';

const rules: readonly string[] = ['place-unknown', 'place-ambiguous'];

/** The texts of the file whose place a check did not find, the most frequent first. */
export function lostPlaces(report: ImportReport | null): LostText[] {
  const found = new Map<string, LostText>();
  for (const { rule, value, count, hints } of report?.faults ?? []) {
    if (!rules.includes(rule)) continue;
    const known = found.get(value);
    if (known) known.count += count;
    else found.set(value, { text: value, count, hints });
  }
  return [...found.values()];
}
