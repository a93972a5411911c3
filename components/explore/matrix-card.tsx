'use client';

import { type ReactNode, useId, useMemo } from 'react';
import { ChartCard } from '@/components/charts/chart-card';
import { MatrixLegend } from '@/components/charts/matrix-legend';
import { MatrixTable } from '@/components/charts/matrix-table';
import { Button } from '@/components/ui/button';
import { SegmentedLinks } from '@/components/ui/segmented';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { matrixLinks, matrixOf, matrixTurned } from '@/lib/explore/matrix-links';
import { type Selection, selectionPath } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { type SplitField, splitFields } from '@/lib/incidents/dimensions';
import { CardExport } from './card-export';
import { useExplore } from './explore-context';
import styles from './matrix-card.module.css';
import { sentences } from './sentences';

type MatrixCardProps = { chart: MatrixChart; selection: Selection; locale: Locale };

/** Incidents by the values of two fields, which the reader chooses. */
export function MatrixCard({ chart, selection, locale }: MatrixCardProps) {
  const t = breakdownMessages[locale].matrix;
  const { go } = useExplore();
  const links = useMemo(() => matrixLinks(selection, chart), [selection, chart]);
  const { view } = selection;
  const leadsWords = chart.rows.field === chart.columns.field ? t.subtitleSame : t.subtitle;
  return (
    <ChartCard
      frame={{ ...chart.frame, subtitle: sentences([chart.sentence, leadsWords], locale) }}
      isEmpty={chart.total === 0}
      controls={
        <>
          <FieldSelect
            label={t.rows}
            value={view.matrix[0]}
            locale={locale}
            onChange={(field) => go(matrixOf(selection, 'rows', field))}
          />
          <Button size="small" aria-label={t.swapLong} onClick={() => go(matrixTurned(selection))}>
            {t.swap}
          </Button>
          <FieldSelect
            label={t.columns}
            value={view.matrix[1]}
            locale={locale}
            onChange={(field) => go(matrixOf(selection, 'columns', field))}
          />
          <SegmentedLinks
            label={t.sharesLabel}
            items={(['none', 'row', 'column'] as const).map((shares) => ({
              key: shares,
              label: t.shares[shares],
              href: selectionPath('/', { ...selection, view: { ...view, shares } }),
              current: view.shares === shares,
            }))}
          />
        </>
      }
      legend={<MatrixLegend chart={chart} />}
      exportButton={<CardExport name="matrix" frame={chart.frame} selection={selection} locale={locale} />}
      chart={<MatrixTable chart={chart} links={links} go={go} />}
      table={null}
    />
  );
}

type FieldSelectProps = {
  label: ReactNode;
  value: SplitField;
  locale: Locale;
  onChange: (field: SplitField) => void;
};

/** Chooses the field of the rows or of the columns. */
function FieldSelect({ label, value, locale, onChange }: FieldSelectProps) {
  const id = useId();
  const { parts } = exploreMessages[locale];
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const field = splitFields.find((one) => one === event.target.value);
          if (field) onChange(field);
        }}
      >
        {splitFields.map((field) => (
          <option key={field} value={field}>
            {parts[field]}
          </option>
        ))}
      </select>
    </span>
  );
}
