import type { Mapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { decidedOf } from './mapping/decisions';
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

/** The same, and after them the texts whose place was decided before. */
export function soughtPlaces(mapping: Mapping, report: ImportReport | null): LostText[] {
  const lost = lostPlaces(report);
  const known = new Set(lost.map(({ text }) => text));
  return [
    ...lost,
    ...decidedOf(mapping)
      .filter(({ from }) => !known.has(from))
      .map(({ from }) => ({ text: from, count: 0, hints: [] })),
  ];
}

/** A day that a check could read both ways. */
export const ambiguousIn = (report: ImportReport | null): string | null =>
  report?.faults.find(({ rule }) => rule === 'ambiguous-day')?.value ?? null;
