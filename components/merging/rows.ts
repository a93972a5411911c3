import { termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { valueInWords } from '@/lib/codebook/words';
import { formatSpan } from '@/lib/dates/format';
import { findField } from '@/lib/fields/types';
import { type Locale, listed } from '@/lib/i18n/locale';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import { incidentFields } from '@/lib/incidents/fields';
import {
  differing,
  listUnits,
  mergeRecords,
  type Side,
  type Unit,
  units,
  usualSide,
} from '@/lib/incidents/merging/merge';

/** What two records say in one unit, in words, and which of them is taken where nothing is chosen. */
export type MergeRow = {
  unit: Unit;
  label: string;
  usual: Side;
  sides: Side[];
  said: Record<Side, string>;
};

/** The units in which two records differ, in words. Empty text = no value. */
export function mergeRows(
  kept: EditedIncident,
  dropped: EditedIncident,
  locale: Locale,
  placeName: (id: string) => string,
): MergeRow[] {
  const said = (unit: Unit, record: EditedIncident) => inWords(unit, record, locale, placeName);
  return differing(kept, dropped).map((unit) => ({
    unit,
    label: labelOf(unit, locale),
    said: {
      kept: said(unit, kept),
      dropped: said(unit, dropped),
      both: said(unit, mergeRecords(kept, dropped, { [unit]: listUnits.includes(unit) ? 'both' : 'kept' })),
    },
    usual: usualSide(unit, kept, dropped),
    sides: listUnits.includes(unit) ? ['kept', 'dropped', 'both'] : ['kept', 'dropped'],
  }));
}

const labelOf = (unit: Unit, locale: Locale) =>
  units[unit].map((field) => findField(incidentFields, field)?.label[locale] ?? field).join(' · ');

function inWords(
  unit: Unit,
  record: EditedIncident,
  locale: Locale,
  placeName: (id: string) => string,
): string {
  if (unit === 'startsOn') {
    const span = formatSpan(record.startsOn, record.endsOn, locale);
    return `${span} · ${term('datePrecision', record.datePrecision, locale)}`;
  }
  if (unit === 'latitude' && record.latitude === null) return '';
  if (unit === 'sizeMin' && record.sizeMin === null) return '';
  return units[unit]
    .flatMap((field) => {
      const value: unknown = record[field];
      // What is not approximate, or not shown, needs no word.
      if (value === null || value === '' || value === false) return [];
      const of = findField(incidentFields, field);
      if (value === true) return [of?.label[locale] ?? field];
      const values = Array.isArray(value) ? value : [value];
      return values.length === 0
        ? []
        : [
            listed(
              values.map((one) => valueInWords(of, String(one), locale, placeName)),
              locale,
            ),
          ];
    })
    .join(' · ');
}

const term = (vocabulary: VocabularyName, code: string, locale: Locale) =>
  termLabel(vocabulary, code, locale);
