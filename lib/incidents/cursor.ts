/**
 * Where a row stands in a sorted list: the values by which the list is sorted, and the id that breaks ties. The
 * values are those of `sortValues` (lib/incidents/order/where.ts).
 */
export type Position = { values: readonly (string | number)[]; id: string };
