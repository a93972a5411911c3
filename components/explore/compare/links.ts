import type { ComparedCount } from '@/lib/charts/types-comparison';
import type { ChangeRow, ComparedSide, ComparisonPage } from '@/lib/explore/compare/types';
import { type ComparedField, withValues } from '@/lib/explore/compare/values';
import { shortSpan } from '@/lib/explore/links';
import { type Selection, selectionPath } from '@/lib/explore/view';
import { type FilterPart, type IncidentFilters, without } from '@/lib/incidents/selection';
import { comparePath } from './path';

/** Addresses that a comparison leads to. */
export function compareLinks(selection: Selection, { kind, a, b }: ComparisonPage) {
  const { view } = selection;
  const both = (filtersB: IncidentFilters, filtersA: IncidentFilters | null) =>
    selectionPath('/', {
      filters: filtersB,
      view: {
        ...view,
        page: 1,
        compare: kind === 'pinned' && filtersA ? { kind, filters: filtersA } : view.compare,
      },
    });
  /** The records of one side, as a list; it keeps the comparison for the way back. */
  const records = (filters: IncidentFilters) =>
    selectionPath('/incidents', { filters, view: { ...view, page: 1, record: null } });
  const valuesIn = (row: ChangeRow, side: 'a' | 'b') => row.values?.[side] ?? [row.code];
  const narrowed = (of: ComparedSide, field: ComparedField, row: ChangeRow, side: 'a' | 'b') =>
    withValues(of.filters, field, valuesIn(row, side));
  return {
    /** A in the place of B and B in that of A; both are then filters of their own. */
    swap: a && comparePath({ filters: a.filters, view }, { kind: 'pinned', filters: b.filters }),
    stop: comparePath(selection, null),
    repin: comparePath(selection, { kind: 'pinned', filters: b.filters }),
    /** A without one of its parts. A year before has none of its own. */
    withoutA: (part: FilterPart) =>
      kind === 'pinned' && a ? both(b.filters, without(a.filters, part)) : null,
    /** The present filter in a calendar year. */
    year: (year: number) => both({ ...b.filters, from: String(year), to: String(year), starts: null }, null),
    side: (of: ComparedSide) => records(of.filters),
    value: (of: ComparedSide, field: ComparedField, row: ChangeRow, side: 'a' | 'b') =>
      records(narrowed(of, field, row, side)),
    /** Both sides narrowed to one value. */
    narrow: (field: ComparedField, row: ChangeRow) =>
      both(narrowed(b, field, row, 'b'), a && narrowed(a, field, row, 'a')),
    /** What of a side begins in one bucket. */
    bucket: (of: ComparedSide, count: ComparedCount | null) =>
      count && count.count > 0 ? records({ ...of.filters, starts: shortSpan(count.start, count.end) }) : null,
  };
}

export type CompareLinks = ReturnType<typeof compareLinks>;
