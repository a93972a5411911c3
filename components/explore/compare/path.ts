import { type Comparison, type Selection, selectionPath } from '@/lib/explore/view';

/** The selection held against another: a pinned filter, the year before, or nothing. */
export function comparePath({ filters, view }: Selection, compare: Comparison | null): string {
  return selectionPath('/', { filters, view: { ...view, compare, page: 1 } });
}
