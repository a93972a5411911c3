import type { DateOrder, Mapping } from '@/lib/imports/plan';

/** Texts of the file whose place was decided. */
export const decidedOf = ({ place }: Mapping): { from: string; to: string }[] => place?.decided ?? [];

/** The mapping with the place that a text of the file means; null = it is left open again. */
export function withDecided<Any extends Mapping>(mapping: Any, from: string, to: string | null): Any {
  if (!mapping.place) return mapping;
  const decided = mapping.place.decided.filter((one) => one.from !== from);
  const place = { ...mapping.place, decided: to === null ? decided : [...decided, { from, to }] };
  return { ...mapping, place };
}

/** Whether the day or the month comes first; null = not said. */
export const orderOf = (mapping: Mapping): DateOrder | null =>
  mapping.kind === 'incidents' ? mapping.dates.order : mapping.order;

/** The mapping with an order of day and month. */
export const withOrder = (mapping: Mapping, order: DateOrder | null): Mapping =>
  mapping.kind === 'incidents' ? { ...mapping, dates: { ...mapping.dates, order } } : { ...mapping, order };
