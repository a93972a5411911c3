import { directiveFields } from '@/lib/directives/fields';
import type { Field } from '@/lib/fields/types';
import { incidentFields } from '@/lib/incidents/fields';
import { sourceFields } from '@/lib/sources/fields';
import { figureFields } from '@/lib/sources/figure-fields';

const dictionaries: Record<string, readonly Field[]> = {
  incident: incidentFields,
  directive: directiveFields,
  source: sourceFields,
  figure: figureFields,
};

/** The fields of a kind of record; none of one that has no dictionary. */
export const fieldsOf = (kind: string): readonly Field[] => dictionaries[kind] ?? [];
