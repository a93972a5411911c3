import type { FilterPart } from '@/lib/incidents/selection';

/** Filters with a menu of their own in the bar, in order. */
export const barParts: readonly FilterPart[] = [
  'dataset',
  'type',
  'place',
  'dates',
  'issue',
  'response',
  'order',
];

/** All filters by what they are about, in the order in which panels show them. */
export const partGroups = [
  { key: 'when', parts: ['dates', 'starts', 'place', 'destination'] },
  { key: 'what', parts: ['type', 'issue', 'group', 'form', 'target', 'size', 'category', 'q'] },
  { key: 'officials', parts: ['directive', 'order', 'office'] },
  { key: 'authorities', parts: ['response'] },
  { key: 'record', parts: ['dataset', 'source', 'precision', 'status'] },
] as const satisfies { key: string; parts: FilterPart[] }[];

/** Those that a chart sets: there is nothing to open before it does. */
export const chartParts: readonly FilterPart[] = ['starts'];

/** The filters without a menu or a field of their own in the bar, by what they are about. */
export const moreGroups: readonly { key: (typeof partGroups)[number]['key']; parts: FilterPart[] }[] =
  partGroups
    .map(({ key, parts }) => ({
      key,
      parts: parts.filter((part: FilterPart) => part !== 'q' && ![...barParts, ...chartParts].includes(part)),
    }))
    .filter(({ parts }) => parts.length > 0);
