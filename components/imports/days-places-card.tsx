import { useState } from 'react';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { IncidentMapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { DayOrder } from './day-order';
import { DayReadings } from './day-readings';
import { SelectField } from './field';
import styles from './imports.module.css';
import { ambiguousIn, soughtPlaces } from './lost';
import { withDecided } from './mapping/decisions';
import { PlaceChoices, PlaceSearch } from './place-choices';
import { ambiguousDay, type SampleTable } from './tables';
import type { ImportDraft } from './use-import-draft';

type DaysPlacesCardProps = {
  draft: ImportDraft;
  mapping: IncidentMapping;
  tables: readonly SampleTable[];
  report: ImportReport | null;
  names: Record<string, string>;
  onName: (id: string, inWords: string) => void;
  locale: Locale;
};

/** How days are meant, and which places texts of the file mean. */
export function DaysPlacesCard(props: DaysPlacesCardProps) {
  const { draft, mapping, tables, report, names, onName, locale } = props;
  const { days, places: words } = importMessages[locale];
  const { dates, place } = mapping;
  const example = ambiguousDay(tables, [dates.start, dates.end]) ?? ambiguousIn(report);
  const all = soughtPlaces(mapping, report);
  const [begun] = useState(dates.order !== null);
  const asked = begun || example !== null;
  const order = (
    <DayOrder
      order={dates.order}
      example={example}
      onChange={(next) => draft.edit((before) => ({ ...before, dates: { ...before.dates, order: next } }))}
      locale={locale}
    />
  );
  return (
    <>
      <Card title={days.title} id="days">
        <div className="stack">
          {asked && order}
          <DayReadings dates={dates} tables={tables} locale={locale} />
          {!asked && (
            <details className={styles.folded}>
              <summary>{days.order}</summary>
              <div className={styles.inside}>{order}</div>
            </details>
          )}
          {dates.precision && (
            <SelectField
              label={days.convention}
              value={dates.convention}
              options={(['within', 'midpoint'] as const).map((value) => ({
                value,
                label: days.conventions[value],
              }))}
              onChange={(convention) =>
                draft.edit((before) => ({ ...before, dates: { ...before.dates, convention } }))
              }
            />
          )}
        </div>
      </Card>
      <Card title={words.title} subtitle={all.length > 0 ? words.help : words.none} id="places">
        <div className="stack">
          {all.length > 0 && (
            <PlaceChoices
              label={words.title}
              lost={all}
              chosenOf={(text) => place.decided.find(({ from }) => from === text)?.to}
              names={names}
              onChoose={(text, id, inWords) => {
                if (id !== null) onName(id, inWords);
                draft.edit((before) => withDecided(before, text, id));
              }}
              locale={locale}
            />
          )}
          <div className={styles.field}>
            <b>{words.otherwise}</b>
            <PlaceSearch
              label={words.otherwise}
              chosen={place.otherwise ?? undefined}
              names={names}
              onChoose={(id, inWords) => {
                if (id !== null) onName(id, inWords);
                draft.edit((before) => ({ ...before, place: { ...before.place, otherwise: id } }));
              }}
              locale={locale}
            />
            <p className={styles.hint}>{words.otherwiseNone}</p>
          </div>
        </div>
      </Card>
    </>
  );
}
