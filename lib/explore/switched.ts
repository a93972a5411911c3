import { type FilterPart, keepsAll, noFilters, setParts, without, withPart } from '@/lib/incidents/selection';
import { type Selection, withFilters } from './view';

/**
 * The selection with one part of its filter switched off but kept at hand (`off` of the view), in place of what
 * was kept there of that part. Back on the first page of the table. Pure.
 */
export function switchedOff(selection: Selection, part: FilterPart): Selection {
  const { filters, view } = selection;
  const next = withFilters(selection, without(filters, part));
  return { ...next, view: { ...next.view, off: withPart(view.off ?? noFilters, part, filters) } };
}

/**
 * The selection with a part that is switched off in force again; what was in force of that part meanwhile is
 * switched off in its place. Nothing changes where the part is not switched off. Pure.
 */
export function switchedOn(selection: Selection, part: FilterPart): Selection {
  const { filters, view } = selection;
  const off = view.off ?? noFilters;
  if (!setParts(off).includes(part)) return selection;
  const rest = setParts(filters).includes(part) ? withPart(off, part, filters) : without(off, part);
  const next = withFilters(selection, withPart(filters, part, off));
  return { ...next, view: { ...next.view, off: keepsAll(rest) ? null : rest } };
}

/** The selection without a part that is switched off. Pure. */
export function offDropped(selection: Selection, part: FilterPart): Selection {
  const rest = without(selection.view.off ?? noFilters, part);
  return { ...selection, view: { ...selection.view, off: keepsAll(rest) ? null : rest } };
}
