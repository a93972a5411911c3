import type { IncidentFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

/** The fields that a comparison takes apart, in the order in which they are offered. */
export const comparedFields = ['type', 'issue', 'order', 'response', 'place', 'size'] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Whether a text names such a field. */
export function isComparedField(text: string): text is ComparedField {
  return comparedFields.some((field) => field === text);
}

/** A filter that keeps only some values of a field; what it leaves out stays left out. */
export function withValues(
  filters: IncidentFilters,
  field: ComparedField,
  values: readonly string[],
): IncidentFilters {
  return { ...filters, [field]: choice(values, filters[field].not) };
}
